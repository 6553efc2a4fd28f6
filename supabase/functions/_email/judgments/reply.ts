/** Does the sender wait for an answer? */
import type { Intent } from "../reading.ts";
import { cue, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { SHORT_MAIL_SENTENCES } from "./intent.ts";
import type { MailTraits } from "../model/mail_features.ts";
import type { MailScores } from "../model/mail_model.ts";

const DECLINED = cue(
  "(?:no|nothing|without any) (?:need|reply|answer|response|action)(?: \\p{L}{1,12}){0,2} (?:to (?:reply|answer|respond|do|come back)|(?:is )?(?:needed|required|necessary|expected))",
  "nothing (?:to answer|for you to do|to reply)",
  "(?:don't|do not|please don't|no need to) (?:trouble to |bother to |have to |need to )?(?:reply|answer|respond|write back|do anything)",
  "(?:you|the reader) (?:don't|do not) (?:have|need) to (?:do|reply|answer)",
  "for your (?:files|records|information)|fyi",
  "(?:antwort|rückmeldung|reaktion) (?:ist )?nicht (?:nötig|erforderlich|notwendig)|keine (?:antwort|rückmeldung) (?:nötig|erforderlich|notwendig)|sie müssen nicht (?:antworten|reagieren)|nur zur (?:info|information|kenntnis)",
  "no (?:hace falta|es necesario|necesita[ns]?)(?: que)? (?:\\p{L}{1,12} ){0,2}(?:contest|respond|hag|respuesta)\\p{L}{0,6}|para su (?:información|conocimiento)",
);

const WANTS_ANSWER = cue(
  "(?:let (?:me|us) (?:know|have)|get back to|come back to|write back|reply|respond|answer|ring|call|phone|text|message|write to|e-?mail) (?:to )?(?:me|us)",
  "(?:please|pls|kindly) (?:[\\p{L}']{1,12} ){0,3}(?:reply|respond|answer|confirm|advise|acknowledge|rsvp|call|ring)",
  "text [\"']|(?:call|ring|phone) (?:me |us )?(?:on|at|before|by|back|:|\\d)",
  "(?:hear|hearing) (?:back )?(?:from you|how you|what you|your)",
  "(?:your|a) (?:reply|response|answer|feedback|comments|thoughts|decision|go-ahead|confirmation)",
  "what do you (?:say|think)|rsvp",
  "(?:rufen|melden|schreiben|antworten|bestätigen|nennen|geben|teilen|sagen|lassen) sie",
  "(?:ihre|eine|deine|eure) (?:kurze |baldige |schnelle )?(?:antwort|rückmeldung|rückruf|bestätigung|zusage|entscheidung|rückantwort)",
  "(?:melde|melden|meldet) (?:dich|sie|euch)|um (?:\\p{L}{1,12} )?(?:rückruf|antwort|bestätigung|rückmeldung)",
  "(?:llám|respónd|contést|avís|confírm|escríb|dí)(?:e|a|g)?\\p{L}{0,2}(?:me|nos|dme|dnos)",
  "(?:su|tu|vuestra) (?:respuesta|confirmación)|quedo a la espera|(?:me |nos )?confirmen",
);

/** Whoever writes for this waits for an answer, asked or not. */
const ASKING_INTENTS: ReadonlySet<Intent> = new Set([
  "meeting_request",
  "question",
  "proposal",
  "complaint",
  "support_request",
  "sales_inquiry",
  "partnership",
]);

/** What the sender says about an answer in so many words; null where nothing. */
export function readAnswerWish(sentences: readonly Sentence[]): "declined" | "wanted" | null {
  if (says(sentences, DECLINED)) return "declined";
  return says(sentences, WANTS_ANSWER) ? "wanted" : null;
}

/**
 * Not where the sender says that no answer is needed; else as the mail heads judge, or, where they do not
 * know the language or the mail is too short for them: a question, a wish for an answer, or an intent
 * that lives from one.
 */
export function needsReply(
  { sentences, context }: MailTraits,
  intent: Intent,
  scores: MailScores | null,
): boolean {
  if (context.answerWish === "declined") return false;
  if (scores !== null && sentences.length > SHORT_MAIL_SENTENCES) return scores.reply > 0;
  return context.questions.length > 0 || ASKING_INTENTS.has(intent) ||
    context.answerWish === "wanted";
}

function says(sentences: readonly Sentence[], pattern: Pattern): boolean {
  const occurring = selectOccurring([pattern], sentences);
  return occurring.some((one) => sentences.some(({ folded }) => one.test(folded)));
}
