/** A model as the rest of this folder sees it, whatever the provider. */
import type { Envelope } from "./answers/answer_schema.ts";
import type { FailureKind } from "./calls/failure.ts";

/** Tokens as the provider's answer says. */
export interface TokenUsage {
  /** All that went in, cached ones included. */
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Read from the provider's cache. */
  readonly tokensCached: number;
  /** Written into it. */
  readonly tokensCacheWritten: number;
}

export interface ModelRequest {
  readonly prompt: string;
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

/** One request and what came back. */
export type ModelReply =
  | { readonly ok: true; readonly envelope: Envelope; readonly usage: TokenUsage | null }
  | {
    readonly ok: false;
    readonly kind: FailureKind;
    readonly usage: TokenUsage | null;
    /** False when the provider surely did no work for it. */
    readonly mayCost: boolean;
    readonly retryAfterSeconds: number | null;
    /** What was wrong with an answer; empty where there was none. */
    readonly problems: readonly string[];
    /** For the log: status and the provider's code, never its words. */
    readonly detail: string;
  };

/** Sends one request. Never throws; an aborted one is `timed_out`. */
export type AskModel = (request: ModelRequest) => Promise<ModelReply>;

/** The field that bounds an answer: OpenAI's newer models refuse the name that all others know. */
export function nameTokenLimit(baseUrl: string): "max_tokens" | "max_completion_tokens" {
  const { hostname } = new URL(baseUrl);
  return /(?:^|\.)openai\.(?:azure\.)?com$/.test(hostname) ? "max_completion_tokens" : "max_tokens";
}
