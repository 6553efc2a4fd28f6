import assert from "node:assert/strict";
import { claimedEmail } from "../testing/claimed_email.ts";
import { createReadingBudget } from "../run/reading_budget.ts";
import { createRulesAnalyzer } from "../testing/rules_analyzer.ts";
import { RULES_EXTRACTOR } from "./rules.ts";

Deno.test("the analyzer answers every email once, calls nobody and names its model", async () => {
  const analyzer = createRulesAnalyzer();
  const emails = ["a", "b"].map((emailId) => claimedEmail("Hello", { emailId }));
  const { analyses, calls } = await analyzer.analyze(emails, {
    choices: new Map(),
    priceOverrides: [],
    reading: createReadingBudget(() => new Date(0), 1),
    signal: new AbortController().signal,
  });
  assert.deepEqual(analyses.map(({ emailId, ok }) => [emailId, ok]), [["a", true], ["b", true]]);
  assert.deepEqual(
    analyses.map((analysis) => analysis.ok && analysis.extractor),
    [RULES_EXTRACTOR, RULES_EXTRACTOR],
  );
  assert.deepEqual(calls, []);
});
