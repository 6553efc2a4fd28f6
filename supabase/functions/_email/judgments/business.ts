/** Does the mail speak of money to spend, a time frame, who decides, or business to win? */
import type { DateFact, Fact } from "../reading.ts";
import { cue, cuesOf, type Pattern } from "../text/cues.ts";
import { findWords } from "../text/facts.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { dayOf } from "../facts/deadlines.ts";

const BUDGET = [
  cue(
    "budgets?",
    "budgeted",
    "(?:spend|invest|willing to pay|can afford|price range|set aside|put aside|allocated|earmarked|have put)(?: [\\p{L}']{1,12}){0,4} (?:[€$£]|\\d)",
    "(?:must|has to|have to|needs to|should|can|cannot|can't|want to|like to)(?: [\\p{L}']{1,12}){0,3} (?:stay|keep|be|come in|remain|exceed|go)(?: [\\p{L}']{1,12}){0,2} (?:under|below|within|over|above|beyond) ?(?:[€$£] ?)?\\d[\\d.,]{0,9}k?",
    "(?:no more than|not more than|at most|a ceiling of|a limit of|maximum of) ?(?:[€$£] ?)?\\d[\\d.,]{0,9}k?",
    "(?:i|we)(?:'d| would| could| can|'ll| will)(?: \\p{L}{1,10}){0,2} (?:pay|stretch to|go (?:up )?to|spend)(?: [\\p{L}']{1,10}){0,2} ?[€$£] ?\\d[\\d.,]{0,9}k?",
    "(?:no|not much|little|tight on) (?:money|funds|funding)(?: \\p{L}{1,10}){0,2}|funding (?:of|for)|grant of",
    "(?:kostenrahmen|preisrahmen|investitionsrahmen|investitionsvolumen|budgetiert)",
    "(?:höchstens|maximal|nicht mehr als|bis zu|rund|etwa|ca\\.?) \\d[\\d.,]{0,9} ?(?:€|eur|euro)(?: \\p{L}{1,12}){0,3} (?:werden|ausgeben|eingeplant|vorgesehen|zur verfügung|reserviert)",
    "(?:eingeplant|vorgesehen|zur verfügung stehen|zurückgelegt|bereitgestellt)(?: \\p{L}{1,12}){0,3} (?:\\d[\\d.,]{0,9}|€)",
    "dürfen es(?: \\p{L}{1,12}){0,3} \\d[\\d.,]{0,9} ?(?:€|eur|euro)",
    "(?:haben|hätten)(?: \\p{L}{1,12}){0,3} \\d[\\d.,]{0,9} ?(?:€|eur|euro)(?: \\p{L}{1,12}){0,3} (?:eingeplant|vorgesehen|zur verfügung|reserviert)",
    "(?:presupuesto (?:de|disponible|máximo|aprobado|asignado|es|sería|anual)|(?:nuestro|un|hay) presupuesto)",
    "(?:como máximo|no más de|podemos (?:gastar|pagar|llegar)|tope de|partida de|tenemos reservad[oa]s?|hemos (?:previsto|reservado))(?: \\p{L}{1,12}){0,4} ?\\d[\\d.,]{0,9} ?(?:€|eur|euros)?",
    "(?:nous avons|on a) prévu(?: \\p{L}{1,12}){0,3} \\d[\\d .,]{0,9} ?(?:€|euros)?",
  ),
  /(?:[€$£]|eur|gbp|usd|chf) ?[\d.,']{1,12}k?(?: \p{L}{1,12}){0,4} (?:set aside|put aside|allocated|approved|available|aside)/u,
  /(?:up to|around|about|maximum of|max\.?|between|bis zu|rund|maximal|hasta|unos|alrededor de) ?(?:(?:eur|usd|gbp|chf)\s?|[€$£]\s?)\d[\d.,]{0,9}k?/u,
  /(?:up to|maximum of|between|bis zu|maximal|hasta) \d[\d.,' ]{0,12}k? ?(?:€|eur|euros?|usd|dollars?|pounds?|chf)/u,
];

/** Today's date is no time to come where it tells what was. */
const PAST_TODAY =
  /^(?:this (?:morning|week|month|year)|today's|heute (?:früh|morgen)|esta mañana|yesterday)$/i;

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

const ROLE =
  "(?:ceo|cfo|cto|coo|founder|co-founder|owner|managing director|managing partner|president|head of \\p{L}{2,15}|vp|vice president|director(?: of \\p{L}{2,15})?|purchasing manager|procurement manager|decision[- ]maker|boss|board|trustees|governors|committee|council|landlord|partner|husband|wife|chair(?:man|woman)?|treasurer|bursar|headteacher|head teacher|management|manager|finance (?:team|department|director))";
const ROLE_DE =
  "(?:geschäftsführer(?:in)?|geschäftsführung|geschäftsleitung|inhaber(?:in)?|vorstand|einkaufsleiter(?:in)?|leiter(?:in)?|leitung|chef(?:in)?|personalrat|betriebsrat|stadtrat|gemeinderat|beirat|einkauf|entscheider(?:in)?|verwaltungsrat|kollegium|mann|frau|partner(?:in)?)";
const ROLE_ES =
  "(?:director(?:a)?(?: general)?|gerente(?: general)?|propietari[oa]|dueñ[oa]|fundador(?:a)?|responsable(?: de compras)?|president[ea]|junta|consejo|comité|jef[ea]|soci[oa]s?|administrador(?:a)?)";
const SIGNS_OFF =
  "(?:approves?|approved|decides?|signs?(?: it| this| them)?(?: off)?|signed off|has the (?:last|final) (?:word|say)|makes the (?:call|decision)|gives? the go-ahead|has to agree|must agree|will (?:decide|approve|sign)|wants? to (?:decide|approve|sign)|needs to (?:approve|sign|agree))";

const DECIDES = cuesOf({
  en: [
    `(?:as|i'm|i am|our|my)(?: the| a)? ${ROLE}(?:,? [\\p{L}' ,]{0,30}? ${SIGNS_OFF}|(?=[,.]? (?:and|who|so|i|we|wants|asked)))`,
    "(?:as|i'm|i am|our)(?: the| a)? (?:ceo|cfo|cto|coo|founder|co-founder|owner|managing director|managing partner|president|decision[- ]maker)",
    "decision[- ]makers?",
    `(?:the |our |my )?${ROLE} (?:\\p{L}{1,10} ){0,2}${SIGNS_OFF}`,
    "(?:i|we|you|he|she|they) (?:alone |together |both |will |can |have to |must |may )?decide(?! (?:to|otherwise|differently))",
    "(?:decision|choice|selection|call|final say|last word)(?: on \\p{L}{2,15})? (?:is|rests with|lies with|sits with|belongs to) (?:mine|me|us|ours|our|my|the|him|her)",
    "(?:i|we) (?:can |will |may |make the |take the |have the |get the )?(?:final (?:decision|say)|last word|sign (?:it |this |that |them )?off|authori[sz]e|approve (?:it|this|the|up))",
    "can (?:decide|authori[sz]e|approve|sign)(?: (?:it|this|that|remote|the|off))?",
    `(?:approved|signed off|cleared|signed|agreed) by (?:the |our |my )?${ROLE}`,
    `(?:goes?|go|up|refer(?:red)?|has to go|needs to go|take (?:it|this)) (?:to|past|by|before) (?:the |our |my )?${ROLE}`,
    "(?:approval|sign-off|signature|blessing|consent|go-ahead) (?:of|from|by) (?:the |our |my )?\\p{L}{3,15}",
  ],
  de: [
    `(?:als|bin|unsere?)(?: der| die)? ${ROLE_DE}`,
    `${ROLE_DE} (?:\\p{L}{1,12} ){0,4}(?:entscheidet|entscheiden|unterschreibt|genehmigt|zustimmen|zustimmt|freigibt|freigeben|freigegeben)`,
    `(?:entscheidet|unterschreibt|genehmigt) (?:\\p{L}{1,12} ){0,3}${ROLE_DE}`,
    "(?:ich|wir|sie) (?:allein |selbst |darüber )?(?:entscheiden?|unterschreibe|unterzeichne)|(?:entscheidung|freigabe|zustimmung) (?:liegt|trifft|durch|von|des|der)|das letzte wort",
  ],
  es: [
    `(?:soy|como|nuestr[oa]|es)(?: el| la)? ${ROLE_ES}`,
    `${ROLE_ES}(?: de (?:la |el |los )?\\p{L}{2,15})?,? (?:que es quien|quien|que|es quien|la que|el que) (?:firma|decide|aprueba)`,
    `(?:decide|firma|aprueba|aprobará|decidirá) (?:\\p{L}{1,12} ){0,2}${ROLE_ES}`,
    "(?:yo decido|quien (?:decide|firma|aprueba)|la decisión final|la última palabra|tengo que consultarlo con)",
  ],
});

const OPPORTUNITY = [
  cue(
    "(?:interested in|considering|looking (?:at|into)|planning) (?:\\p{L}{1,15} ){0,3}(?:buying|purchasing|ordering|hiring|your (?:product|service|offer|system|solution|package|catering|panels?)s?|working with you|a (?:demo|quote|trial|subscription|partnership)|partnering|switching|upgrading|expanding|installing)",
    "(?:looking for|in need of|searching for) (?:an? )?(?:\\p{L}{1,15} ){0,3}(?:supplier|vendor|partner|provider|installer|contractor|agency|caterer|lawyer|law firm|counsel|distributor|reseller|solution)",
    "(?:send|provide|give|get|have|prepare|like|need|request|want)(?: \\p{L}{1,12}){0,3} (?:quote|quotation|proposal|estimate|price list|pricing|offer)",
    "(?:quote|quotation|pricing|estimate) for",
    "(?:place|placing) (?:an?|our|the) (?:\\p{L}{1,12} ){0,2}orders?",
    "(?:would|i'd|we'd) like to (?:order|buy|purchase|hire|book|engage|retain|become a (?:customer|partner|reseller))",
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

/** The first words that name a budget or a sum that limits what may be spent; null when there are none. */
export function findBudget(sentences: readonly Sentence[]): Fact | null {
  return findFirst(sentences, BUDGET);
}

/** The first date to come, else the first words that name a deadline or time frame. */
export function findTimeline(
  sentences: readonly Sentence[],
  dates: readonly DateFact[],
  receivedAt: string,
): Fact | null {
  const date = dates.find(({ value, text }) =>
    dayOf(value, receivedAt) !== null && !PAST_TODAY.test(text)
  );
  if (date === undefined) return findFirst(sentences, [TIMELINE]);
  const { source, start, end, text } = date;
  return { source, start, end, text };
}

/** The first words that say who decides, signs or approves, the sender or another. */
export function findDecisionMaker(
  sentences: readonly Sentence[],
  language: string | null,
): Fact | null {
  return findFirst(sentences.filter(({ text }) => !text.endsWith("?")), [DECIDES.in(language)]);
}

/** The first sentence that offers business. */
export function findOpportunity(sentences: readonly Sentence[]): Sentence | null {
  return sentences.find(({ folded }) => OPPORTUNITY.some((pattern) => pattern.test(folded))) ??
    null;
}

function findFirst(sentences: readonly Sentence[], cues: readonly Pattern[]): Fact | null {
  const occurring = selectOccurring(cues, sentences);
  for (const sentence of sentences) {
    for (const pattern of occurring) {
      const words = pattern.test(sentence.folded) ? findWords(sentence, pattern) : null;
      if (words !== null) return words;
    }
  }
  return null;
}
