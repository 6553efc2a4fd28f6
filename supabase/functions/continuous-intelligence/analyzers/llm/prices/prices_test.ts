import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Providers } from "../../../../_shared/platform/env.ts";
import type { ChosenModel, PriceOverride } from "../../models.ts";
import { MAX_MAIL_BYTES } from "../limits.ts";
import { roundUp } from "./model_price.ts";
import { boundUsage, findPrice, quotePrices } from "./prices.ts";
import { OVERRIDES, providersAt } from "../testing/test_calls.ts";

const clock = () => new Date("2026-11-12T08:00:00Z");
const OPENAI = providersAt("https://api.openai.com/v1");
const NOBODY: Providers = { anthropic: null, openaiCompatible: null };
const HAIKU = { analyzer: "anthropic", model: "claude-haiku-4-5" } as const;
const MINI = { analyzer: "openai-compatible", model: "gpt-4.1-mini" } as const;
const OWN = { analyzer: "openai-compatible", model: "a-model" } as const;
const USAGE = { tokensIn: 1_000_000, tokensOut: 1_000_000, tokensCached: 0, tokensCacheWritten: 0 };

function find(
  chosen: ChosenModel,
  providers = OPENAI,
  overrides: readonly PriceOverride[] = OVERRIDES.slice(0, 1),
) {
  return findPrice(chosen, overrides, providers, clock);
}

Deno.test("a model is priced by the list of the provider that is called, and the price says which", async () => {
  const haiku = await find(HAIKU);
  assert.equal(haiku?.priceId, "genai-prices@0.1.8:anthropic/claude-haiku-4-5");
  assert.equal(haiku?.costUsd(USAGE), 6);
  const mini = await find(MINI);
  assert.equal(mini?.priceId, "genai-prices@0.1.8:openai/gpt-4.1-mini");
  assert.equal(mini?.costUsd({ ...USAGE, tokensCached: 500_000 }), 0.2 + 0.05 + 1.6);
});

Deno.test("the version in price ids is the one that is installed", () => {
  const path = join(import.meta.dirname ?? ".", "../../../../deno.json");
  const { imports } = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(imports["@pydantic/genai-prices"], "npm:@pydantic/genai-prices@0.1.8");
});

Deno.test("the project's own price wins, with its price for cached tokens", async () => {
  const price = await find(OWN);
  assert.equal(price?.priceId, "override:a-model");
  assert.equal(price?.costUsd({ ...USAGE, tokensCached: 250_000 }), 0.75 + 0.025 + 5);
  assert.equal((await find(HAIKU, OPENAI, OVERRIDES))?.priceId, "override:claude-haiku-4-5");
});

Deno.test("a model that the provider's list lacks has no price, also when another provider's has it", async () => {
  assert.equal(await find({ ...OWN, model: "no-such-model" }), null);
  assert.equal(await find(MINI, providersAt("http://127.0.0.1:11434/v1")), null);
});

Deno.test("what an email costs at most is quoted, or why that cannot be told", async () => {
  const models = [HAIKU, MINI, OWN, { ...OWN, model: "no-such-model" }];
  const setup = { models, overrides: OVERRIDES.slice(0, 1) };
  const quoted = await quotePrices(setup, OPENAI, clock);
  assert.deepEqual(quoted.map(({ model, problem }) => [model, problem]), [
    ["claude-haiku-4-5", null],
    ["gpt-4.1-mini", null],
    ["a-model", null],
    ["no-such-model", "unknown_price"],
  ]);
  assert.equal(quoted[3]?.usdPerMail, null);
  const [haiku] = quoted;
  assert.ok(haiku?.usdPerMail && haiku.usdPerMail > 0.01 && haiku.usdPerMail < 0.03);
  assert.deepEqual(
    (await quotePrices(setup, NOBODY, clock)).map(({ problem }) => problem),
    Array(4).fill("not_configured"),
  );
});

Deno.test("the quote of an email covers its share of any batch and the call for it alone", async () => {
  const price = await find(HAIKU);
  const [quote] = await quotePrices({ models: [HAIKU], overrides: [] }, OPENAI, clock);
  assert.ok(price && quote?.usdPerMail);
  const alone = price.costUsd(boundUsage(MAX_MAIL_BYTES, 1, 0));
  for (const emails of [1, 2, 10]) {
    const together = price.costUsd(boundUsage(emails * MAX_MAIL_BYTES, emails, 0));
    assert.ok(together + emails * alone <= emails * quote.usdPerMail + 1e-9);
  }
});

Deno.test("room to think is paid for in the quote", async () => {
  const thinks: Providers = {
    ...OPENAI,
    openaiCompatible: OPENAI.openaiCompatible && {
      ...OPENAI.openaiCompatible,
      reasoningEffort: "low",
    },
  };
  const quote = async (providers: Providers) => {
    const [price] = await quotePrices({ models: [MINI], overrides: [] }, providers, clock);
    return price?.usdPerMail ?? NaN;
  };
  // 2,000 tokens in each of two calls at 1.6 USD per million.
  assert.equal(roundUp(await quote(thinks) - await quote(OPENAI)), 0.0064);
});

Deno.test("costs are rounded up to 8 decimals, and binary fractions are no cost", () => {
  assert.equal(roundUp(0.000_000_001), 0.000_000_01);
  assert.equal(roundUp(0.1 + 0.2), 0.3);
});
