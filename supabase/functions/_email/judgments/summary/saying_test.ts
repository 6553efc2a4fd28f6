import assert from "node:assert/strict";
import { splitSentences } from "../../text/sentences.ts";
import { contentOf, hasWords, isAlone, isGreeting, says, tells, withoutLinks } from "./saying.ts";

function sentence(text: string) {
  const [only, ...others] = splitSentences(text);
  assert.ok(only !== undefined && others.length === 0, `${text}: not one sentence`);
  return only;
}

Deno.test("a sentence says something with enough words that are no links, names or figures", () => {
  assert.ok(says(sentence("The oven in hall 3 runs again.")));
  for (
    const text of [
      "Yes, the darker.",
      "https://keelby.example/a/very/long/address",
      "Date: 2026-11-18T10:00:00",
      "Northern Slate and Lime Corp.",
      "Good morning, I hope you are well today",
    ]
  ) assert.equal(says(sentence(text)), false, text);
});

Deno.test("a greeting is one, a sentence behind a greeting is none", () => {
  assert.ok(isGreeting(sentence("Dear Ana,")));
  assert.equal(isGreeting(sentence("The oven is old.")), false);
  assert.equal(isGreeting(sentence("our driver has put his back out")), false);
});

Deno.test("a link, and the name of a field in front of it, are no words", () => {
  assert.equal(hasWords({ text: "URL: https://keelby.example/oven" }), false);
  assert.ok(hasWords({ text: "Seen at https://keelby.example/oven" }));
  assert.equal(withoutLinks("Write to ana@keelby.example today"), "Write to  today");
});

Deno.test("three words tell something", () => {
  assert.ok(tells("Bakery opens again"));
  assert.equal(tells("Spring offers!"), false);
});

Deno.test("words of four letters or more are what a line is about", () => {
  assert.deepEqual([...contentOf("the oven in the new hall")], ["oven", "hall"]);
});

Deno.test("a line is understood alone unless it is short, a fragment or points elsewhere", () => {
  const alone = (text: string) => isAlone(sentence(text), text);
  assert.ok(alone("The new oven comes from Keelby on Tuesday by van."));
  assert.equal(alone("The oven comes by van."), false);
  assert.equal(alone("And the new oven comes from Keelby on Tuesday by van."), false);
  assert.equal(alone("Can you send it again to the new office in Keelby today?"), false);
});
