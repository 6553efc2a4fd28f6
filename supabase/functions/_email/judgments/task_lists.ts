/** Which lines does an email list as tasks, under "To do:" or "By Friday I need from you:"? */
import { cuesOf } from "../text/language_cues.ts";
import type { Sentence } from "../text/sentences.ts";
import { isAskedOf } from "./action_items.ts";

const HEADING = cuesOf("letters", "^tasks").all;
/** The sender's own tasks. */
const OF_SENDER = cuesOf("letters", "^my_task").all;

const MAX_HEADING_UNITS = 60;
/** A sentence that asks for what follows it may be longer. */
const MAX_ASKING_UNITS = 120;
const MAX_TASKS = 15;
/** Whatever is longer is told, not listed. */
const MAX_TASK_UNITS = 200;

/** A heading and the tasks below it. */
export interface TaskList {
  readonly heading: Sentence;
  /** None, where only the sender's own tasks or questions are below. */
  readonly tasks: readonly Sentence[];
}

/**
 * The lines below such a heading, to the next empty line, the sender's own left out.
 * @example findTaskLists(sentences, "en")[0]?.tasks
 */
export function findTaskLists(
  sentences: readonly Sentence[],
  language: string | null,
): TaskList[] {
  return sentences.flatMap((heading, at) => {
    if (!isHeading(heading) && !asksForList(heading, language)) return [];
    const first = sentences[at + 1];
    if (first === undefined || first.paragraph > heading.paragraph + 1) return [];
    const below = sentences.slice(at + 1, at + 1 + MAX_TASKS);
    const end = below.findIndex(({ paragraph, text }) =>
      paragraph !== first.paragraph || text.length > MAX_TASK_UNITS || /:$/.test(text)
    );
    const tasks = below.slice(0, end < 0 ? undefined : end)
      .filter(({ folded, text }) => !OF_SENDER.test(folded) && !text.endsWith("?"));
    return [{ heading, tasks }];
  });
}

function asksForList(sentence: Sentence, language: string | null): boolean {
  const { text } = sentence;
  return text.length <= MAX_ASKING_UNITS && /[:：]\**$/.test(text) && isAskedOf(sentence, language);
}

function isHeading({ folded, text }: Sentence): boolean {
  return text.length <= MAX_HEADING_UNITS && HEADING.test(folded.replace(/^[^a-z]+/, "")) &&
    /[:：]\**$|^[^.!?]{1,30}$/.test(text);
}
