/** What is the reader asked to do, and what does the sender promise? */
import { cue, cuesOf, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { isQuestion } from "./questions.ts";
import { scoreRequest } from "../model/requests/request_model.ts";

const VERBS =
  "send|call|ring|phone|text|contact|review|confirm|check|forward|reply|respond|sign|submit|complete|fill|update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare|return|pay|email|e-mail|take|make|get|keep|put|use|join|visit|follow|register|download|read|print|delete|cancel|approve|advise|include|ensure|verify|try|find|look|meet|come|go|talk|speak|discuss|set|pick|file|share|consider|stop|start|help|notify|inform|fix|correct|move|upload|choose|select|write|ship|deliver|transfer|refund|book|reserve|hold|order|drop|collect|change|book|let|show|quote|leave|turn|switch|run|test|clean|replace|repair|post|mail|remind|issue|credit|enlarge|wire|release|hand|cut|lock|open|close|publish|translate|draft|redo|recheck|prune|mark";

const ASKED = cuesOf({
  en: [
    "please",
    "pls",
    "plz",
    "kindly",
    `(?:can|could|would|will|won't|can't|couldn't|cld|cd) (?:you|u|someone|somebody|anyone|your team|one of you) (?:\\p{L}{2,10} ){0,2}(?:${VERBS})`,
    "(?:would|do) you mind",
    "would you (?:be able|be willing|be so kind|be kind enough) (?:as )?(?:to)?",
    "are you able to",
    `i(?:'d| would) (?:appreciate|be grateful|be glad) (?:it )?if`,
    "(?:would|'d) be (?:appreciated|great if|lovely if|helpful if|good if|super if|nice if)",
    "i(?:'d| would)? (?:need|want|like|ask|expect|urge|request|must ask) (?:for )?(?:you|your team|your \\p{L}{3,12}) to",
    "we(?:'d| would)? (?:need|want|like|ask|expect|request|require) you to",
    "(?:i|we)(?:'d| would) like (?:a|an|my|our|the|your|\\p{L}{2,8}) (?:price|quote|copy|refund|money|invoice|replacement|sample|samples|deposit|[$€£])",
    "(?:would like|i'd like|we'd like|want|need) (?:my|our|the) [^?!]{1,40} back",
    "(?:need|needs|have|has|ought) to (?:reach|be with|arrive with|get to) (?:me|us)|should (?:reach|be with) (?:me|us)",
    "you (?:need|have) to",
    "you (?:must|should) (?:also )?(?!have|be|see|know)\\p{L}{2,}",
    "(?:i|we) (?:expect|demand|require|insist on) (?:an?|the|your|that|to)",
    "(?:i|we) need (?:the|your|a|an|it|this|them|that|you|someone|somebody|two|three|\\d{1,4})",
    "let(?:'s| us) (?:meet|talk|schedule|set up|arrange|catch up|chat|call|plan|fix|say)",
    "(?:don't|do not) forget",
    "(?:remember|be sure|make sure) (?:to|that|you)",
    "(?:i|we) (?:propose|suggest|recommend) (?:that )?(?:you|to)",
    "(?:ring|call|phone|text|message|e-?mail) me(?: on| at| back|:| when| as| before|,)",
    "payable (?:by|within)|payment (?:is )?due|due (?:by|on) \\d|(?:amount|total|balance) (?:is )?due",
    "(?:get|have) (?:your|someone|somebody|an engineer|a technician|a plumber|one of your)(?: [\\p{L}']{1,12}){0,3} (?:to|here|out|over|round)",
    "consider it fair if you",
    "provided (?:i|we) have your",
  ],
  de: [
    "bitte(?! (?:sehr|schön))",
    "(?:können|könnten|würden) (?:sie|ihr)(?: \\p{L}{1,15}){1,12}(?:en|ern|eln)",
    "(?:kannst|könntest|würdest) du(?: \\p{L}{1,15}){1,12}(?:en|ern|eln)",
    "(?:schicken|senden|melden|geben|teilen|prüfen|bestätigen|rufen|nennen|überweisen|informieren|kontaktieren|bringen|unterschreiben|korrigieren|erstatten|stornieren|tauschen|reservieren|halten|liefern) sie",
    "(?:wir|ich) (?:brauchen?|benötigen?|erwarten?|bräuchten?)(?! (?:sie|nicht|keine?n?) )",
    "(?:bräuchte|brauche|benötige|erwarte|bräuchten|brauchen) (?:ich|wir)(?! nicht)",
    "(?:wäre|wären)(?: \\p{L}{1,12}){0,3} (?:super|toll|schön|nett|dankbar|gut|hilfreich|lieb)",
    "(?:wir|ich) (?:bitten?|ersuchen?) (?:sie|um|dich|euch)",
    "zahlbar (?:bis|innerhalb|sofort|ohne)|fällig (?:am|bis)|zahlungsziel",
    "um (?:\\p{L}{1,15} ){0,2}(?:rückruf|zusendung|erstattung|bestätigung|antwort|gutschrift) (?:wird|bitte|bis)",
  ],
  es: [
    "por favor",
    "pourriez-vous|pouvez-vous|merci de|veuillez|s'il vous plaît",
    "(?:podr[ií]a[ns]?|podr[ií]ais|podr[ií]amos)(?: usted| ustedes)?(?: \\p{L}{1,15}){0,2} \\p{L}{2,}[aeií]r(?:me|nos|lo|la|los|las|le|les)?",
    "(?:puede[ns]?|podéis)(?: usted| ustedes)? \\p{L}{2,}[aeií]r(?:me|nos)?",
    "(?:necesito|necesitamos|quiero|queremos|le pido|les pido|le pedimos|les pedimos|os pido|le ruego|le rogamos|les ruego|exijo|exigimos) (?:que|el|la|los|las|un|una|su|vuestr[ao])",
    "(?:me|nos) gustaría (?:hablar|recibir|tener)|(?:me|nos) gustaría que (?:me|nos|se|lo|la)",
    "(?:vencimiento|pagader[oa]) ",
    "(?:ser[ií]a|ser[ií]an|seríais) tan amables?",
    "(?:av[ií]s[ea](?:me|nos|dme|dnos)|av[ií]sen(?:me|nos)|conf[ií]rm[ea](?:me|nos|dme|dnos)|env[ií][ea](?:me|nos|dme|dnos)|envíen(?:me|nos)?|ind[ií]que(?:me|nos)|ll[aá]m[ea](?:me|nos|dme|dnos)|ll[aá]men(?:me|nos)|resp[oó]nd[ea](?:me|nos|dme)|m[aá]nd[ea](?:me|nos|dme|dnos)|traed|traigan|traiga|poneos|devuelvan|devolvedme|reserv[ea](?:me|nos|dme|dnos))",
    "(?:le|les|te|os) agradecer[ií](?:a|amos) (?:que|si|el|la|un|una|su|nos|me)",
  ],
});

/** First words that order something; only verbs that are rarely a noun or an adjective in this place. */
const ORDER = new RegExp(
  `^(?:just |simply )?(?:${VERBS}|don't|do not|see (?:if|whether|that)|note that you)\\s(?!is\\b|was\\b|are\\b|of\\b|being\\b|you\\b|at\\b(?! (?:least|once)))`,
);
/** What may stand before an order: a joining word, a condition, a name. */
const BEFORE_ORDER =
  /^(?:(?:also|and|then|so|but|next|finally|ok|okay|first|second|once [^,.]{1,60}|if [^,.]{1,90}),? |[a-z\u00df-\u024f]{2,12}, )/;

/** Apart, because one expression for both is slow to compile. */
function isOrder(folded: string): boolean {
  const before = BEFORE_ORDER.exec(folded)?.[0].length ?? 0;
  return ORDER.test(folded) || (before > 0 && ORDER.test(folded.slice(before)));
}

const PROMISED = cue(
  "(?:i'll|i will|we'll|we will|i'm going to|we're going to|i shall|we shall) (?:also |then |gladly |personally |\\p{L}{2,10}ly )?(?:send|bring|drop|call|ring|phone|deliver|ship|pay|come|forward|transfer|return|prepare|update|check|collect|pick|get back|let you have|email|e-mail|post|fix|replace|refund|confirm|hand|finish|upload|order|arrange|be there|be with you|settle)",
  "(?:the rest|balance) (?:comes|follows|is paid|will follow)",
  "(?:schicke|sende|bringe|überweise|rufe|liefere|melde|hole|kümmere|gebe|lege|mache) ich|(?:schicken|senden|bringen|liefern|rufen) wir|ich werde|wir werden",
  "(?:ich|wir) (?:schicke|schicken|sende|senden|bringe|bringen|überweise|überweisen|rufe|rufen|liefere|liefern|melde|melden)(?: \\p{L}{1,15}){0,6} (?:am|bis|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|zu|vorbei|an|zurück|nach)",
  "(?:le|les|te|os|lo|la|los|las) (?:enviaré|enviaremos|mandaré|mandaremos|llamaré|llamaremos|llevaré|pagaré|pagaremos|devolveremos)",
);
/** A promise with a condition that the reader may leave alone is an offer. */
const OFFERED = cue(
  "just say",
  "if you (?:like|want|wish|prefer|are interested)",
  "happy to",
  "wenn sie (?:möchten|wollen)",
  "si (?:quiere[ns]?|quieres|lo desea)",
);

/** Politeness that asks for nothing. */
const BOILERPLATE = cue(
  "please (?:find|see)(?: \\p{L}{1,12}){0,3} (?:attached|enclosed|below)",
  "please (?:note|be advised|be aware|be informed|accept|excuse|forgive|don't trouble|do not trouble|disregard)",
  "see (?:the )?(?:attached|below|above|enclosed)",
  "(?:don't|do not|never|bitte nicht) hesitate",
  "(?:feel|please feel) free",
  "if (?:you have|there are|you've) (?:any|further|additional|more)(?: \\p{L}{1,12}){0,2} (?:questions?|concerns?|queries|comments|doubts)",
  "(?:let (?:me|us) know|get in touch|reach out|contact (?:me|us)|call (?:me|us)) (?:if|should) (?:you|there|anything)",
  "bei (?:rück)?fragen",
  "für rückfragen",
  "no dude(?:n)? en",
  "cualquier (?:duda|consulta|pregunta)",
  "pleased? to",
  "(?:do not|don't|please do not|please don't|no need to) (?:reply|answer|worry|send|call|respond)",
  "(?:thank|thanks) you (?:for|in advance)",
  "anbei (?:finden|erhalten|sende)",
  "please (?:contact|reply to) the sender",
  "(?:looking|look) forward",
  "(?:order|claim|book|get|try|start|request) (?:a|your|our) (?:free|no-obligation)",
  "meet \\p{L}{2,20}(?: \\p{L}{2,20}){0,2}, (?:who|our|my|the)",
  "let me (?:introduce|start|begin|say|explain)",
  "action required|you must confirm|failure to comply",
  "take care|keep well|see you|have a (?:good|nice|great|lovely)|get well",
  "make no mistake|believe me|trust me|mind you|come to think|never mind|put simply|take silence",
  "nothing (?:for you )?to (?:do|answer|sign)|(?:you )?(?:don't|do not) (?:have|need) to do",
  "(?:keep|just keep) (?:doing|up|it up|going)",
  "bitte sehr|danke",
);

/** Only an answer is wanted, which the questions already say. */
const ONLY_ANSWER = cue(
  "let (?:me|us) know",
  "tell (?:me|us) (?:if|whether|what|when|where|who|how|which|why)",
  "geben sie (?:mir|uns) bescheid|sagen sie (?:mir|uns)",
  "(?:dígame|díganos|avíseme|avísenos) (?:si|cuándo)",
);

/** Asked not to do something. */
const UNWANTED = cue("please,? (?:no|don't|do not)", "bitte (?:nicht|keine?n?)", "por favor,? no");

/** Log-odds from which the model alone makes a statement an action item; it was trained on English. */
const SURE = 2.2;
/** Requests that only the model sees still speak to or of somebody. */
const TO_SOMEBODY = /\b(?:you|your|u|please|let|we|me|us)\b/;
/** Log-odds below which rules are not believed. */
const UNBELIEVED = -3;
/** Whoever orders or promises needs a few words. */
const MIN_UNITS = 8;

/** Sentences that ask the reader to do something, and promises; polite formulas left out. */
export function findActionItems(
  sentences: readonly Sentence[],
  language: string | null,
): Sentence[] {
  const asking = selectOccurring([ASKED.in(language)], sentences);
  return sentences.filter((sentence) => isActionItem(sentence, language, asking));
}

/** What the sender will do, and asks nobody for. */
export function isPromise({ folded }: Sentence, language: string | null): boolean {
  return PROMISED.test(folded) && !ASKED.in(language).test(folded);
}

function isActionItem(
  sentence: Sentence,
  language: string | null,
  asking: readonly Pattern[],
): boolean {
  const { folded } = sentence;
  if (folded.length < MIN_UNITS) return false;
  const asked = asking.some((pattern) => pattern.test(folded));
  return wants(sentence, language, asked) && !isFormula(sentence);
}

/** Politeness, or bait, that asks for nothing. */
export function isFormula({ folded }: Sentence): boolean {
  return BOILERPLATE.test(folded);
}

function wants(sentence: Sentence, language: string | null, asked: boolean): boolean {
  const { folded, text } = sentence;
  if (isQuestion(sentence)) return asked && !ONLY_ANSWER.test(folded);
  if (text.endsWith("?")) return false;
  if (asked) return !ONLY_ANSWER.test(folded) && !UNWANTED.test(folded);
  if (PROMISED.test(folded)) return !OFFERED.test(folded);
  if (isOrder(folded)) return language !== "en" || scoreRequest(text) > UNBELIEVED;
  return language === "en" && TO_SOMEBODY.test(folded) && scoreRequest(text) > SURE;
}
