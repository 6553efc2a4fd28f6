import assert from "node:assert/strict";
import fc from "fast-check";
import { claimedEmail } from "../../testing/claimed_email.ts";
import { analyzeBatch } from "./analyze_batch.ts";
import { packBatches } from "./prompt/batches.ts";
import type { Session } from "./calls/call_model.ts";
import { type Excerpt, makeExcerpt } from "./prompt/excerpt.ts";
import { classifyStatus, type FailureKind } from "./calls/failure.ts";
import { createLimiter } from "./calls/limit_calls.ts";
import type { ModelReply } from "./model.ts";
import { findPrice, quotePrices } from "./prices/prices.ts";
import { answerAll, OVERRIDES, providersAt, WORKSPACE } from "./testing/test_calls.ts";

const CHOSEN = { analyzer: "openai-compatible", model: "a-model" } as const;
const PROVIDERS = providersAt("http://127.0.0.1/v1");
const clock = () => new Date(0);
const price = await findPrice(CHOSEN, OVERRIDES, PROVIDERS, clock);
const [quote] = await quotePrices({ models: [CHOSEN], overrides: OVERRIDES }, PROVIDERS, clock);

function sessionOf(ask: Session["ask"]): Session {
  assert.ok(price);
  return {
    clock,
    random: () => 0,
    sleep: () => Promise.resolve(),
    createId: () => "",
    log: () => {},
    timeoutSeconds: 30,
    workspaceId: WORKSPACE,
    chosen: CHOSEN,
    ask,
    price,
    thinking: 0,
    limit: createLimiter(4),
    signal: new AbortController().signal,
  };
}

/** Emails from one word to more than a call takes of one. */
function excerptsOf(sizes: readonly number[]): Excerpt[] {
  return sizes.flatMap((size, at) => {
    const text = `Mail ${at}. ${"Is oak hard? ".repeat(size)}`;
    return makeExcerpt(claimedEmail(text, { emailId: `mail-${at}` })) ?? [];
  });
}

const failed = {
  ok: false,
  usage: null,
  retryAfterSeconds: null,
  problems: [],
  detail: "",
} as const;
const anyReply: fc.Arbitrary<"answer" | "half" | ModelReply> = fc.oneof(
  fc.constant("answer" as const),
  fc.constant("half" as const),
  fc.constantFrom<FailureKind>("garbled", "cut_off", "timed_out", "broken")
    .map((kind) => ({ ...failed, kind, mayCost: true })),
  fc.constantFrom(400, 401, 429, 500).map((status) => ({
    ...failed,
    kind: classifyStatus(status),
    mayCost: false,
  })),
);

Deno.test("whatever a provider does, every email gets one verdict and costs no more than was set aside for it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(0, 1, 30, 600), { minLength: 1, maxLength: 12 }),
      fc.array(anyReply, { minLength: 1, maxLength: 8 }),
      async (sizes, replies) => {
        let asked = 0;
        const session = sessionOf(({ prompt }) => {
          const reply = replies[asked++ % replies.length] ?? "answer";
          if (typeof reply !== "string") return Promise.resolve(reply);
          const { mails: emails } = JSON.parse(answerAll(prompt).text);
          const envelope = { mails: reply === "half" ? emails.slice(1) : emails };
          // Without usage: the most that the call can cost is booked.
          return Promise.resolve({ ok: true, envelope, usage: null });
        });
        const excerpts = excerptsOf(sizes);
        const results = await Promise.all(
          packBatches(excerpts).map((batch) => analyzeBatch(batch, session)),
        );
        const verdicts = results.flatMap(({ verdicts }) => verdicts);
        assert.deepEqual(
          verdicts.map(({ excerpt }) => excerpt.email.emailId).toSorted(),
          excerpts.map(({ email }) => email.emailId).toSorted(),
        );
        const calls = results.flatMap(({ calls }) => calls);
        assert.equal(calls.length, asked);
        const costUsd = calls.reduce((sum, call) => sum + call.costUsd, 0);
        assert.ok(costUsd <= excerpts.length * (quote?.usdPerMail ?? 0), `${costUsd}`);
      },
    ),
    { numRuns: 60 },
  );
});
