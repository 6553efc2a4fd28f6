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
@bestellen = bestellen|kaufen|beauftragen|buchen|mieten|reservieren
@vorschlagen = vorschlagen|besprechen|anbieten|interessiert
@lieferanten = lieferanten|partner|anbieter|dienstleister

# Words that name a budget or limit what may be spent.
## budget
kostenrahmen|preisrahmen|investitionsrahmen — unser kostenrahmen ist eng
investitionsvolumen|budgetiert — das investitionsvolumen steht fest
@hochstens \d[\d.,]{0,9} ?(€|eur|euro)( ~12){0,3} @werden — höchstens 28 euro pro person vorgesehen
@eingeplant( ~12){0,3} (\d[\d.,]{0,9}|€) — dafür sind eingeplant rund 3.500 euro
dürfen es( ~12){0,3} \d[\d.,]{0,9} ?(€|eur|euro) — pro kopf dürfen es 28 euro sein
(haben|hätten)( ~12){0,3} \d[\d.,]{0,9} ?(€|eur|euro)( ~12){0,3} @vorgesehen — haben 50 € reserviert

# Words that name a deadline or a time frame.
## timeline
(bis|ab|spätestens|ende|anfang|mitte)( ~10){0,2} @montag — wir brauchen es bis freitag
(nächste|kommende|diese)[nrms]? (woche|monat|quartal|jahr) — wir entscheiden nächste woche
(innerhalb|binnen|in) (von )?@zwei @tagen — die lieferung kommt innerhalb von zwei wochen
frist|liefertermin|zeitplan|zeitrahmen|stichtag — die frist endet am 30. juni

# Words that say who decides, signs or approves.
## decides
(als|bin|unsere?)( der| die)? @geschaftsfuhrer — als geschäftsführerin bitte ich um ein angebot
@geschaftsfuhrer (~12 ){0,4}@entscheidet — der vorstand entscheidet am freitag
(entscheidet|unterschreibt|genehmigt) (~12 ){0,3}@geschaftsfuhrer — das entscheidet der vorstand
(ich|wir|sie) (allein |selbst |darüber )?@entscheiden — das können sie allein entscheiden
@entscheidung (liegt|trifft|durch|von|des|der) — die entscheidung liegt bei mir
das letzte wort — meine frau hat das letzte wort

# Words that offer business.
## opportunity
interesse an|interessieren uns für|interessiert an — wir haben interesse an ihrem kurs
(angebot|kostenvoranschlag|preisliste)( ~15){0,6} @zusenden — können sie mir ein angebot schicken
(bitten|bitte)( ~15){0,3} um (ein |einen |ihr )?@angebot — wir bitten um ein angebot
(möchten?|würden gerne?|wollen)( (~15|\d{1,4})){0,8} @bestellen — wir möchten 10 stühle bestellen
(zusammenarbeit|partnerschaft|kooperation) @vorschlagen — ich möchte eine zusammenarbeit vorschlagen
suchen (wir )?(einen?|nach)( ~15){0,2} @lieferanten — wir suchen einen neuen lieferanten
`;
