import assert from "node:assert/strict";
import { splitSentences } from "../text/sentences.ts";
import { findTopics } from "./topics.ts";

function topics(text: string, subject: string): string[] {
  return findTopics(splitSentences(text), subject);
}

Deno.test("words of the subject and words that return are topics, pairs first", () => {
  const text = "The grain store has two inverters. One inverter in the grain store stopped.";
  assert.deepEqual(topics(text, "Re: Grain store"), ["grain store"]);
  assert.deepEqual(topics("Flour came late. The flour was wet.", ""), ["flour"]);
});

Deno.test("single mentions, function words, addresses and numbers are no topics", () => {
  assert.deepEqual(topics("Please send the list to ana@grain.example, 4000 thanks.", "Hello"), []);
});

Deno.test("at most five topics are named", () => {
  assert.equal(topics("", "alpha, bravo, charlie, delta, echo1, foxtrot, golfer").length, 5);
});
