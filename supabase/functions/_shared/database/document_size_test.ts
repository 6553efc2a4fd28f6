import assert from "node:assert/strict";
import type { Json } from "./database_types.ts";
import { measureDocument } from "./document_size.ts";

const MEASURED:
  readonly (readonly [what: string, document: Json, stored: number, written: number])[] = [
    // Taken from pg_column_size() and length() of PostgreSQL 15.
    ["small numbers", Array.from({ length: 1_000 }, () => 1), 12_008, 3_000],
    ["large numbers", Array.from({ length: 100 }, () => 1e308), 1_606, 31_100],
    ["tiny numbers", Array.from({ length: 100 }, () => 1e-300), 1_606, 30_400],
    ["empty lists", Array.from({ length: 1_000 }, () => []), 8_008, 4_000],
    ["text", "\u0001".repeat(1_000), 1_012, 6_002],
    ["long text of three bytes", "€".repeat(1_000), 3_012, 3_002],
  ];

for (const [what, document, stored, written] of MEASURED) {
  Deno.test(`the size of ${what} is never underestimated, and at most by a factor of two`, () => {
    const size = measureDocument(document);
    assert.ok(size.stored >= stored - 16 && size.stored <= stored * 2, JSON.stringify(size));
    assert.ok(size.written >= written - 16 && size.written <= written * 2, JSON.stringify(size));
  });
}
