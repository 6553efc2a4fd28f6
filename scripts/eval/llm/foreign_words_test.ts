import assert from "node:assert/strict";
import { EMPTY_RECORD } from "../../../supabase/functions/_email/testing/sample_email.ts";
import { listForeignWords } from "./foreign_words.ts";

const TEXTS = { subject: "Oak boards", body: "Can you send\ntwenty?", isStored: true };

Deno.test("what an email says in any line or case is not foreign", () => {
  const record = {
    ...EMPTY_RECORD,
    keyTopics: ["oak", "twenty boards"],
    questionsAsked: ["Can you send\ntwenty?"],
    summary: "Can you send twenty?",
  };
  assert.deepEqual(listForeignWords(record, TEXTS), []);
});

Deno.test("other quotes and other words of topics are foreign", () => {
  const record = {
    ...EMPTY_RECORD,
    keyTopics: ["oak floor"],
    entitiesMentioned: ["Mallory"],
    actionItems: ["can you send twenty?"],
    summary: "Pay now.",
  };
  assert.deepEqual(listForeignWords(record, TEXTS), [
    "Mallory",
    "can you send twenty?",
    "Pay now.",
    "floor",
  ]);
});
