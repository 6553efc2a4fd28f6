import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { Readable } from "node:stream";
import fc from "fast-check";
import { readLines } from "./read_lines.ts";

async function collect(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
}

Deno.test("lines are the same however the bytes are cut into chunks", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "ä", "😀", "\n", "\u2028", "\r") });
  await fc.assert(fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
    const bytes = Buffer.from(whole);
    const chunks = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, index) => bytes.subarray(index * size, (index + 1) * size),
    );
    const expected = whole.split("\n");
    if (expected.at(-1) === "") expected.pop();
    assert.deepEqual(await collect(chunks), expected);
  }));
});

Deno.test("an empty stream has no lines", async () => {
  assert.deepEqual(await collect([]), []);
});
