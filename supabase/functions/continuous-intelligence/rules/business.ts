/** Does the mail speak of money to spend, a time frame, who decides, or business to win? */
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const BUDGET = [
  cue(
    "budgets?",
    "budgeted",
    "(?:spend|invest|willing to pay|can afford|price range|set aside|allocated)(?: \\p{L}{1,12}){0,4} (?:[€$£]|\\d)",
    "(?:kostenrahmen|preisrahmen|investitionsrahmen|investitionsvolumen)",
    "(?:presupuesto (?:de|disponible|máximo|aprobado|asignado|es|sería|anual)|(?:nuestro|un) presupuesto)",
  ),
  /(?:[€$£]|eur|gbp|usd|chf) ?[\d.,']{1,12}(?: \p{L}{1,12}){0,4} (?:set aside|allocated|approved|available)/u,
  /(?:up to|around|about|maximum of|max\.?|between|bis zu|rund|maximal|hasta|unos|alrededor de) ?(?:(?:eur|usd|gbp|chf)\s?|[€$£]\s?)\d/u,
  /(?:up to|around|about|maximum of|between|bis zu|rund|maximal|hasta|unos|alrededor de) \d[\d.,' ]{0,12}k? ?(?:€|eur|euros?|usd|dollars?|pounds?|chf)/u,
];

const TIMELINE = cue(
  "(?:deadline|timeline|time ?frame|go[- ]live|target date|due date|roll ?out (?:in|by))",
  "(?:by|before|until|no later than|starting|from|in|on|end of|beginning of|early|late|mid)[ -](?:the )?(?:end of (?:the )?)?(?:next |this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|week|month|quarter|year|q[1-4]|summer|autumn|spring|winter|christmas|easter)",
  "(?:next|this|within the) (?:week|month|quarter|year)",
  "(?:by|before|until|due) (?:today|tomorrow|noon|eod|may|\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?\\p{L}{3,9})?)",
  "(?:within|in) (?:the next )?(?:\\d{1,3}|two|three|four|five|six|a few|a couple of) (?:hours|days|weeks|months)",
  "(?:bis|ab|spätestens|ende|anfang|mitte)(?: \\p{L}{1,10}){0,2} (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|woche|monats?|quartals?|jahres?|heute|morgen|\\d{1,2}\\.)",
  "(?:nächste|kommende|diese)[nrms]? (?:woche|monat|quartal|jahr)",
  "(?:innerhalb|binnen|in) (?:von )?(?:\\d{1,3}|zwei|drei|vier|einer|einem) (?:tagen?|wochen?|monaten?|stunden?)",
  "(?:frist|liefertermin|zeitplan|zeitrahmen|stichtag)",
  "(?:antes del?|para el|a partir del?|hasta el|a finales de|a principios de)(?: \\p{L}{1,10}){0,2} (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|\\d{1,2}|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|semana|mes|año|trimestre)",
  "(?:próxim[oa]|est[ea]) (?:semana|mes|año|trimestre|lunes|martes|miércoles|jueves|viernes)",
  "(?:dentro de|en) (?:\\d{1,3}|dos|tres|cuatro|una|un) (?:días|semanas?|mes(?:es)?|horas)",
  "(?:plazo|fecha límite|cronograma)",
);

const DECIDES = cue(
  "(?:as|i'm|i am|our|my)(?: the| a)? (?:ceo|cfo|cto|coo|founder|co-founder|owner|managing director|managing partner|president|head of \\p{L}{2,}|vp|vice president|director of \\p{L}{2,}|purchasing manager|procurement manager|decision[- ]maker)",
  "decision[- ]makers?",
  "(?:i|we|you) (?:alone |together |both )?decide",
  "(?:i|we) (?:will |can |make the |take the |have the final |am responsible for the )?(?:decide|final decision|final say|sign off|approve)",
  "(?:approved|signed off|cleared) by (?:the|our) (?:board|ceo|cfo|director|owner|management)",
  "(?:als|bin|unsere?)(?: der| die)? (?:geschäftsführer(?:in)?|inhaber(?:in)?|vorstand|einkaufsleiter(?:in)?|leiter(?:in)?|entscheider(?:in)?)",
  "(?:ich|wir|sie) (?:allein |selbst )?entscheiden?|(?:geschäftsleitung|geschäftsführung)",
  "(?:soy|como|nuestr[oa]|es)(?: el| la)? (?:director(?:a)?(?: general)?|gerente(?: general)?|propietari[oa]|dueñ[oa]|fundador(?:a)?|responsable de compras)",
  "(?:yo decido|quien decide|la decisión final)",
);

const OPPORTUNITY = [
  cue(
    "(?:interested in|considering|looking (?:at|into)|planning) (?:\\p{L}{1,15} ){0,3}(?:buying|purchasing|ordering|hiring|your (?:product|service|offer|system|solution|package|catering|panels?)s?|working with you|a (?:demo|quote|trial|subscription|partnership)|partnering|switching|upgrading|expanding|installing)",
    "(?:looking for|in need of|searching for) (?:an? )?(?:\\p{L}{1,15} ){0,3}(?:supplier|vendor|partner|provider|installer|contractor|agency|caterer|lawyer|law firm|counsel|distributor|reseller|solution)",
    "(?:send|provide|give|get|have|prepare|like|need|request|want)(?: \\p{L}{1,12}){0,3} (?:quote|quotation|proposal|estimate|price list|pricing|offer)",
    "(?:quote|quotation|pricing|estimate) for",
    "(?:place|placing) (?:an?|our|the) (?:\\p{L}{1,12} ){0,2}orders?",
    "(?:would|'d) like to (?:order|buy|purchase|hire|book|engage|retain|become a (?:customer|partner|reseller))",
    "(?:request for proposals?|rfp|rfq)",
    "(?:partnership|joint venture|reseller|distribution) (?:opportunit(?:y|ies)|agreement|proposal|programme|program)",
    "(?:explore|discuss|propose|proposing|suggest) (?:a |an |the )?(?:\\p{L}{1,12} ){0,2}(?:partnership|collaboration|cooperation|joint)",
    "(?:renew|extend|expand|upgrade) (?:our|the) (?:contract|subscription|plan|order|licen[cs]es?|agreement)",
  ),
  cue(
    "(?:interesse an|interessieren uns für|interessiert an)",
    "(?:angebot|kostenvoranschlag|preisliste)(?: \\p{L}{1,15}){0,6} (?:zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen)",
    "(?:bitten|bitte)(?: \\p{L}{1,15}){0,3} um (?:ein |einen |ihr )?(?:angebot|kostenvoranschlag|preise)",
    "(?:möchten|würden gerne?|wollen)(?: \\p{L}{1,15}){0,8} (?:bestellen|kaufen|beauftragen|buchen)",
    "(?:zusammenarbeit|partnerschaft|kooperation) (?:vorschlagen|besprechen|anbieten|interessiert)",
    "suchen (?:wir )?(?:einen?|nach)(?: \\p{L}{1,15}){0,2} (?:lieferanten|partner|anbieter|dienstleister)",
  ),
  cue(
    "(?:interesad[oa]s? en|estamos buscando|buscamos)",
    "(?:cotización|presupuesto (?:para|sin|detallado)|lista de precios|tarifas?)",
    "(?:quisiéramos|nos gustaría|queremos|quiero|me gustaría) (?:hacer un pedido|comprar|contratar|encargar|pedir|solicitar|colaborar|reservar)",
    "(?:propuesta|acuerdo) de (?:colaboración|asociación|distribución)",
  ),
];

/** The first sentence that names a budget or a sum that limits what may be spent. */
export function findBudget(sentences: readonly Sentence[]): Sentence | null {
  return findFirst(sentences, BUDGET);
}

/** The first sentence that names a date, deadline or period to come. */
export function findTimeline(sentences: readonly Sentence[]): Sentence | null {
  return findFirst(sentences, [TIMELINE]);
}

/** The first sentence that says who decides, signs or approves, the sender or another. */
export function findDecisionMaker(sentences: readonly Sentence[]): Sentence | null {
  return findFirst(sentences, [DECIDES]);
}

/** The first sentence that offers business. */
export function findOpportunity(sentences: readonly Sentence[]): Sentence | null {
  return findFirst(sentences, OPPORTUNITY);
}

function findFirst(sentences: readonly Sentence[], cues: readonly RegExp[]): Sentence | null {
  return sentences.find(({ folded }) => cues.some((pattern) => pattern.test(folded))) ?? null;
}
