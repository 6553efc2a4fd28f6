import type { Json } from "../database/database_types.ts";
import { measureDocument } from "../database/document_size.ts";
import { InexactNumber } from "../database/exact_json.ts";
import { isStorableText, MAX_DEPTH } from "../database/storable.ts";

const MAX_BYTES = 262_144;
const MAX_WRITTEN_BYTES = 1_048_576;
const MAX_VALUES = 100_000;

/** A document to store, or why the value cannot be one: a sentence without its subject. */
export type StoredDocument =
  | { readonly ok: true; readonly document: Json }
  | { readonly ok: false; readonly obstacle: string };

/**
 * Reads a value as the JSON document that the database will hold, without replacing anything.
 * @param isExact whether what is read back must equal the value: then a date is an obstacle,
 * because it would come back as text. Otherwise values are written as `JSON.stringify` does.
 */
export function readDocument(value: unknown, { isExact }: { isExact: boolean }): StoredDocument {
  const walk: Walk = { isExact, above: [], valuesLeft: MAX_VALUES };
  let document: Json | undefined;
  try {
    document = copyValue(value, "", walk);
  } catch (error) {
    if (error instanceof Obstacle) return { ok: false, obstacle: error.message };
    return { ok: false, obstacle: `cannot be read: ${String(error)}` };
  }
  if (document === undefined) return { ok: true, document: null };
  const { stored, written } = measureDocument(document);
  const bytes = new TextEncoder().encode(JSON.stringify(document)).length;
  if (Math.max(stored, bytes) > MAX_BYTES || written > MAX_WRITTEN_BYTES) {
    const size = Math.ceil(Math.max(stored, bytes)).toLocaleString("en-US");
    return { ok: false, obstacle: `takes ${size} bytes; at most 262,144 (256 kB) are allowed` };
  }
  return { ok: true, document };
}

class Obstacle extends Error {
  constructor(pointer: string, problem: string) {
    super(pointer === "" ? `has ${problem}` : `has at ${pointer} ${problem}`);
  }
}

interface Walk {
  readonly isExact: boolean;
  /** The objects around this value. */
  readonly above: object[];
  valuesLeft: number;
}

function copyValue(value: unknown, pointer: string, walk: Walk): Json | undefined {
  if (walk.valuesLeft-- <= 0) {
    throw new Obstacle("", `more than ${MAX_VALUES.toLocaleString("en-US")} values`);
  }
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return checkText(value, pointer);
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new Obstacle(pointer, `the number ${value}; finite numbers are allowed`);
  }
  if (typeof value === "object") return copyObject(value, pointer, walk);
  if (typeof value === "bigint") {
    throw new Obstacle(pointer, `the bigint ${value}; a number or text is allowed`);
  }
  if (value === undefined) return undefined;
  throw new Obstacle(pointer, `a ${typeof value}; JSON values are allowed`);
}

function copyObject(value: object, pointer: string, walk: Walk): Json | undefined {
  if (walk.above.includes(value)) {
    throw new Obstacle(pointer, "a reference to an object around it; trees are allowed");
  }
  if (walk.above.length >= MAX_DEPTH) {
    throw new Obstacle(pointer, `level ${MAX_DEPTH + 1}; at most ${MAX_DEPTH} are allowed`);
  }
  if (walk.isExact && !Array.isArray(value) && !isPlain(value)) {
    throw new Obstacle(
      pointer,
      `a ${nameOf(value)}, which comes back as something else; plain objects, ` +
        "arrays, text, numbers, booleans and null are allowed",
    );
  }
  const lost = describeLost(value);
  if (lost !== null) throw new Obstacle(pointer, `${lost}, of which nothing would be kept`);
  walk.above.push(value);
  try {
    if (value instanceof InexactNumber) return value.source;
    if (hasJson(value)) return copyValue(value.toJSON(), pointer, walk);
    return Array.isArray(value)
      ? copyArray(value, pointer, walk)
      : copyEntries(value, pointer, walk);
  } finally {
    walk.above.pop();
  }
}

function copyArray(items: readonly unknown[], pointer: string, walk: Walk): Json {
  return Array.from(items, (item, index) => {
    const copy = copyValue(item, `${pointer}/${index}`, walk);
    if (copy !== undefined) return copy;
    if (!walk.isExact) return null;
    throw new Obstacle(`${pointer}/${index}`, "undefined, which comes back as null");
  });
}

function copyEntries(value: object, pointer: string, walk: Walk): Json {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const inner = `${pointer}/${escapeKey(key)}`;
      return [checkText(key, inner), copyValue(item, inner, walk)];
    }),
  );
}

function checkText(text: string, pointer: string): string {
  if (isStorableText(text)) return text;
  throw new Obstacle(pointer, "a NUL or half of a surrogate pair; other text is allowed");
}

/** What JSON would write as nothing: a promise, a map, an error, bytes, an invalid date. */
function describeLost(value: object): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : null;
  if (Array.isArray(value) || isPlain(value) || hasJson(value)) return null;
  const isLost = ArrayBuffer.isView(value) || Object.keys(value).length === 0;
  return isLost ? `a ${nameOf(value)}` : null;
}

function hasJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || Object.getPrototypeOf(prototype) === null) && !hasJson(value);
}

function nameOf(value: object): string {
  return value.constructor?.name ?? "object";
}

/** As in RFC 6901, and short and storable, because it is shown. */
function escapeKey(key: string): string {
  return key.slice(0, 100).replaceAll("\0", "\uFFFD").toWellFormed().replaceAll("~", "~0")
    .replaceAll("/", "~1");
}
