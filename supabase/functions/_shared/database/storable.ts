import { InexactNumber } from "./exact_json.ts";

/**
 * Deeper documents are rejected: nobody reads them, and parsers differ on what they do with them.
 */
export const MAX_DEPTH = 32;

const BAD_TEXT = "a text has a NUL or half of a surrogate pair";

/** PostgreSQL holds neither NUL nor half of a surrogate pair in text. */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/** Why the database could not hold a JSON value as it is, or null when it can. */
export function findUnstorable(value: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { value, depth } = at;
    if (typeof value === "string" && !isStorableText(value)) return BAD_TEXT;
    if (value instanceof InexactNumber) return describeNumber(value);
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorableText(key)) return BAD_TEXT;
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

function describeNumber({ source }: InexactNumber): string {
  const shown = source.length > 40 ? `${source.slice(0, 40)}…` : source;
  return `the number ${shown} has more digits than clients can read; send it as a string`;
}
