/** Does a closing line go on and name people: `Kind regards from Ana Ruiz and Tom Lind`? */
import { type Sentence, splitSentences } from "../../text/sentences.ts";
import { readSignOff } from "../../text/signature/sign_off.ts";

const FROM = /^(?:from|von|de|da|do|dos|di|van|namens|im namen)\s/i;

/** Quick to look for: most signatures have none of them. */
const MAY_BE_FROM = /(?:from|von|de|da|do|dos|di|van|namens|namen)\s/i;

/** The sentences of a signature that say whom the email comes from. */
export function findClosingNames(signature: string | null): Sentence[] {
  if (signature === null || !MAY_BE_FROM.test(signature)) return [];
  // Above the signature, the zone is blank.
  const from = signature.lastIndexOf("\n", signature.search(/\S/)) + 1;
  return splitSentences(signature.slice(from))
    .filter(({ text }) => FROM.test(readSignOff(text)?.rest ?? ""))
    .map((sentence) => ({ ...sentence, start: sentence.start + from }));
}
