/** German words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const GERMAN_TROUBLES = String.raw`
@problem = problem|fehler|störung|schwierigkeiten|mangel|mängel|reklamation|verspätung
@ein = ein|das|die|mit|große|großes|kein|dieses|gleiche|wieder
@funktioniert = funktioniert|funktionieren|geht|startet|läuft|klappt
@nicht = nicht|kein|keine|keinen|keiner|niemand|nie|nichts|nirgends

# Something goes wrong, told plainly.
## trouble
@ein (~15 )?@problem — kein problem, ich wollte
probleme|fehlermeldung|mängel|beanstanden|reklamieren — keine mängel, nächste
@funktioniert( ~15){0,3} nicht — geht mir nicht aus dem kopf
kaputt|defekt|beschädigt|verspätet|verdorben — kaputt
falsch geliefert|enttäuscht|verärgert|unzufrieden — falsch geliefert
ausgefallen|inakzeptabel — v=f6llig inakzeptabel!
(immer noch|noch immer|bis heute) (keine?n?|nicht) — immer noch kein

# What is missing, late or in the way, told less plainly.
## lack
@nicht(?! (nötig|schlimm|eilig|dringend|problem|sorge)) — nichts von ihnen höre
verloren|fehlt|fehlen|kaputt|defekt — fehlen die leute für
zu (spät|laut|langsam|klein|kurz|lang|dunkel|teuer|kalt|eng) — zu klein, uns fehlen
tropft|undicht|hängt|stürzt|bleibt (hängen|stehen)|falsch — erledigt, hängt am haken
doppelt|umständlich|mühsam|statt|obwohl — geliefert statt 80 - bitte
zum (zweiten|dritten) mal — zum zweiten mal
schon wieder|querformat|stimmt nicht|kratzer|riss|schimmel — schon wieder die anfahrt
verspätung|warten|kaum — kaum zu stimmen sind

# Trouble that is denied or over.
## denied
kein(e)? (problem|probleme|fehler) — kein problem, ich wollte

# Polite, or about something else than trouble.
## harmless
bitte|danke|eilt|keine (eile|sorge)|nicht nur — bitte wenden sie sich
`;
