/**
 * What a provider says that it used. What cannot be believed is null, and is booked as the most.
 */
import * as z from "zod";
import type { TokenUsage } from "../model.ts";

/** The ledger's columns are integers of four bytes. */
const MAX_COUNT = 2_147_483_647;

const countSchema = z.number().min(0).max(MAX_COUNT).transform(Math.ceil);
const workSchema = z.number().gt(0).max(MAX_COUNT).transform(Math.ceil);
const detailSchema = countSchema.nullish().transform((count) => count ?? 0);

const anthropicSchema = z.object({
  input_tokens: countSchema,
  output_tokens: workSchema,
  cache_read_input_tokens: detailSchema,
  cache_creation_input_tokens: detailSchema,
}).transform((usage): TokenUsage => ({
  tokensIn: usage.input_tokens + usage.cache_read_input_tokens +
    usage.cache_creation_input_tokens,
  tokensOut: usage.output_tokens,
  tokensCached: usage.cache_read_input_tokens,
  tokensCacheWritten: usage.cache_creation_input_tokens,
}));

const openAiSchema = z.object({
  prompt_tokens: workSchema,
  completion_tokens: workSchema,
  total_tokens: countSchema.nullish(),
  prompt_tokens_details: z.object({ cached_tokens: detailSchema }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: detailSchema }).nullish(),
}).transform((usage): TokenUsage => ({
  tokensIn: usage.prompt_tokens,
  tokensOut: countOut(
    usage.completion_tokens,
    usage.completion_tokens_details?.reasoning_tokens ?? 0,
    usage.total_tokens ? usage.total_tokens - usage.prompt_tokens : null,
  ),
  tokensCached: usage.prompt_tokens_details?.cached_tokens ?? 0,
  tokensCacheWritten: 0,
}));

const usageSchema = z.union([openAiSchema, anthropicSchema]).refine((usage) =>
  usage.tokensIn > 0 && Number.isInteger(usage.tokensOut) &&
  usage.tokensCached + usage.tokensCacheWritten <= usage.tokensIn &&
  Math.max(usage.tokensIn, usage.tokensOut) <= MAX_COUNT
);

/**
 * The tokens of an answer.
 * @param raw the provider's own words, in the form of either provider
 * @returns null where a count is missing, negative or contradicts another
 */
export function readUsage(raw: unknown): TokenUsage | null {
  return usageSchema.safeParse(raw).data ?? null;
}

/**
 * Tokens that came out. Some servers count what a model thought beside its answer, which shows in
 * the total; where there is no total, they may have, so both are counted.
 * @returns NaN where the total is less than its parts
 */
function countOut(completion: number, reasoning: number, total: number | null): number {
  if (total === null) return completion + reasoning;
  if (total < completion) return NaN;
  return reasoning > completion ? Math.max(total, completion + reasoning) : total;
}
