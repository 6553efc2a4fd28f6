/** Which lines name somebody and what they are to do, as minutes do: "Paul: update the log"? */
import { cuesOf } from "../text/language_cues.ts";
import { isGivenName } from "../facts/names/name_words.ts";
import { latin } from "../text/latin.ts";
import type { Sentence } from "../text/sentences.ts";
import { isOrder } from "./action_items.ts";

const TITLE = String.raw`(?:Herr|Frau|Mr|Mrs|Ms|Mme|Sra?|Dr)\.? `;
const TITLED = new RegExp(`^${TITLE}`);
/** A name of one or two words, with or without a title, and a colon. */
const NAMED = latin(
  String.raw`^(?:${TITLE})?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? ?: (?=\p{L})`,
);
/** The sender's own tasks. */
const OF_SENDER = cuesOf("letters", "^my_task").all;
/** How a task begins or ends where it is told by an infinitive. */
const INFINITIVE: Readonly<Record<string, RegExp>> = {
  de: /(?:en|ern|eln)\.?$/,
  nl: /en\.?$/,
  es: /^\S+[aei]r(?:se|l[aeo]s?)? /,
  fr: /^\S+(?:er|ir|re|oir) /,
  it: /^\S+(?:are|ere|ire|rre)(?:l[aeio]|si)? /,
  pt: /^\S+[aei]r(?:-?[ao]s?)? /,
};
/** One alone may be a field of a form. */
const MIN_TASKS = 2;
const TASK_UNITS = { from: 8, to: 140 };

/**
 * Such lines, where at least two follow each other.
 * @example findNamedTasks(sentences, "en").map(({ text }) => text)
 */
export function findNamedTasks(
  sentences: readonly Sentence[],
  language: string | null,
): Sentence[] {
  const found: Sentence[] = [];
  let run: Sentence[] = [];
  for (const sentence of [...sentences, null]) {
    if (sentence !== null && isNamedTask(sentence, language)) {
      run.push(sentence);
      continue;
    }
    if (run.length >= MIN_TASKS && run.some(isSure)) found.push(...run);
    run = [];
  }
  return found;
}

/** "Parkplatz: Hinter den Häusern" only looks like a task: one line must name somebody or order. */
function isSure({ text, folded }: Sentence): boolean {
  const [first = ""] = folded.split(/[ :]/, 1);
  return TITLED.test(text) || isGivenName(first) || isOrder(readTask(folded));
}

function readTask(folded: string): string {
  return folded.slice(folded.indexOf(":") + 1).trim();
}

function isNamedTask({ text, folded }: Sentence, language: string | null): boolean {
  if (text.length > TASK_UNITS.to || text.endsWith("?") || !NAMED.test(text)) return false;
  if (OF_SENDER.test(folded)) return false;
  const task = readTask(folded);
  return task.length >= TASK_UNITS.from &&
    (isOrder(task) || INFINITIVE[language ?? ""]?.test(task) === true);
}
