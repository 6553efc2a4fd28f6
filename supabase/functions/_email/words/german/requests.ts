/**
 * German words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_REQUESTS = String.raw`
@schicken = schicken|senden|melden|geben|teilen|prüfen|bestätigen|rufen|nennen|überweisen
@schicken = informieren|kontaktieren|bringen|unterschreiben|korrigieren|erstatten|stornieren
@schicken = tauschen|reservieren|halten|liefern
@brauchen = brauchen?|benötigen?|erwarten?|bräuchten?
@brauchte = bräuchte|brauche|benötige|erwarte|bräuchten|brauchen
@super = super|toll|schön|nett|dankbar|gut|hilfreich|lieb
@ruckruf = rückruf|zusendung|erstattung|bestätigung|antwort|gutschrift
@schicke = schicke|sende|bringe|überweise|rufe|liefere|melde|hole|kümmere|gebe|lege|mache
@sende = schicke|schicken|sende|senden|bringe|bringen|überweise|überweisen|rufe|rufen|liefere
@sende = liefern|melde|melden
@am = am|bis|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|zu|vorbei|an|zurück|nach

# The reader is asked to do something.
## asked
bitte(?! (sehr|schön)) — bitte wenden sie sich
(können|könnten|würden) (sie|ihr)( ~15){1,12}(en|ern|eln) — können sie sich vorstellen, wie meine
(kannst|könntest|würdest) du( ~15){1,12}(en|ern|eln) — kannst du sie bitte neu hochladen?
@schicken sie — geben sie in der ersten
(wir|ich) @brauchen(?! (sie|nicht|keine?n?) ) — ich erwarte bis morgen
@brauchte (ich|wir)(?! nicht) — dafür bräuchte ich das
(wäre|wären)( ~12){0,3} @super — wären sie so nett, uns bis zur
(wir|ich) (bitten?|ersuchen?) (sie|um|dich|euch) — wir bitte sie
zahlbar (bis|innerhalb|sofort|ohne) — zahlbar ohne abzug bis zum
fällig (am|bis)|zahlungsziel — fällig am
um (~15 ){0,2}@ruckruf (wird|bitte|bis) — um rückruf wird

# The sender says what they will do.
## promised
@schicke ich — schicke ich ihnen am
(schicken|senden|bringen|liefern|rufen) wir — schicken wir
ich werde|wir werden — ich werde
(ich|wir) @sende( ~15){0,6} @am — ich bringe ihn notfalls auch vorbei

# A promise with a condition that the reader may leave alone is an offer.
## offered
wenn sie (möchten|wollen) — wenn sie möchten

# Politeness, or bait, that asks for nothing.
## polite
bei (rück)?fragen — bei fragen
für rückfragen — für rückfragen
anbei (finden|erhalten|sende) — anbei finden
bitte sehr|danke — eingetroffen, danke dafür

# Only an answer is wanted, which the questions already say.
## only_answer
geben sie (mir|uns) bescheid — geben sie mir bescheid
sagen sie (mir|uns) — sagen sie mir einfach, was

# The reader is asked not to do something.
## unwanted
bitte (nicht|keine?n?) — bitte nicht
`;
