/** Models of providers: who chose which, what they cost, and what was asked of them. */

/** Who reads the email of a workspace, as in the check of `public.analyzer_choices`. */
export const ANALYZERS = ["rules", "anthropic", "openai-compatible"] as const;
export type AnalyzerName = (typeof ANALYZERS)[number];

/** A model of a provider, as a workspace or the project chose it. */
export interface ChosenModel {
  readonly analyzer: Exclude<AnalyzerName, "rules">;
  readonly model: string;
}

/**
 * The most that one email may cost with a model, or why that cannot be told; reserved at claim.
 */
export interface EmailPrice extends ChosenModel {
  /** USD, an upper bound over all calls of one attempt; null where there is a problem. */
  readonly usdPerMail: number | null;
  /**
   * `not_configured`: the function lacks the provider's key; `unknown_price`: no list knows the
   * model.
   */
  readonly problem: "not_configured" | "unknown_price" | null;
}

/**
 * A price that the project set by itself, in USD per million tokens; a row of
 * `public.model_prices`.
 */
export interface PriceOverride {
  readonly model: string;
  readonly inputUsdPerMillion: number;
  readonly cachedInputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

/** What a run must know before it can name prices. */
export interface AnalyzerSetup {
  /** Every model that some workspace or the project chose. */
  readonly models: readonly ChosenModel[];
  readonly overrides: readonly PriceOverride[];
}

/** How the email of one workspace is to be read. */
export interface AnalyzerChoice {
  readonly analyzer: AnalyzerName;
  /** The provider's name of the model; null for `rules`. */
  readonly model: string | null;
  /** After the last attempt: a record by the rules marked as degraded, or a failed email. */
  readonly onFailure: "rules" | "fail";
}

/** One call of a provider, also a failed one; a row of `public.ai_usage`. */
export interface ProviderCall {
  /** Made by the caller, so that a call settled twice is counted once. */
  readonly callId: string;
  readonly workspaceId: string;
  readonly analyzer: AnalyzerName;
  readonly model: string;
  /** As the provider's answer says; null when it gave none. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  /** Part of `tokensIn` that was read from the provider's cache. */
  readonly tokensCached: number | null;
  /** USD, 8 decimals. */
  readonly costUsd: number;
  /** Which price it was computed with. */
  readonly priceId: string;
  readonly outcome: "ok" | "invalid" | "retryable" | "permanent";
  readonly durationMs: number;
  /** Emails in the call. */
  readonly emails: number;
}
