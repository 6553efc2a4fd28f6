import type { Clock } from "../platform/clock.ts";

/** An answer and when it was asked for. */
export interface CachedAnswer<Answer> {
  readonly answer: Answer;
  readonly askedAt: Date;
}

/**
 * Asks once in `seconds`, however many ask us. A failed question is not remembered, and when an old
 * one fails late, a newer answer stays.
 */
export function cacheAnswer<Answer>(
  ask: () => Promise<Answer>,
  clock: Clock,
  seconds: number,
): () => Promise<CachedAnswer<Answer>> {
  let latest: { readonly answer: Promise<Answer>; readonly askedAt: Date } | undefined;
  return async function answerFromCache() {
    const now = clock();
    if (latest === undefined || now.getTime() - latest.askedAt.getTime() >= seconds * 1_000) {
      latest = { answer: ask(), askedAt: now };
    }
    const asked = latest;
    try {
      return { answer: await asked.answer, askedAt: asked.askedAt };
    } catch (error) {
      if (latest === asked) latest = undefined;
      throw error;
    }
  };
}
