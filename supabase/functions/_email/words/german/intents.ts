/**
 * German words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_INTENTS = String.raw`
@vereinbaren = vereinbaren|ausmachen|vorschlagen|machen|verschieben|verlegen|abstimmen|finden
@termin = termin|treffen|besprechung|telefonat|videokonferenz|gespräch|besichtigung
@termine = termine?|am|der \d|die \d|\d|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
@termine = morgen|heute
@es = es|mir|uns|ihnen|euch|dir|diese|folgende|der|die|einer|auch|ihnen
@ess =  @es
@hatten = hätten|haben|habt|hast|hättest
@treffen = treffen|sprechen|telefonieren|zusammensetzen|sehen|verschieben
@sprechen = sprechen|treffen|telefonieren|besichtigen|besuchen|vorbeikommen|zusammensetzen
@sprechen = kennenlernen
@sehr = sehr|zutiefst|mehr als|schwer|doch
@anmelden = anmelden|einloggen|öffnen|drucken|starten|erreichen|laden
@zusenden = zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen
@zusenden = bekommen|nennen|wäre
@angebot = angebot|kostenvoranschlag|preisliste|preise?|muster
@kostet = kostet|kosten|würde|würden|verlangen|nehmen sie
@bestellen = bestellen|kaufen|beauftragen|buchen|mieten|reservieren
@mochten = möchten|möchte|würden|wollen|würde
@suchen = suchen|brauchen|bräuchten|benötigen
@anbieten = anbieten|vorschlagen
@gelten = gelten|gilt|ändern|öffnet|schließt
@montag = montag|dienstag|mittwoch|donnerstag|freitag
@legen = legen|verlegen|verschieben|vorziehen
@kann = kann|könnte|würde

## meeting_request 3
@termin( ~12){0,3} @vereinbaren — termin vereinbaren
(passen|passt|ginge|geht|würde)@ess{0,3} (~12 )?@termine — passen diese termine
(diese|folgende) termine — passen diese termine
@hatten (sie|ihr|du) (~15 ){0,4}(zeit|einen termin) — hätten sie zeit
(können|könnten|wollen|sollen) wir (uns )?(~15 ){0,4}@treffen — können wir treffen
(würde|möchte|würden|möchten) (ich|wir)? ?(~15 ){0,12}@sprechen — würde sprechen
einladung: — einladung: holz & form

## meeting_request 1
termin|besprechung|telefonat|treffen|uhrzeit|vormittags — termin jahresabschluss
nachmittags — nachmittags

## complaint 3
beschwerde|beschweren|reklamation|reklamiere|inakzeptabel — v=f6llig inakzeptabel!
unverschämt|frechheit — unverschämt
@sehr (enttäuscht|verärgert|unzufrieden) — sehr enttäuscht
zum (zweiten|dritten|vierten) mal — zum zweiten mal
geld zurück — geld zurück
erwarte(n)? (ich|wir)? ?(eine|die|umgehend) — erwarte eine
verlange|auf ihre kosten — verlange
so nicht (bestellt|vereinbart|besprochen|abgesprochen) — so nicht bestellt

## complaint 2
erstatten|erstattung|gutschrift|minderung — gutschrift
nachbesser(n|ung)|schadens?ersatz|mangelhaft|mängel — keine mängel, nächste
schlamperei|versprochen|zugesagt — zweimal zugesagt wurde
niemand( ~12){0,3} (gemeldet|zurückgerufen|gekommen|erschienen) — niemand gemeldet
ärgerlich|ärger — ärgerlich

## complaint 1
enttäuscht|unzufrieden|verärgert|beschädigt|verspätet — enttäuscht
leider — leider keinen cent

## support_request 3
fehlermeldung|fehlercode — fehlermeldung
funktioniert (~15 ){0,4}nicht — funktioniert nicht
brauche(n)? (ihre |eure )?hilfe — brauche hilfe
lässt sich (~15 ){0,4}nicht — lässt sich nicht zudrehen, der
(geht|startet|lädt|druckt|öffnet|reagiert|läuft) (~12 ){0,4}nicht — geht mir nicht aus dem kopf
nicht mehr @anmelden — nicht mehr anmelden
hängt sich — hängt sich
stürzt( ~10){0,2} ab — stürzt ab
abgestürzt — abgestürzt
bleibt (hängen|stehen|schwarz|dunkel) — bleibt hängen
ausgefallen — ausgefallen
fällt( ~10){0,3} aus — fällt aus
zeigt( ~10){0,3} (fehler|nur noch) — zeigt fehler

## support_request 1
fehler|störung|passwort|anmeldung|absturz|kaputt|defekt — fehler
update|neu gestartet|neustart|gerät|hilfe — <p>please update your card

## sales_inquiry 3
@angebot( ~15){0,6} @zusenden — angebot bis dahin wäre super
um (ein|ihr) (~15 )?angebot — um ein angebot
preisanfrage|angebotsanfrage|anfrage für — preisanfrage
(was|wie viel|wieviel) ((~15 ){0,4})@kostet — was kostet das mit
@mochten (wir|ich)? ?(~15 ){0,8}@bestellen — möchten bestellen
@suchen( ~15){0,3} (für|ca|etwa|rund|\d|einen|eine|ein) — brauchen es nur für unser
haben sie (da )?noch (~12 )?(luft|frei|platz|vorrätig|auf lager) — haben sie da noch luft?
auf lager|lieferbar|vorrätig|pro kopf — pro kopf d=fcrfen es
(führen|liefern|verkaufen|vermieten) sie — führen sie

## sales_inquiry 1
angebot|preise?|rabatt|bestellung|stückzahl|mengenrabatt — angebot bis dahin wäre
lieferzeit|höchstens \d|personen|stück|budget — budget_mentioned true

## proposal 3
unser (angebot|vorschlag) — besprochen unser angebot
mein (angebot|vorschlag) — mein angebot
anbei (unser|das|mein) angebot — anbei unser angebot
angebot (nr|über|für)|preisbindung|biete (ich|wir)? — angebot für die markise
bieten wir|gültig bis — bieten wir
(schlage|schlagen|schlüge)( ~15){0,8} vor — schlage vor
(ich|wir) (würde|würden)?( ihnen)?( gerne?)? @anbieten — ich würde ihnen anbieten

## proposal 1
vorschlag|pauschale|konditionen|netto|laufzeit|festpreis — folgenden vorschlag: vier

## partnership 3
partnerschaft|kooperation|kooperieren — kooperation
gemeinsam (anbieten|auftreten|verkaufen|etwas) — gemeinsam anbieten: ich stelle
etwas gemeinsam — etwas gemeinsam anbieten: ich
vertriebspartner(schaft)? — vertriebspartnerschaft österreich
zusammenarbeiten|zusammen anbieten|teilen wir uns — monat teilen wir uns
gegenseitig (empfehlen|weiterempfehlen) — gegenseitig empfehlen
provision — eine provision von 18

## partnership 1
zusammenarbeit|gemeinsam|empfehlung — gemeinsam anbieten: ich

## introduction 3
(möchte|darf|will|wollte)( ~12){0,4} vorstellen — möchte vorstellen
stelle mich (~10 )?vor — stelle mich vor
vorstellung — vorstellung: frau tabea
ihr neuer ansprechpartner — ihr neuer ansprechpartner
ihre neue ansprechpartnerin — ihre neue ansprechpartnerin
neu(e|er)? (ansprechpartner|ansprechpartnerin|kollegin|kollege) — neu ansprechpartner
übernehme (ich )?(die|das|ab|seine|ihre) — übernehme ich die praxis von
nachfolge(r|rin)?|miteinander bekannt — nachfolge

## introduction 1
mein name ist|ich heiße|ich bin die neue|ich bin der neue — mein name ist yasemin

## follow_up 3
nachfassen|nachfragen|nachhaken|zurückkommen auf — nachhaken: ist es bei
erinnerung|mahnung — erinnerung vollmacht
gibt es (schon )?(neuigkeiten|etwas neues|einen stand) — gibt es neuigkeiten
wie besprochen|bezugnehmend auf — wie besprochen unser angebot
noch keine (antwort|rückmeldung) — noch keine antwort
nichts (mehr )?(von ihnen |von dir )?gehört — nichts mehr gehört
noch (offen|nicht eingegangen) — noch offen
wie vereinbart|ist erledigt|haben wir erledigt|passt so — wie vereinbart
einverstanden — einverstanden sind

## follow_up 1
unser gespräch|letzte woche — unser gespräch vom 6
vor ~8 wochen — vor drei wochen haben wir
danke für (die|ihre|deine|das) — danke für die
angekommen|bestätige|erhalten|nochmal|noch einmal — noch einmal hochgeladen

## feedback 3
rückmeldung (zu|zur|zum|geben) — rückmeldung zur tagung
feedback|lob|weiterempfehlen|sehr zufrieden|begeistert — feedback low positive
hervorragend|großartig|genial — ist genial
ein großes (lob|dankeschön) — ein großes lob
besser als (gedacht|erwartet) — besser als gedacht!
wolltet wissen|wollten wissen — wolltet wissen, wie es
(hat|haben) (uns|mir|allen) (~10 ){0,2}gefallen — hat uns gefallen
wunderschön|traumhaft|geschmeckt — wunderschön

## feedback 1
verbesserung|zufrieden|anregung|kleinigkeit(en)?|klappt — klappt bei mir leider
gefällt|schade — gefällt ihnen die

## information_sharing 2
zur (info|information|kenntnis) — zur kenntnis, abheften tu
nur zur|im anhang|beigefügt — im anhang bitte bis
teilen (wir )?(ihnen )?mit — teilen mit
möchten (wir )?(sie|euch) (darüber )?informieren — möchten sie informieren
informieren wir sie — informieren wir sie
ab (dem )?\d{1,2}\. [^.?]{0,60}@gelten — ab 3. gelten
bleibt (~12 ){0,3}geschlossen — bleibt geschlossen
sie müssen nichts|nichts zu tun — sie müssen nichts
rechnung (nr|re|für|vom|über|\d) — rechnung vom dachdecker
beleg (nr|für|vom)|protokoll (der|vom|zur) — protokoll der
anbei — anbei die

## complaint 3
andere[rs]? (~12 )?als — andere als
zurückgeben|zurückschicken|umtauschen|umtausch|kratzer — zurückgeben
nicht abgemacht|nicht ausgemacht|erwartet hätte — nicht abgemacht
hätte mehr erwartet — hätte mehr erwartet
für (das|diesen) (geld|preis) — für das geld

## support_request 2
was (kann|soll|muss) ich( ~12){0,3} (tun|machen) — was kann ich tun
woran (liegt|kann) — woran liegt
zeigt( ~12){0,4} (nur|nichts|an) — zeigt nur
hilfe|neu eingesetzt|einstellung(en)? — hilfe

## meeting_request 2
(auf|von)( ~8)? @montag( ~12){0,3} @legen — auf montag legen
dazwischengekommen|halbe stunde|vorbeischauen|vorbeikommen — eine halbe stunde?

## proposal 2
@kann( ich| wir)?( ihnen)?( ~15){1,10} für \d[\d.,]{0,9} ?(€|euro) — kann ich das für 300 €

## feedback 2
was für ein — was für ein
kommen (gern|sicher|bestimmt) wieder — kommen gern wieder
weiter so — sie weiter so!
viel (besser|schöner|übersichtlicher|einfacher) als — viel besser als
lecker|wunderbar — lecker

## introduction 2
ab (montag|sofort|dem)( ~12){0,5} (zuständig|betreue|übernehme) — ab montag zuständig
betreue (ich )?(ab|künftig|sie) — betreue ab
das ist ~2-15, (der|die) — das ist neue, der
`;
