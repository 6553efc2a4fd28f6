import { deepEqual, equal, ok } from "node:assert/strict";
import process from "node:process";
import { hasCorpora } from "../real_gold/real_gold.ts";
import { agreement, describeAgreement } from "./agreement.ts";
import { drawOrder, drawTestHalf } from "./draw_test_half.ts";
import { readSecondLines, readTwice, type TwiceRead } from "./second_labels.ts";

const FOLDER = process.env["NIGHTSHIFT_CORPORA"] ?? "";
const ignore = !await hasCorpora(FOLDER);

/** An email that both read the same way. */
const AGREED: TwiceRead = {
  email: "agreed",
  isReal: false,
  first: {
    primary_intent: "question",
    acceptable_primary_intents: ["sales_inquiry"],
    urgency_level: "medium",
    needs_reply: true,
    questions_asked: ["When do\nyou open?"],
    action_items: [],
    pain_points: [],
  },
  second: {
    primary_intent: "question",
    urgency_level: "medium",
    needs_reply: true,
    questions_asked: ["When do you open?"],
    action_items: [],
    pain_points: [],
  },
};

function disagree(second: Partial<TwiceRead["second"]>): TwiceRead {
  return { ...AGREED, second: { ...AGREED.second, ...second } };
}

function accuracyOf(emails: readonly TwiceRead[], field: string): number {
  const { [field]: figures } = describeAgreement(emails);
  if (typeof figures !== "object" || typeof figures["accuracy"] !== "number") return NaN;
  return figures["accuracy"];
}

Deno.test("agreement is the share of emails with the same label, field by field", () => {
  const emails = [
    AGREED,
    AGREED,
    disagree({ urgency_level: "high" }),
    disagree({ primary_intent: "complaint", needs_reply: false, urgency_level: "low" }),
  ];
  equal(accuracyOf(emails, "primary_intent"), 0.75);
  equal(accuracyOf(emails, "urgency_level"), 0.5);
  equal(accuracyOf(emails, "needs_reply"), 0.75);
});

Deno.test("an intent that the first reader accepts agrees, except exactly", () => {
  const emails = [AGREED, disagree({ primary_intent: "sales_inquiry" })];
  equal(accuracyOf(emails, "primary_intent"), 1);
  equal(accuracyOf(emails, "primary_intent_exactly"), 0.5);
});

Deno.test("lists agree by F1 over all emails, with its interval", () => {
  const { questions_asked: questions } = describeAgreement([
    AGREED,
    disagree({ questions_asked: [] }),
    disagree({ questions_asked: ["When do you open?", "Is there a ramp?"] }),
  ]);
  ok(typeof questions === "object");
  const { f1_low: low, f1_high: high, ...rest } = questions;
  const share = 2 / 3;
  deepEqual(rest, { precision: share, recall: share, f1: share, n_labels: 3 });
  ok(typeof low === "number" && typeof high === "number" && low < share && high > share);
});

Deno.test("high and critical agree with each other when both are urgent", () => {
  const urgent = disagree({ urgency_level: "critical" });
  const first = { ...AGREED.first, urgency_level: "high" } as const;
  const { high_or_critical: both } = describeAgreement([AGREED, { ...urgent, first }]);
  ok(typeof both === "object");
  deepEqual([both["f1"], both["n_labels"]], [1, 1]);
});

Deno.test("the second reader's emails are the first 60 of the draw, whatever its order", async () => {
  const drawn = await drawTestHalf();
  equal(new Set(drawn).size, drawn.length);
  deepEqual(drawOrder(drawn.toReversed()), drawn);
  const lines = await readSecondLines();
  deepEqual(lines.map(({ email }) => email), drawn.slice(0, 60));
});

Deno.test("without corpora the invented emails agree alone, and that is said", async () => {
  const said: string[] = [];
  const { figures, n } = await agreement.run({ dataFolder: null, say: (line) => said.push(line) });
  const { emails, missing, lost } = await readTwice(null);
  deepEqual(Object.keys(figures), ["test", "test_invented"]);
  deepEqual([n, n + missing.length, lost], [emails.length, 60, []]);
  ok(said.join().includes(`${missing.length} real emails are left out`));
});

Deno.test({
  name: "every second label of a real email is in its text",
  ignore,
  async fn() {
    const { emails, missing, lost } = await readTwice(FOLDER);
    deepEqual({ n: emails.length, missing, lost }, { n: 60, missing: [], lost: [] });
  },
});
