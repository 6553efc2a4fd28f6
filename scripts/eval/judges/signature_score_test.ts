import assert from "node:assert/strict";
import type { ContactFacts, Fact } from "../../../supabase/functions/_email/reading.ts";
import { countField, countSignatureLines } from "./signature_score.ts";

const fact = (text: string): Fact => ({ source: "body_text", text, start: 0, end: text.length });

const CONTACT: ContactFacts = {
  name: fact("Ana Ruiz"),
  organisation: null,
  position: null,
  phones: [fact("0113 496 0187 ext. 4"), fact("0113 496 0188")],
  emails: [],
  urls: [],
};

Deno.test("lines are counted where signature and label differ, blank ones never", () => {
  const lines = ["Text", "", "Best", "Ana", "More"];
  const counts = countSignatureLines(lines, [false, false, true, true, false], "\n\n\nAna\nMore");
  assert.deepEqual(counts, { truePositives: 1, falsePositives: 1, falseNegatives: 1 });
});

Deno.test("a number with its extension is the labeled number", () => {
  const counts = countField("phones", ["(0113) 496-0187", "(0113) 496-0199"], CONTACT);
  assert.deepEqual(counts, { truePositives: 1, falsePositives: 1, falseNegatives: 1 });
});

Deno.test("one of two labeled names is enough, and a wrong name is wrong twice", () => {
  const right = countField("name", ["Ana", "Ana  Ruiz"], CONTACT);
  assert.deepEqual(right, { truePositives: 1, falsePositives: 0, falseNegatives: 0 });
  const wrong = countField("name", ["Max"], CONTACT);
  assert.deepEqual(wrong, { truePositives: 0, falsePositives: 1, falseNegatives: 1 });
});

Deno.test("without a contact every label is missed", () => {
  const counts = countField("emails", ["ana@x.example"], null);
  assert.deepEqual(counts, { truePositives: 0, falsePositives: 0, falseNegatives: 1 });
});
