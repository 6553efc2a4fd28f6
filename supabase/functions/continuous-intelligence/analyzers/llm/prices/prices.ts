/** What calls cost, and the most that an email may cost. */
import type { Clock } from "../../../../_shared/platform/clock.ts";
import type { Providers } from "../../../../_shared/platform/env.ts";
import type { AnalyzerSetup, ChosenModel, EmailPrice, PriceOverride } from "../../models.ts";
import { describeAnswers } from "../answers/answer_schema.ts";
import {
  MAX_MAIL_BYTES,
  MAX_OUTPUT_TOKENS_PER_EMAIL,
  MAX_PROVIDER_TOKENS,
  THINKING_TOKENS,
} from "../limits.ts";
import type { TokenUsage } from "../model.ts";
import { type ModelPrice, roundUp } from "./model_price.ts";
import { INSTRUCTIONS } from "../prompt/prompt.ts";

/**
 * A batch and, where its answer is of no use for an email, one call for that email alone: the
 * requests of one attempt that can be billed. Rejected ones are not, and only those are sent again.
 */
const BILLED_CALLS_PER_EMAIL = 2;

/**
 * A proxy in front of Anthropic passes Anthropic's prices on; any other host is who it says it is.
 */
const ANTHROPIC_URL = "https://api.anthropic.com";

/** The price of a model: the project's own, else of the price list; null when neither knows it. */
export async function findPrice(
  { analyzer, model }: ChosenModel,
  overrides: readonly PriceOverride[],
  providers: Providers,
  clock: Clock,
): Promise<ModelPrice | null> {
  const override = overrides.find((price) => price.model === model);
  if (override) return createOverridePrice(override);
  const apiUrl = analyzer === "anthropic" ? ANTHROPIC_URL : providers.openaiCompatible?.baseUrl;
  if (apiUrl === undefined) return null;
  const { findListedPrice } = await import("./price_list.ts");
  return findListedPrice(model, apiUrl, clock());
}

/** What an email costs at most with each model in use, or why that cannot be told. */
export async function quotePrices(
  { models, overrides }: AnalyzerSetup,
  providers: Providers,
  clock: Clock,
): Promise<readonly EmailPrice[]> {
  return await Promise.all(models.map(async (chosen) => {
    if (!isConfigured(chosen.analyzer, providers)) {
      return { ...chosen, usdPerMail: null, problem: "not_configured" } as const;
    }
    const price = await findPrice(chosen, overrides, providers, clock);
    if (price === null) return { ...chosen, usdPerMail: null, problem: "unknown_price" } as const;
    const call = price.costUsd(
      boundUsage(MAX_MAIL_BYTES, 1, thinkingTokens(chosen.analyzer, providers)),
    );
    return { ...chosen, usdPerMail: roundUp(BILLED_CALLS_PER_EMAIL * call), problem: null };
  }));
}

/** Whether the environment has what the analyzer needs. */
export function isConfigured(analyzer: ChosenModel["analyzer"], providers: Providers): boolean {
  return (analyzer === "anthropic" ? providers.anthropic : providers.openaiCompatible) !== null;
}

/** Room that the model gets for thinking, in tokens. */
export function thinkingTokens(
  analyzer: ChosenModel["analyzer"],
  providers: Providers,
): number {
  const effort = analyzer === "openai-compatible" && providers.openaiCompatible?.reasoningEffort;
  return effort ? THINKING_TOKENS[effort] : 0;
}

/** Tokens that the answer of a call may take. */
export function boundOutputTokens(emails: number, thinking: number): number {
  return emails * MAX_OUTPUT_TOKENS_PER_EMAIL + thinking;
}

/** The most tokens a call can use: a token holds at least one byte. */
export function boundUsage(promptBytes: number, emails: number, thinking: number): TokenUsage {
  return {
    tokensIn: countFixedBytes() + MAX_PROVIDER_TOKENS + promptBytes,
    tokensOut: boundOutputTokens(emails, thinking),
    tokensCached: 0,
    tokensCacheWritten: 0,
  };
}

/** Of what is the same in every call. */
function countFixedBytes(): number {
  return new TextEncoder().encode(INSTRUCTIONS + JSON.stringify(describeAnswers())).length;
}

function createOverridePrice(price: PriceOverride): ModelPrice {
  const { inputUsdPerMillion, cachedInputUsdPerMillion, outputUsdPerMillion } = price;
  return {
    priceId: `override:${price.model}`,
    costUsd: ({ tokensIn, tokensOut, tokensCached }) => {
      const cached = Math.min(tokensCached, tokensIn);
      return roundUp(
        ((tokensIn - cached) * inputUsdPerMillion + cached * cachedInputUsdPerMillion +
          tokensOut * outputUsdPerMillion) / 1_000_000,
      );
    },
  };
}
