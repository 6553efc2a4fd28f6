/** Which lines does an email list as tasks, under a heading such as "To do:"? */
import { cuesOf } from "../text/language_cues.ts";
import type { Sentence } from "../text/sentences.ts";

const HEADING = cuesOf("letters", "^tasks").all;
/** The sender's own tasks. */
const OF_SENDER = cuesOf("letters", "^my_task").all;

const MAX_HEADING_UNITS = 60;
const MAX_TASKS = 15;
/** Whatever is longer is told, not listed. */
const MAX_TASK_UNITS = 200;

/** The lines below such a heading, to the next empty line, the sender's own left out. */
export function findListedTasks(sentences: readonly Sentence[]): Sentence[] {
  return sentences.flatMap((heading, at) => {
    if (heading.text.length > MAX_HEADING_UNITS || !isHeading(heading)) return [];
    const first = sentences[at + 1];
    if (first === undefined || first.paragraph > heading.paragraph + 1) return [];
    const below = sentences.slice(at + 1, at + 1 + MAX_TASKS);
    const end = below.findIndex(({ paragraph, text }) =>
      paragraph !== first.paragraph || text.length > MAX_TASK_UNITS || /:$/.test(text)
    );
    return below.slice(0, end < 0 ? undefined : end)
      .filter(({ folded, text }) => !OF_SENDER.test(folded) && !text.endsWith("?"));
  });
}

function isHeading({ folded, text }: Sentence): boolean {
  return HEADING.test(folded.replace(/^[^a-z]+/, "")) && /[:：]\**$|^[^.!?]{1,30}$/.test(text);
}
