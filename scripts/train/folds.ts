/** Parts of the training data that are left out of a fit by turns. */
import { INTENTS } from "../../supabase/functions/_email/reading.ts";
import { createRandom } from "../lib/random.ts";
import type { LabelledMail } from "./mail_corpus.ts";
import { shuffle } from "./shuffle.ts";

export const FOLDS = 5;

/** Splits items into as many parts as there are folds, by a seeded shuffle. */
export function splitFolds<Item>(items: readonly Item[], folds: number, seed: number): Item[][] {
  const shuffled = shuffle(items, createRandom(seed));
  return Array.from(
    { length: folds },
    (_, fold) => shuffled.filter((_, at) => at % folds === fold),
  );
}

/** Emails dealt out by turns within each intent and language, so that the folds are alike. */
export function dealFolds(mails: readonly LabelledMail[]): LabelledMail[][] {
  const dealt = INTENTS.flatMap((intent) =>
    mails.filter((mail) => mail.intent === intent)
      .toSorted((a, b) => a.language < b.language ? -1 : a.language > b.language ? 1 : 0)
  );
  return Array.from({ length: FOLDS }, (_, fold) => dealt.filter((_, at) => at % FOLDS === fold));
}
