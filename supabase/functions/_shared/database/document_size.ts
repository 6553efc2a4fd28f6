import type { Json } from "./database_types.ts";

/** How large a document is, in bytes; both figures are at least the true ones. */
export interface DocumentSize {
  /** As jsonb: a small number takes more than in JSON, `1,` for example 12 bytes. */
  readonly stored: number;
  /** As text of PostgreSQL, which writes `1e308` with all of its digits. */
  readonly written: number;
}

const ENTRY_BYTES = 4;
const CONTAINER_BYTES = 8;
const NUMBER_BYTES = 12;
const SEPARATOR_BYTES = 2;
const BRACKET_BYTES = 2;

/** Estimates what a document takes in the database. */
export function measureDocument(document: Json | undefined): DocumentSize {
  let stored = 0;
  let written = 0;
  const waiting: (Json | undefined)[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    stored += ENTRY_BYTES;
    written += SEPARATOR_BYTES;
    if (typeof value === "string") {
      stored += countBytes(value);
      written += countBytes(JSON.stringify(value));
    } else if (typeof value === "number") {
      stored += NUMBER_BYTES + String(value).length / 2;
      written += countWrittenDigits(value);
    } else if (Array.isArray(value)) {
      stored += CONTAINER_BYTES;
      written += BRACKET_BYTES;
      for (const item of value) waiting.push(item);
    } else if (typeof value === "object" && value !== null) {
      stored += CONTAINER_BYTES;
      written += BRACKET_BYTES;
      for (const [key, item] of Object.entries(value)) waiting.push(key, item);
    } else {
      written += String(value).length;
    }
  }
  return { stored, written };
}

function countWrittenDigits(number: number): number {
  const [digits = "", exponent = "0"] = String(number).split("e");
  return digits.length + Math.abs(Number(exponent)) + SEPARATOR_BYTES;
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
