import assert from "node:assert/strict";
import { findConflicts } from "./conflicts.ts";
import { formatSearch } from "./search.ts";

const fact = (field: string, value: string, is_derived = false) => ({ field, value, is_derived });

Deno.test("different values of one field contradict each other, whatever their case", () => {
  assert.deepEqual(
    findConflicts([
      fact("name", "Ada"),
      fact("name", "ADA"),
      fact("job_title", "Buyer"),
      fact("job_title", "Head chef"),
    ]),
    ["job_title"],
  );
});

Deno.test("the domain of an address contradicts no company", () => {
  assert.deepEqual(
    findConflicts([fact("company", "a.example", true), fact("company", "A Ltd")]),
    [],
  );
});

Deno.test("a search is part of a name, a company or an address", () => {
  assert.equal(
    formatSearch("o'Hara (x),y*"),
    "&or=(email.ilike.*oHara%20xy*,name.ilike.*oHara%20xy*,company.ilike.*oHara%20xy*)",
  );
});

Deno.test("no words are no filter", () => assert.equal(formatSearch(" (),* "), ""));
