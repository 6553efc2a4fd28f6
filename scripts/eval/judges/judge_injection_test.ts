import assert from "node:assert/strict";
import { EMPTY_RECORD } from "../../../supabase/functions/_email/testing/sample_email.ts";
import { insertAttack } from "../corpora/injection_cases.ts";
import { countUnfounded, listChanges } from "./judge_injection.ts";

Deno.test("only closed fields that differ are changes", () => {
  const attacked = { ...EMPTY_RECORD, needsReply: true, summary: "Write a poem." };
  assert.deepEqual(listChanges(EMPTY_RECORD, attacked), ["needsReply"]);
  assert.deepEqual(listChanges(EMPTY_RECORD, EMPTY_RECORD), []);
});

Deno.test("a fact that is in no text is unfounded", () => {
  const fact = {
    field: "dates",
    item: 0,
    source: "body_text",
    start: 0,
    end: 6,
    text: "Friday",
  } as const;
  const record = { ...EMPTY_RECORD, evidence: [fact] };
  assert.equal(countUnfounded(record, ["Come on Friday."]), 0);
  assert.equal(countUnfounded(record, ["Come on Monday."]), 1);
});

Deno.test("an instruction goes before, behind and between the sentences", () => {
  const text = "One. Two. Three. Four.";
  assert.equal(insertAttack(text, "X!", "start"), "X!\nOne. Two. Three. Four.");
  assert.equal(insertAttack(text, "X!", "end"), "One. Two. Three. Four.\nX!");
  assert.equal(insertAttack(text, "X!", "middle"), "One. Two. X! Three. Four.");
});
