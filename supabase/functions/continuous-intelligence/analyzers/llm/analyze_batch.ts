/** A batch, and its emails alone where the answer for them was of no use. */
import type { ProviderCall } from "../models.ts";
import type { Batch, Twins } from "./prompt/batches.ts";
import { callModel, type CallResult, type Session } from "./calls/call_model.ts";
import type { Excerpt } from "./prompt/excerpt.ts";
import { type FailureKind, FAILURES } from "./calls/failure.ts";
import type { EmailAnswer } from "./answers/read_answers.ts";

/** What a model said about an email, or why it said nothing. */
export type Verdict =
  | { readonly excerpt: Excerpt; readonly answer: EmailAnswer }
  | {
    readonly excerpt: Excerpt;
    readonly failure: FailureKind;
    readonly problems: readonly string[];
  };

export interface BatchResult {
  /** One for each email, twins included. */
  readonly verdicts: readonly Verdict[];
  readonly calls: readonly ProviderCall[];
}

/** Asks for all emails at once, then once more for each that is left out or answered wrongly. */
export async function analyzeBatch(batch: Batch, session: Session): Promise<BatchResult> {
  const together = await callModel(session, batch.map(([first]) => first));
  const results = await Promise.all(batch.map(async (twins): Promise<BatchResult> => {
    const [first] = twins;
    const isOver = together.answers.has(first) || !isWorthAsking(together.failure, batch.length);
    if (isOver) return { verdicts: judge(twins, together), calls: [] };
    const alone = await callModel(session, [first]);
    return { verdicts: judge(twins, alone), calls: alone.calls };
  }));
  return {
    verdicts: results.flatMap(({ verdicts }) => verdicts),
    calls: [...together.calls, ...results.flatMap(({ calls }) => calls)],
  };
}

/** One email of several may be what a provider does not take. */
function isWorthAsking(failure: FailureKind, emails: number): boolean {
  return FAILURES[failure].outcome === "invalid" || failure === "rejected" && emails > 1;
}

function judge(twins: Twins, { answers, failure, problems }: CallResult): Verdict[] {
  const answer = answers.get(twins[0]);
  return twins.map((excerpt) => answer ? { excerpt, answer } : { excerpt, failure, problems });
}
