/** German words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const GERMAN_TROUBLES = String.raw`
@problem = problem|fehler|störung|schwierigkeiten|mangel|mängel|reklamation|verspätung
@ein = ein|das|die|mit|große|großes|kein|dieses|gleiche|wieder
@funktioniert = funktioniert|funktionieren|geht|startet|läuft|klappt
@nicht = nicht|kein|keine|keinen|keiner|niemand|nie|nichts|nirgends

# Something goes wrong, told plainly.
## trouble
@ein (~15 )?@problem — wir haben ein großes problem
probleme|fehlermeldung|mängel|beanstanden|reklamieren — es erscheint eine fehlermeldung
@funktioniert( ~15){0,3} nicht — der drucker funktioniert nicht
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

# Trouble that is denied or over.
## denied
kein(e)? (problem|probleme|fehler) — das ist kein problem

# Polite, or about something else than trouble.
## harmless
bitte|danke|eilt|keine (eile|sorge)|nicht nur — keine sorge, alles ist da
`;
