import type { Json } from "./database_types.ts";
import { measureDocument } from "./document_size.ts";
import { InexactNumber } from "./exact_json.ts";
import { MAX_DEPTH } from "./storable.ts";

/** A document may take 256 kB in the database, and 1 MB when it is written out. */
const MAX_STORED_BYTES = 240_000;
const WRITTEN_TO_STORED = 2.5;
const MAX_VALUES = 100_000;
const KEPT_LENGTH = 10_000;
const MAX_COST_USD = 1e9;
const COST_DECIMALS = 40;

/** A document that the database can hold. */
export interface Storable {
  /** Undefined where JSON has no value for it, as for a function. */
  readonly value: Json | undefined;
  /** What had to be changed, as sentences without their full stop; empty when nothing was. */
  readonly changes: readonly string[];
}

/**
 * Makes any value a JSON document that the database can hold. Like `JSON.stringify` it writes dates
 * as text and NaN as null; unlike it, it never throws, keeps big integers and numbers with more
 * digits than JavaScript has as text, and replaces what PostgreSQL refuses: NUL, half of a
 * surrogate pair, circles, deep nesting, and what takes too much room, stored or written out.
 * @param maxBytes the most that the document may take in the database
 */
export function toStorable(value: unknown, maxBytes = MAX_STORED_BYTES): Storable {
  const changes = new Set<string>();
  try {
    const copy = copyValue(value, { changes, above: [], valuesLeft: MAX_VALUES });
    const text = JSON.stringify(copy) ?? "";
    const size = new TextEncoder().encode(text).length;
    const { stored, written } = measureDocument(copy);
    if (Math.max(size, stored) <= maxBytes && written <= maxBytes * WRITTEN_TO_STORED) {
      return { value: copy, changes: [...changes] };
    }
    changes.add(`the output of ${size.toLocaleString("en-US")} bytes was cut`);
    const beginning = text.slice(0, KEPT_LENGTH).toWellFormed();
    return { value: { truncated: true, bytes: size, beginning }, changes: [...changes] };
  } catch (error) {
    return { value: null, changes: [`the output could not be read: ${String(error)}`] };
  }
}

/**
 * A cost that its column can hold, rounded to 40 decimals; undefined for what is no cost.
 * @param cost US dollars, from 0 to below a billion
 */
export function toStorableCost(cost: unknown): number | undefined {
  if (typeof cost !== "number" || !(cost >= 0 && cost < MAX_COST_USD)) return undefined;
  return Number(cost.toFixed(COST_DECIMALS));
}

/** Text without what PostgreSQL refuses. */
export function toStorableText(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

interface Walk {
  readonly changes: Set<string>;
  /** The objects around this value. */
  readonly above: readonly object[];
  valuesLeft: number;
}

function copyValue(value: unknown, walk: Walk): Json | undefined {
  if (typeof value === "string") return copyText(value, walk);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return String(value);
  if (typeof value === "boolean" || value === null) return value;
  if (typeof value !== "object") return undefined;
  if (value instanceof InexactNumber) return value.source;
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return copyValue(value.toJSON(), walk);
  }
  const { above, changes } = walk;
  if (above.includes(value)) return leaveOut(changes, "circular");
  if (above.length >= MAX_DEPTH) return leaveOut(changes, "nested too deeply");
  if ((walk.valuesLeft -= 1) < 0) return leaveOut(changes, "too many values");
  const inner: Walk = { changes, above: [...above, value], valuesLeft: walk.valuesLeft };
  const copy = Array.isArray(value)
    ? value.map((item) => copyValue(item, inner) ?? null)
    : Object.fromEntries(
      Object.entries(value).map(([key, item]) => [copyText(key, walk), copyValue(item, inner)]),
    );
  walk.valuesLeft = inner.valuesLeft;
  return copy;
}

function copyText(text: string, { changes }: Walk): string {
  const copy = toStorableText(text);
  if (copy !== text) changes.add("a NUL or half of a surrogate pair was replaced");
  return copy;
}

function leaveOut(changes: Set<string>, reason: string): string {
  changes.add(`a value was left out: ${reason}`);
  return `[${reason}]`;
}
