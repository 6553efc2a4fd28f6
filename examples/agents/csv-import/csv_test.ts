import assert from "node:assert/strict";
import { findEndOfRecords, parseRecords } from "./csv.ts";

Deno.test("records end at line breaks outside of quotes, and fields are read as RFC 4180 says", () => {
  const bytes = new TextEncoder().encode('a,"b\nc"\r\nd,e\nf,"g\n');
  assert.equal(findEndOfRecords(bytes), 'a,"b\nc"\r\nd,e\n'.length);
  assert.deepEqual(parseRecords('a,"b ""x"",\nc"\r\n\r\n,e\nlast,'), [
    ["a", 'b "x",\nc'],
    ["", "e"],
    ["last", ""],
  ]);
  assert.deepEqual(parseRecords(""), []);
});
