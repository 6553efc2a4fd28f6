/** What a summary is chosen from, for tests. */
import { fold } from "../../../text/cues.ts";
import { splitSentences } from "../../../text/sentences.ts";
import type { SummaryChoice } from "../signs.ts";

export const subjectOf = (text: string) =>
  ({ source: "subject", text, start: 0, folded: fold(text), paragraph: 0 }) as const;

/** Of an email of which nothing is known but its text, and what a test says. */
export function choiceOf(text: string, changes: Partial<SummaryChoice> = {}): SummaryChoice {
  return {
    sentences: splitSentences(text),
    subject: subjectOf(""),
    language: "en",
    intent: "other",
    intents: new Map(),
    questions: [],
    actionItems: [],
    painPoints: [],
    scores: new Map(),
    dates: [],
    isMailing: false,
    ...changes,
  };
}
