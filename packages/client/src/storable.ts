const MAX_OUTPUT_BYTES = 250_000;
const MAX_DEPTH = 24;
const MAX_MESSAGE_LENGTH = 10_000;
const MAX_NAME_LENGTH = 200;

/**
 * The value as JSON that the database can hold, or a note when it has too many bytes, or cannot be
 * read.
 */
export function limitDocument(value: unknown): unknown {
  try {
    const storable = toStorable(value);
    const size = new TextEncoder().encode(JSON.stringify(storable) ?? "").length;
    if (size <= MAX_OUTPUT_BYTES) return storable;
    return { note: `The output has ${size} bytes, too many to store.` };
  } catch (error) {
    return { note: toErrorMessage(`The output cannot be stored: ${describeError(error)}`) };
  }
}

/** The value as JSON that the API takes: no NaN, NUL, half emoji or circle; dates as ISO 8601. */
export function toStorable(value: unknown, parents: readonly unknown[] = []): unknown {
  if (typeof value === "string") return toStorableText(value);
  if (typeof value === "number") {
    return Number.isInteger(value) && !Number.isSafeInteger(value) || !Number.isFinite(value)
      ? String(value)
      : value;
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (parents.includes(value) || parents.length >= MAX_DEPTH) return "…";
  const path = [...parents, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return toStorableText(describeError(value));
  if (value instanceof Map) return toStorable(Object.fromEntries(value), path);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return `${value.constructor.name} of ${value.byteLength} bytes`;
  }
  if (Array.isArray(value) || value instanceof Set) {
    return [...value].map((item) => toStorable(item, path));
  }
  const fields = Object.entries(value).map(([key, item]) => [
    toStorableText(key),
    toStorable(item, path),
  ]);
  return Object.fromEntries(fields);
}

/** A name that the API takes: at most 200 characters. */
export function toStorableName(name: string): string {
  return toStorableText(name.slice(0, MAX_NAME_LENGTH));
}

/** What was thrown, in at most 10,000 characters that the API takes. */
export function toErrorMessage(error: unknown): string {
  return toStorableText(describeError(error).slice(0, MAX_MESSAGE_LENGTH));
}

/** What was thrown, in words; objects without a message are shown as they are. */
export function describeError(error: unknown): string {
  try {
    const message = error instanceof Object && "message" in error ? error.message : error;
    const text = typeof message === "string" ? message : JSON.stringify(toStorable(message));
    return text || "It failed without a message.";
  } catch {
    return "It failed with something that cannot be shown.";
  }
}

/** A half of a surrogate pair, which is no character. Written out for older runtimes. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function toStorableText(text: string): string {
  return text.replaceAll(HALVES, "\ufffd").replaceAll("\0", "\ufffd");
}
