/** What rules see in a sentence, as features of the request model. Changing one asks for new weights. */
import { cue, type Pattern } from "../../text/cues.ts";

const ACT =
  "(?:send|call|contact|review|confirm|check|forward|reply|respond|sign|submit|complete|fill|update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare|return|pay|e-?mail|take|make|get|keep|put|use|join|visit|let|look|feel|read|print|follow|register|download|delete|cancel|approve|include|ensure|verify|note|try|find|meet|come|go|talk|speak|discuss|set|pick|enter|file|see|share|consider|stop|start|help|notify|inform|fix|move|upload|choose|click|buy|order|save|open|remember)";

/** Patterns over folded text (see `fold`), in a fixed order: the place in the list is the feature. */
export const SIGNS: readonly Pick<Pattern, "test">[] = [
  cue("please", "pls", "plz", "kindly"),
  cue("(?:can|could|would|will|won't|can't|couldn't) (?:you|u|someone|somebody|anyone|your team)"),
  cue("(?:would|do) you mind", "would you (?:be able|be willing|like) to", "are you able to"),
  cue("i(?:'d| would) (?:appreciate|be grateful|like)"),
  cue("(?:i|we)(?:'d| would)? (?:need|want|like|ask|expect|urge|request) (?:for )?you to"),
  cue("you (?:need|have|ought|might want|may want|must|should)"),
  cue("(?:i|we) need", "needs? to be"),
  cue("let (?:me|us) know", "keep (?:me|us) (?:posted|informed|updated)"),
  cue("let(?:'s| us)", "(?:why don't|how about|what about|shall|should) (?:we|you|i)"),
  cue("(?:don't|do not) forget", "(?:remember|be sure|make sure) to?", "make sure"),
  cue("(?:can|could|may|might|shall|should) we"),
  cue("(?:propose|suggest|recommend|suggestion|proposal)"),
  cue("looking forward to", "look forward to"),
  cue("(?:i|we)(?:'ll| will| shall| plan to| intend to| am going to| are going to|'m going to)"),
  cue("(?:i|we) (?:can|could|may|might)"),
  cue("please (?:find|see|note|be advised|be aware|accept)", "see (?:attached|below)"),
  cue("(?:don't|do not) hesitate", "feel free"),
  cue(
    "(?:any|further|additional|have) (?:other )?(?:questions?|concerns?|queries|comments|problems)",
  ),
  cue("(?:do|did|have|has|are|is|was|were|does) (?:you|we|they|he|she|it|i|the|this|that)"),
  cue("(?:what|when|where|who|which|how|why)"),
  cue("(?:want|like|wish|able|free|available) to (?:meet|join|come|go|get together|have lunch)"),
  cue("(?:available|free)"),
  cue(
    "unsubscribe",
    "newsletter",
    "click(?:ing)?",
    "browser",
    "address book",
    "receive (?:this|these)",
  ),
  cue("monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|next week"),
  cue("\\d{1,2} ?(?:am|pm|a\\.m|p\\.m)", "noon", "morning", "afternoon", "this week"),
  new RegExp(`^(?:also|and|then|so|but|ok|just|simply)?,? ?${ACT} (?!is |was |are |of )`),
  new RegExp(`(?:[,;:-] ?|please |and |or )${ACT}\\b`),
  { test: (folded) => isNameAndAct(folded) },
  /^if\b/,
  /^(?:thanks|thank|hi|hello|dear|hey)\b/,
  /\?\s{0,3}$/,
  /\byou\b.{0,200}\?\s{0,3}$/,
  /!/,
  /:\s{0,3}$/,
  /[$%€£]|\bfree\b/,
  /\$link|https?:|www\.|@/,
  /\byou(?:r|'ll|'re)?\b/,
  /\b(?:i|we|my|our|me|us)\b/,
];

const NAME = /^[a-z]{2,15}(?: [a-z]{2,15})?(?:,| ?-{1,3}|:) ?(?:please |just |could |can |would )?/;
const ACT_FIRST = new RegExp(`^${ACT}\\b`);

/** "ana - please send …"; apart, because one expression for both is slow to compile. */
function isNameAndAct(folded: string): boolean {
  const name = NAME.exec(folded)?.[0].length ?? 0;
  return name > 0 && ACT_FIRST.test(folded.slice(name));
}
