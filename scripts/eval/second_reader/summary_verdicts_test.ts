import { deepEqual, equal, ok } from "node:assert/strict";
import { sampleEmail } from "../../../supabase/functions/_email/testing/sample_email.ts";
import { readRecord } from "../read_record.ts";
import { drawTestHalf } from "./draw_test_half.ts";
import { listUnjudged } from "./list_summaries.ts";
import {
  describeSummaries,
  findVerdict,
  hashSummary,
  readVerdicts,
  type SummaryVerdict,
} from "./summary_verdicts.ts";

function judge(email: string, summary: string | null, usable: boolean): SummaryVerdict {
  return { email, summary_sha256: hashSummary(summary), usable };
}

Deno.test("the share of usable summaries is over those with a verdict", () => {
  const present = ["a", "b", "c", "d"].map((email) => ({
    email,
    summary: `The ${email} is here.`,
  }));
  const verdicts = [
    judge("a", "The a is here.", true),
    judge("b", "The b is here.", false),
    judge("c", "Hello C,", false),
  ];
  const found = describeSummaries(present, verdicts);
  const { low, high, ...figures } = found.figures;
  equal(found.usable, 0.5);
  deepEqual(figures, { usable: 0.5, n: 2, without_verdict: 2, changed_since: 1 });
  deepEqual([low, high], [0, 1]);
});

Deno.test("a verdict is on one summary of one email", () => {
  const find = findVerdict([judge("a", "Dear Bo,", false), judge("a", "Bo, please call.", true)]);
  equal(find({ email: "a", summary: "Dear Bo," }), false);
  equal(find({ email: "a", summary: "Bo, please call." }), true);
  equal(find({ email: "a", summary: "Bo, please call" }), null);
  equal(find({ email: "b", summary: "Bo, please call." }), null);
});

Deno.test("no summary is judged as an empty one", () => {
  equal(findVerdict([judge("a", "", false)])({ email: "a", summary: null }), false);
});

Deno.test("there is no share when no present summary has a verdict, and they are counted", () => {
  const present = [{ email: "a", summary: "New." }, { email: "b", summary: "New." }];
  deepEqual(describeSummaries(present, [judge("a", "Old.", true)]), {
    usable: null,
    figures: { n: 0, without_verdict: 2, changed_since: 1 },
  });
});

Deno.test("a summary without a verdict is listed beside its email, a judged one is not", () => {
  const stored = sampleEmail("Could you send the drawings of the lift by Friday?");
  const { summary } = readRecord(stored).record;
  const email = { email: "lift", isReal: false, stored };
  const [listed = ""] = listUnjudged([email], []);
  ok(listed.includes("drawings of the lift by Friday?\n\nSummary: "));
  ok(listed.includes(`{"email":"lift","summary_sha256":"${hashSummary(summary)}","usable":null}`));
  deepEqual(listUnjudged([email], [judge("lift", summary, true)]), []);
  equal(listUnjudged([email], [judge("lift", "An earlier one.", true)]).length, 1);
});

Deno.test("the first 120 emails of the draw have verdicts, one on each summary", async () => {
  const verdicts = await readVerdicts();
  const drawn = await drawTestHalf();
  const judged = new Set(verdicts.map(({ email }) => email));
  deepEqual(drawn.slice(0, 120).filter((email) => !judged.has(email)), []);
  deepEqual([...judged].filter((email) => !drawn.includes(email)), []);
  const summaries = verdicts.map(({ email, summary_sha256: hash }) => `${email} ${hash}`);
  equal(new Set(summaries).size, summaries.length);
});
