/** What is the reader asked to do? */
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const ASKED = [
  cue(
    "please",
    "pls",
    "plz",
    "kindly",
    "(?:can|could|would|will|won't|can't|couldn't) (?:you|u|someone|somebody|anyone|your team)",
    "(?:would|do) you mind",
    "would you (?:be able|be willing|like) to",
    "are you able to",
    "i(?:'d| would) (?:appreciate|be grateful)",
    "i(?:'d| would)? (?:need|want|like|ask|expect|urge|request) (?:for )?(?:you|your team) to",
    "we(?:'d| would)? (?:need|want|like|ask|expect|request) you to",
    "you (?:need|have) to",
    "you (?:must|should) (?:also )?(?!have|be|see|know)\\p{L}{2,}",
    "(?:i|we) (?:expect|demand|want) (?:an?|the|your)",
    "(?:i|we) need (?:the|your|a|an|it|this|to know|to have)",
    "let (?:me|us) know",
    "let(?:'s| us) (?:discuss|meet|talk|schedule|set up|get|have|do|plan|try|make|go|move|sync|arrange|catch up|chat|call)",
    "(?:don't|do not) forget",
    "(?:remember|be sure) to",
    "(?:can|could|may|might|shall|should) we (?:please )?(?:meet|talk|schedule|set up|get|have|discuss|arrange|speak|move|agree|reschedule)",
    "(?:i|we) (?:propose|suggest|recommend) (?:that )?(?:we|you|a|to)",
    "how about",
    "looking forward to (?:your (?:reply|response|answer|feedback)|hearing)",
  ),
  cue(
    "bitte",
    "(?:können|könnten|würden) (?:sie|ihr|wir)",
    "(?:kannst|könntest|würdest) du",
    "(?:schicken|senden|melden|geben|teilen|prüfen|bestätigen|rufen|nennen|überweisen|informieren|kontaktieren) sie",
    "(?:wir|ich) (?:brauchen?|benötigen?|erwarten?)",
    "lassen sie (?:uns|mich)",
    "(?:wir|ich) (?:bitten?|ersuchen?) (?:sie|um|dich|euch)",
  ),
  cue(
    "por favor",
    "(?:podr[ií]as?|podr[ií]an|podr[ií]amos)(?: usted| ustedes)?(?: \\p{L}{1,15}){0,2} \\p{L}{2,}[aeií]r(?:me|nos|lo|la|los|las|le|les)?",
    "(?:puedes?|pueden)(?: usted| ustedes)? \\p{L}{2,}[aeií]r(?:me|nos)",
    "(?:necesito|necesitamos|quiero|queremos|le pido|les pido|le pedimos|le ruego|le rogamos) (?:que|el|la|los|las|un|una|su)",
    "(?:ser[ií]a|ser[ií]an) tan amables?",
    "(?:av[ií]s[ea](?:me|nos)|av[ií]sen(?:me|nos)|conf[ií]rm[ea](?:me|nos)|env[ií][ea](?:me|nos)|ind[ií]que(?:me|nos)|ll[aá]m[ea](?:me|nos)|resp[oó]nd[ea](?:me|nos)|m[aá]nd[ea](?:me|nos)|d[ií]ga(?:me|nos))",
    "(?:le|les|te|os) agradecer[ií](?:a|amos)",
    "quedo a la espera de",
  ),
];

/** First words that order something; only verbs that are rarely a noun or an adjective in this place. */
const IMPERATIVE =
  /^(?:(?:also|and|then|so|but|next|finally|ok|okay|first|second),? )?(?:send|call|contact|review|confirm|check|forward|reply|respond|sign|submit|complete|fill|update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare|return|pay|email|e-mail|take|make|get|keep|put|use|join|visit|follow|register|download|read|print|delete|cancel|approve|advise|include|ensure|verify|note that you|try|call|find out|look into|meet|come|go|talk|speak|discuss|set up|pick up|don't|do not|enter|file the|see (?:if|whether|that)|share|consider|stop|start|help|notify|inform|fix|correct|move|upload|choose|select|write)\s(?!is\b|was\b|are\b|of\b|being\b|you\b)/;

/** Politeness that asks for nothing. */
const BOILERPLATE = cue(
  "please (?:find|see)(?: \\p{L}{1,12}){0,3} (?:attached|enclosed|below)",
  "please (?:note|be advised|be aware|be informed|accept|excuse|forgive)",
  "see (?:the )?(?:attached|below|above|enclosed)",
  "(?:don't|do not|never|bitte nicht) hesitate",
  "(?:feel|please feel) free",
  "if (?:you have|there are) (?:any|further|additional)(?: \\p{L}{1,12}){0,2} (?:questions?|concerns?|queries|comments)",
  "bei (?:rück)?fragen",
  "für rückfragen",
  "no dude(?:n)? en",
  "cualquier (?:duda|consulta|pregunta)",
  "pleased? to",
  "(?:do not|don't|please do not|please don't) reply",
  "(?:thank|thanks) you (?:for|in advance)",
  "anbei (?:finden|erhalten|sende)",
  "please (?:contact|reply to) the sender",
);

/** Sentences that ask the reader to do something, in order, polite formulas left out. */
export function findActionItems(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ folded }) => {
    if (folded.length < 8 || BOILERPLATE.test(folded)) return false;
    return ASKED.some((asked) => asked.test(folded)) || IMPERATIVE.test(folded);
  });
}
