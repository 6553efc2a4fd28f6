/**
 * German words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const GERMAN_BUSINESS = String.raw`
@werden = werden|ausgeben|eingeplant|vorgesehen|zur verfügung|reserviert
@hochstens = höchstens|maximal|nicht mehr als|bis zu|rund|etwa|ca\.?
@eingeplant = eingeplant|vorgesehen|zur verfügung stehen|zurückgelegt|bereitgestellt
@vorgesehen = eingeplant|vorgesehen|zur verfügung|reserviert
@montag = montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai
@montag = juni|juli|august|september|oktober|november|dezember|woche|monats?|quartals?|jahres?
@montag = heute|morgen|\d{1,2}\.
@zwei = \d{1,3}|zwei|drei|vier|einer|einem
@tagen = tagen?|wochen?|monaten?|stunden?
@geschaftsfuhrer = geschäftsführer(in)?|geschäftsführung|geschäftsleitung|inhaber(in)?|vorstand
@geschaftsfuhrer = einkaufsleiter(in)?|leiter(in)?|leitung|chef(in)?|personalrat|betriebsrat
@geschaftsfuhrer = stadtrat|gemeinderat|beirat|einkauf|entscheider(in)?|verwaltungsrat|kollegium
@geschaftsfuhrer = mann|frau|partner(in)?
@entscheidet = entscheidet|entscheiden|unterschreibt|genehmigt|zustimmen|zustimmt|freigibt
@entscheidet = freigeben|freigegeben
@entscheiden = entscheiden?|unterschreibe|unterzeichne
@entscheidung = entscheidung|freigabe|zustimmung
@zusenden = zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen
@angebot = angebot|kostenvoranschlag|preise
@bestellen = bestellen|kaufen|beauftragen|buchen
@vorschlagen = vorschlagen|besprechen|anbieten|interessiert
@lieferanten = lieferanten|partner|anbieter|dienstleister

# Words that name a budget or limit what may be spent.
## budget
kostenrahmen|preisrahmen|investitionsrahmen — kostenrahmen
investitionsvolumen|budgetiert — investitionsvolumen
@hochstens \d[\d.,]{0,9} ?(€|eur|euro)( ~12){0,3} @werden — höchstens 28 euro werden, getränke
@eingeplant( ~12){0,3} (\d[\d.,]{0,9}|€) — eingeplant 3[3.,]{0,9}
dürfen es( ~12){0,3} \d[\d.,]{0,9} ?(€|eur|euro) — dürfen es höchstens 28 euro werden
(haben|hätten)( ~12){0,3} \d[\d.,]{0,9} ?(€|eur|euro)( ~12){0,3} @vorgesehen — haben 5 € reserviert

# Words that name a deadline or a time frame.
## timeline
(bis|ab|spätestens|ende|anfang|mitte)( ~10){0,2} @montag — bis morgen, dienstag, 12
(nächste|kommende|diese)[nrms]? (woche|monat|quartal|jahr) — nächste woche zum probieren
(innerhalb|binnen|in) (von )?@zwei @tagen — innerhalb von 24 stunden unter
frist|liefertermin|zeitplan|zeitrahmen|stichtag — frist läuft am 30

# Words that say who decides, signs or approves.
## decides
(als|bin|unsere?)( der| die)? @geschaftsfuhrer — als geschäftsführer
@geschaftsfuhrer (~12 ){0,4}@entscheidet — personalrat entscheidet am 20
(entscheidet|unterschreibt|genehmigt) (~12 ){0,3}@geschaftsfuhrer — entscheidet geschäftsführer
(ich|wir|sie) (allein |selbst |darüber )?@entscheiden — sie allein entscheiden: möchten sie
@entscheidung (liegt|trifft|durch|von|des|der) — zustimmung der eigentümerin
das letzte wort — das letzte wort

# Words that offer business.
## opportunity
interesse an|interessieren uns für|interessiert an — interesse an
(angebot|kostenvoranschlag|preisliste)( ~15){0,6} @zusenden — angebot für die markise zukommen
(bitten|bitte)( ~15){0,3} um (ein |einen |ihr )?@angebot — bitten um angebot
(möchten|würden gerne?|wollen)( ~15){0,8} @bestellen — möchten bestellen
(zusammenarbeit|partnerschaft|kooperation) @vorschlagen — zusammenarbeit vorschlagen
suchen (wir )?(einen?|nach)( ~15){0,2} @lieferanten — suchen eine lieferanten
`;
