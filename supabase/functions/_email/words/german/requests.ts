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
bitte(?! (sehr|schön)) — bitte unterschreiben sie das blatt
(können|könnten|würden) (sie|ihr)( ~15){1,12}(en|ern|eln) — können sie mir die liste schicken
(kannst|könntest|würdest) du( ~15){1,12}(en|ern|eln) — kannst du mir bitte helfen
(kann|könnte|können|könnten) (~12 ){0,3}(jemand|wer|einer|ein ~4-20|eine ~4-20) — kann jemand
(sie|ihr) (bitte )?(müssen|müsst|sollten|solltet) — sie müssen seite zwei unterschreiben
(reichen|füllen|denken|kümmern|lesen|tragen) sie — reichen sie
(sorgen|schauen|achten|halten|stellen|räumen) sie — sorgen sie
(legen|lassen|machen|nehmen|fügen|laden|drucken) sie — legen sie
(kommen|holen|rechnen|zahlen|ziehen|warten) sie — kommen sie
(wer|alle|jeder) [^?!.]{1,60}(bitte|möge|meldet sich|trage sich) — wer xbitte
(müssten|müssen|sollten) sie (~12 ){0,5}(noch|bitte|außerdem|bis) — müssten sie noch
(sie|ihr) (müssten|müsstet) — sie müssten
(schick|sende?|bring|ruf|gib) (mir|uns|bitte|doch|mal|das|die|den) — schick mir
(leg|stell|mach|nimm) (mir|uns|bitte|doch|mal|das|die|den) — leg mir
(schick|sende?|bring|ruf|gib) (ihm|ihr|daran|nicht|einfach|mich|an) — schick ihm
(leg|stell|mach|nimm) (ihm|ihr|daran|nicht|einfach|mich|an) — leg ihm
(denk|kauf|frag|sag|hol|komm|lass|vergiss) (mir|uns|bitte|doch|mal|das|die|den) — denk mir
(denk|kauf|frag|sag|hol|komm|lass|vergiss) (ihm|ihr|daran|nicht|einfach|mich|an) — denk ihm
(schickt|sendet|bringt|ruft|gebt|legt|stellt) (mir|uns|bitte|doch|euch) — schickt mir
(schickt|sendet|bringt|ruft|gebt|legt|stellt) (das|die|den|daran|alle) — schickt das
(macht|nehmt|denkt|kauft|meldet|tragt) (mir|uns|bitte|doch|euch) — macht mir
(macht|nehmt|denkt|kauft|meldet|tragt) (das|die|den|daran|alle) — macht das
(ich|wir) (erwarten?|verlangen?) (~12 )?(eine?n?|dass|um|ihre?n?|die|den|das) — ich erwarte ein
(ich|wir) (fordern?|bitten?) (~12 )?(eine?n?|dass|um|ihre?n?|die|den|das) — ich forder ein
@schicken sie — schicken sie mir die liste
(wir|ich) @brauchen(?! (sie|nicht|keine?n?) ) — wir brauchen den schlüssel
@brauchte (ich|wir)(?! nicht) — bis freitag bräuchte ich den schlüssel
(wäre|wären)( ~12){0,3} @super — es wäre schön, wenn sie kämen
(wir|ich) (bitten?|ersuchen?) (sie|um|dich|euch) — wir bitten sie um geduld
zahlbar (bis|innerhalb|sofort|ohne) — zahlbar bis 3. mai
fällig (am|bis)|zahlungsziel — fällig am 3. mai
um (~15 ){0,2}@ruckruf (wird|bitte|bis) — um rückruf wird gebeten

# The sender says what they will do.
## promised
@schicke ich — morgen schicke ich die liste
(schicken|senden|bringen|liefern|rufen) wir — am montag liefern wir die stühle
ich werde|wir werden — ich werde am freitag anrufen
(ich|wir) @sende( ~15){0,6} @am — ich bringe den schlüssel am freitag

# A promise with a condition that the reader may leave alone is an offer.
## offered
wenn sie (möchten|wollen) — wenn sie möchten, komme ich mit

# Politeness, or bait, that asks for nothing.
## polite
bei (rück)?fragen — bei fragen rufen sie an
für rückfragen — für rückfragen bin ich da
anbei (finden|erhalten|sende) — anbei finden sie die liste
bitte sehr|danke — danke für die blumen

# Only an answer is wanted, which the questions already say.
## only_answer
geben sie (mir|uns) bescheid — bitte geben sie mir bescheid
sagen sie (mir|uns) — sagen sie mir, was fehlt
nennen sie (mir|uns) (bitte )?(ein|zwei|drei|ihr) — nennen sie mir bitte zwei tage

# The reader is asked not to do something.
## unwanted
bitte (nicht|keine?n?) — bitte nicht vor neun anrufen
`;
