/** Which sentences are only polite, or an offer that the reader may leave alone? */
import { cuesOf } from "../text/language_cues.ts";
import type { Sentence } from "../text/sentences.ts";

/** Politeness that asks for nothing. */
export const POLITE = cuesOf("requests", "polite").all;

/** Where politeness that asks for nothing begins; null where there is none. */
export function findFormula(folded: string): number | null {
  return POLITE.exec(folded)?.index ?? null;
}

/** Politeness, or bait, that asks for nothing. */
export function isFormula({ folded }: Pick<Sentence, "folded">): boolean {
  return POLITE.test(folded);
}
