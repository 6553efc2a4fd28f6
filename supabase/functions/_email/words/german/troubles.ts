/** German words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const GERMAN_TROUBLES = String.raw`
@wird = ist|sind|wird|werden|wurde|wurden
@problem = problem|fehler|störung|schwierigkeiten|mangel|mängel|reklamation|verspätung
@ein = ein|das|die|mit|große|großes|kein|dieses|gleiche|wieder
@funktioniert = funktioniert|funktionieren|geht|startet|läuft|klappt
@nicht = nicht|kein|keine|keinen|keiner|niemand|nie|nichts|nirgends
@angeblich = angeblich|ständig|dauernd|andauernd|jedes mal|jedesmal|immer wieder|mittlerweile
@ziehtes = zieht es|riecht|stinkt|wackelt|klappert|quietscht|rutscht|springt|reißt|bröckelt|rostet
@verzogen = verzogen|verstopft|verbogen|abgebrochen|eingerissen|aufgequollen|durchnässt|verrutscht
@bestellt = bestellt|vereinbart|abgemacht|versprochen
@angerufen = angerufen|versprochen|zugesagt|geschrieben
@kurz = kurz|eng|laut|klein|spät|teuer|lang|kalt
@weigert = weigert|verweigert|lehnt|lehnte|ablehnt|scheitert|bricht ab|abgebrochen|abgelehnt
@falschenrms = falsche?[nrms]?|doppelte?[nrms]?|fehlende?[nrms]?|kaputte?[nrms]?|defekte?[nrms]?
@antwort = antwort|rückmeldung|rückruf

# Something goes wrong, told plainly.
## trouble
@ein (~15 )?@problem — wir haben ein großes problem
probleme|fehlermeldung|mängel|beanstanden|reklamieren — es erscheint eine fehlermeldung
@funktioniert( ~15){0,3} nicht — der drucker funktioniert nicht
(lässt|lassen) sich (~15 ){0,3}nicht|lädt nicht|startet nicht — die datei lässt sich nicht öffnen
(komme|kommen|kommt) (~15 ){0,2}(nicht|nie) (mehr )?(~15 ){0,3}(an|in|rein) — komme nicht an
(komme|kommen|kommt) (~15 ){0,2}(nicht|nie) (mehr )?(~15 ){0,3}(auf|weiter) — komme nicht auf
(noch|bisher|bis heute) (immer )?nicht (~15 ){0,3}(da|erhalten|angekommen) — noch nicht da
(noch|bisher|bis heute) (immer )?nicht (~15 ){0,3}(bekommen|geliefert) — noch nicht bekommen
(steht|stehen) (noch )?aus|fehlen (noch|uns)|fehlt (noch|uns) — die rechnung steht noch aus
(keine?n?|nie) (~15 ){0,2}@antwort (~15 ){0,2}(erhalten|bekommen|gekommen) — keine antwort erhalten
können (~15 ){1,5}nicht(s| mehr)? ~4-20(en|ern) — wir können seit acht uhr nicht drucken
kaputt|defekt|beschädigt|verspätet|verdorben — die pumpe ist kaputt
falsch geliefert|enttäuscht|verärgert|unzufrieden — sie haben falsch geliefert
ausgefallen|inakzeptabel — die heizung ist ausgefallen
(immer noch|noch immer|bis heute) (keine?n?|nicht) — ich habe immer noch keine antwort

# What is missing, late or in the way, told less plainly.
## lack
@nicht(?! (nötig|schlimm|eilig|dringend|problem|sorge)) — niemand hat sich gemeldet
verloren|fehlt|fehlen|kaputt|defekt — es fehlt eine seite
zu (spät|laut|langsam|klein|kurz|lang|dunkel|teuer|kalt|eng) — der raum war zu klein
tropft|undicht|hängt|stürzt|bleibt (hängen|stehen)|falsch — der hahn tropft
doppelt|umständlich|mühsam|statt|obwohl — blau statt grün
zum (zweiten|dritten) mal — die pumpe ist zum zweiten mal ausgefallen
schon wieder|querformat|stimmt nicht|kratzer|riss|schimmel — schon wieder ein kratzer
verspätung|warten|kaum — wir warten seit acht uhr
seit (~15 ){1,3}(wochen|monaten|tagen|stunden|jahren) — seit drei wochen wartet er
@angeblich — es springt ständig raus
@ziehtes — das fenster klappert
@verzogen — die tür ist verzogen
@falschenrms ~3-20 — falsche maße
@bestellt (war|waren|hatten|wurde|wurden) — bestellt waren zwanzig säcke
(zweimal|dreimal|viermal|mehrmals|mehrfach) @angerufen — dreimal angerufen
(leider|nur noch|dummerweise|ärgerlich|schade) — leider geht es nur von hand
(arg|viel zu|etwas zu|ziemlich|reichlich) @kurz — die pause war arg kurz
@weigert — die bank verweigert es
(auf dem kopf|von vorn|im dunkeln|im regen|ohne material|umsonst) — sie stehen ohne material da

# The sender's own mistake, or trouble that only might be.
## ^apology
(bitte )?(entschuldigen sie|entschuldige|verzeihen sie|entschuldigung) — entschuldigen sie
(es tut (mir|uns) leid|tut mir leid|wir bitten um entschuldigung|sorry) — es tut mir leid
(sie haben|du hast|ihr habt) (natürlich |völlig )?recht[,:.] — du hast recht, seite 4 fehlt

# Trouble that is denied or over.
## denied
kein(e)? (problem|probleme|fehler) — das ist kein problem
(problem|fehler|störung)( (?!nicht|noch)~2-15){1,8} (behoben|gelöst) — der fehler ist behoben
(ist|sind|war|waren) (~15 )?in ordnung — die pumpen sind in ordnung
keine (einwände|beanstandungen|anmerkungen|mängel|klagen) — keine einwände von mir

# Polite, or about something else than trouble.
## harmless
bitte|danke|eilt|keine (eile|sorge)|nicht nur — keine sorge, alles ist da

# A day that is another now: news, but for who complains.
## moved
@wird( ~14){0,6} (verschoben|vorverlegt|vorgezogen) — der termin wurde verschoben
`;
