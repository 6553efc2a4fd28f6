/** Which lines does an email list as tasks, under "To do:" or "By Friday I need from you:"? */
import { quick } from "../text/quick.ts";
import { cuesOf } from "../text/language_cues.ts";
import { Memo } from "../text/memo.ts";
import type { Sentence } from "../text/sentences.ts";
import { isAskedOf } from "./action_items.ts";

const HEADING = cuesOf("letters", "^tasks").all;
/** The sender's own tasks. */
const OF_SENDER = cuesOf("letters", "^my_task").all;

/** Begins what somebody else wants. */
const OF_OTHERS = /^(?:he|she|they|er|él|ella|ellos|il|elle|ils|lui|lei|loro|hij|ze|zij|ele|ela) /;
/** What a sentence that tells has, and a task seldom. */
const TELLS = quick(
  String.raw`\b(?:will|are|is|were|was|ha(?:s|ve) been|should expect|wird|werden|ist|sind|` +
    String.raw`serán?|fue(?:ron)?|sera|seront|sarà|saranno|wordt|worden|zal|zullen)\b`,
);
const SPEAKS_TO_READER = /\b(?:please|bitte|por favor|merci|per favore|graag)\b/;
/** "Report total: $3,947" is a field of a form. */
const FIELD = /^[A-Z][\w /]{2,40}: ?(?:[A-Z\d$€£]|$)/;

const MAX_HEADING_UNITS = 60;
/** A sentence that asks for what follows it may be longer. */
const MAX_ASKING_UNITS = 120;
const MAX_TASKS = 15;
/** Line breaks and a bullet. */
const MAX_GAP_UNITS = 16;
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
): readonly TaskList[] {
  let found = lists.get(sentences);
  if (found === undefined) {
    found = lookForLists(sentences, language);
    lists.set(sentences, found);
  }
  return found;
}

/** Several rules ask for the lists of an email. */
const lists = new Memo<readonly Sentence[], readonly TaskList[]>();

function lookForLists(sentences: readonly Sentence[], language: string | null): TaskList[] {
  return sentences.flatMap((heading, at) => {
    const asks = asksForList(heading, language);
    if (!asks && !isHeading(heading)) return [];
    const first = sentences[at + 1];
    if (first === undefined || first.paragraph > heading.paragraph + 1) return [];
    // Between them is a table, which holds what is asked for.
    if (first.start - heading.start - heading.text.length > MAX_GAP_UNITS) return [];
    if (FIELD.test(first.text)) return [];
    const below = sentences.slice(at + 1, at + 1 + MAX_TASKS);
    const end = below.findIndex(({ paragraph, text }) =>
      paragraph !== first.paragraph || text.length > MAX_TASK_UNITS || /:$/.test(text)
    );
    const tasks = below.slice(0, end < 0 ? undefined : end)
      .filter(({ folded, text }) =>
        !OF_SENDER.test(folded) && !text.endsWith("?") && (asks || !isTold(text, folded))
      );
    return [{ heading, tasks }];
  });
}

/** "The crew will be told on Monday." is news, whatever it is below. */
function isTold(text: string, folded: string): boolean {
  return text.length > MAX_HEADING_UNITS / 2 && text.endsWith(".") && TELLS.test(folded) &&
    !SPEAKS_TO_READER.test(folded);
}

function asksForList(sentence: Sentence, language: string | null): boolean {
  const { text, folded } = sentence;
  return !OF_OTHERS.test(folded) && text.length <= MAX_ASKING_UNITS && /[:：]\**$/.test(text) &&
    isAskedOf(sentence, language);
}

function isHeading({ folded, text }: Sentence): boolean {
  return text.length <= MAX_HEADING_UNITS && /[:：]\**$|^[^.!?]{1,30}$/.test(text) &&
    HEADING.test(folded.replace(/^[^a-z]+/, ""));
}
