import { strictEqual } from "node:assert/strict";
import { markFacts, markInBrackets } from "./mark_facts.ts";

const TEXT = "📎 Send it by Friday. Thanks.";

Deno.test("a fact inside another is marked inside it, places counted in characters", () => {
  const facts = [
    { name: "date", start: 13, end: 19 },
    { name: "to do", start: 2, end: 20 },
  ];
  strictEqual(
    markFacts(TEXT, facts, markInBrackets),
    "📎 [Send it by [Friday]{date}.]{to do} Thanks.",
  );
});

Deno.test("two facts of one place share its mark", () => {
  const facts = [
    { name: "question", start: 2, end: 20 },
    { name: "to do", start: 2, end: 20 },
    { name: "to do", start: 2, end: 20 },
  ];
  strictEqual(
    markFacts(TEXT, facts, markInBrackets),
    "📎 [Send it by Friday.]{question, to do} Thanks.",
  );
});

Deno.test("of two facts that overlap the second begins where the first ends", () => {
  const facts = [{ name: "a", start: 2, end: 12 }, { name: "b", start: 10, end: 19 }];
  strictEqual(markFacts(TEXT, facts, markInBrackets), "📎 [Send it by]{a}[ Friday]{b}. Thanks.");
});

Deno.test("a text without facts stays as it is", () => {
  strictEqual(markFacts(TEXT, [], markInBrackets), TEXT);
});
