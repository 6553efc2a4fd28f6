/** Which one line tells a reader what a mail is about? */
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the mail. */
const TELLING_UNITS = 25;

const GREETING = cue(
  "(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|estimad[oa]s?|buenos (?:días)|buenas (?:tardes))[^.?]{0,60}[,!:]?$",
  "(?:hope (?:you|this|all)|thanks? (?:you )?(?:for|again)|vielen dank|danke|gracias|i trust|trust you)",
);

/**
 * The sentence that asks for most, else the first that says something, on one line of at most 200
 * characters; the subject where there is none, null for an empty mail.
 * @param telling sentences that say what the mail wants, most important first
 */
export function summarize(
  sentences: readonly Sentence[],
  subject: Sentence,
  telling: readonly Sentence[],
): string | null {
  const says = ({ text, folded }: Sentence) =>
    text.length >= TELLING_UNITS && !GREETING.test(folded);
  const chosen = telling.find(says) ?? sentences.find(says) ??
    (subject.folded === "" ? sentences[0] : subject);
  const line = (chosen?.text ?? "").replace(/\s+/g, " ").trim();
  return line === "" ? null : shorten(line);
}

/** Cut at a word, with an ellipsis. */
function shorten(line: string): string {
  if (line.length <= MAX_SUMMARY_UNITS) return line;
  const cut = line.slice(0, MAX_SUMMARY_UNITS - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_SUMMARY_UNITS / 2 ? space : undefined).toWellFormed()}…`;
}
