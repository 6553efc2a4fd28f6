/** The maintained price list, and the only importer of it: it is large, and loaded when needed. */
import { calcPrice, type PriceCalculation } from "@pydantic/genai-prices";
import type { TokenUsage } from "../model.ts";
import { type ModelPrice, roundUp } from "./model_price.ts";

/** The version in the import map; part of every price id. */
const LIST = "genai-prices@0.1.8";

const NO_USAGE: TokenUsage = { tokensIn: 0, tokensOut: 0, tokensCached: 0, tokensCacheWritten: 0 };

/** The price of a model at the provider of a base URL, as of `at`; null when the list lacks it. */
export function findListedPrice(model: string, apiUrl: string, at: Date): ModelPrice | null {
  const found = calculate(model, apiUrl, at, NO_USAGE);
  // A row without these would make its tokens free.
  const { input_mtok, output_mtok } = found?.model_price ?? {};
  if (!found || input_mtok === undefined || output_mtok === undefined) return null;
  return {
    priceId: `${LIST}:${found.provider.id}/${found.model.id}`,
    costUsd: (usage) => roundUp(calculate(model, apiUrl, at, usage)?.total_price ?? NaN),
  };
}

function calculate(
  model: string,
  apiUrl: string,
  at: Date,
  { tokensIn, tokensOut, tokensCached, tokensCacheWritten }: TokenUsage,
): PriceCalculation | null {
  return calcPrice(
    {
      input_tokens: tokensIn,
      output_tokens: tokensOut,
      cache_read_tokens: tokensCached,
      cache_write_tokens: tokensCacheWritten,
    },
    model,
    { providerApiUrl: apiUrl, timestamp: at },
  );
}
