import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { readLines } from "./read_lines.ts";

/** A line of a JSON lines file: its number from 1, and its message or why it has none. */
export interface JsonLine {
  readonly lineNumber: number;
  readonly message: { readonly raw: Uint8Array } | { readonly problem: string };
}

const lineSchema = z.object({ raw: z.string() });

/** The lines of a `.jsonl` or `.jsonl.gz` file that are not blank, as text. */
export async function* readTextLines(
  file: string,
): AsyncGenerator<{ lineNumber: number; text: string }> {
  const bytes = createReadStream(file);
  // Errors of either stream end the iteration; the callback only keeps them from being thrown
  // twice.
  const plain = file.endsWith(".gz") ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  let lineNumber = 0;
  for await (const text of readLines(plain)) {
    lineNumber += 1;
    if (text.trim() !== "") yield { lineNumber, text };
  }
}

/** The message on each line: its field `raw`, latin-1 text that stands for the bytes. */
export async function* readJsonLines(file: string): AsyncGenerator<JsonLine> {
  for await (const { lineNumber, text } of readTextLines(file)) {
    yield { lineNumber, message: readRaw(text) };
  }
}

function readRaw(text: string): JsonLine["message"] {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return { problem: "The line is not JSON." };
  }
  const parsed = lineSchema.safeParse(line);
  if (!parsed.success) return { problem: "The line has no text field `raw`." };
  if (/[^\0-\xff]/.test(parsed.data.raw)) {
    return {
      problem:
        "`raw` must be latin-1 text that stands for bytes, but it has characters beyond U+00FF.",
    };
  }
  return { raw: new Uint8Array(Buffer.from(parsed.data.raw, "latin1")) };
}
