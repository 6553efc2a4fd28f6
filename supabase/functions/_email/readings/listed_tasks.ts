/** Which sentences are tasks because of the list that they are in? */
import { findNamedTasks } from "../judgments/named_tasks.ts";
import { findTaskLists } from "../judgments/task_lists.ts";
import type { Sentence } from "../text/sentences.ts";

/** The tasks of lists, and the headings that only announce them. */
export interface ListedTasks {
  readonly tasks: ReadonlySet<Sentence>;
  readonly headings: ReadonlySet<Sentence>;
}

/** Tasks below a heading such as "To do:", and beside the name of whoever is to do them. */
export function findListedTasks(
  sentences: readonly Sentence[],
  language: string | null,
): ListedTasks {
  const lists = findTaskLists(sentences, language);
  return {
    tasks: new Set([
      ...lists.flatMap(({ tasks }) => tasks),
      ...findNamedTasks(sentences, language),
    ]),
    headings: new Set(lists.flatMap(({ tasks, heading }) => tasks.length > 0 ? [heading] : [])),
  };
}
