/**
 * The AI SDK, and the only importer of it. Loaded when the first email goes to a provider: it is
 * larger than the rest of the function.
 */
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
  APICallError,
  generateText,
  JSONParseError,
  jsonSchema,
  type LanguageModel,
  type LanguageModelUsage,
  NoObjectGeneratedError,
  Output,
  TypeValidationError,
} from "ai";
import * as z from "zod";
import type { Clock } from "../../../../_shared/platform/clock.ts";
import type { Providers } from "../../../../_shared/platform/env.ts";
import { describeError } from "../../../../_shared/platform/log.ts";
import { describeAnswers, type Envelope, envelopeSchema } from "../answers/answer_schema.ts";
import type { ChosenModel } from "../../models.ts";
import { classifyStatus, mayHaveBilled, readRetryAfter } from "./failure.ts";
import { type AskModel, type ModelReply, nameTokenLimit } from "../model.ts";
import { readUsage } from "./usage.ts";
import { INSTRUCTIONS } from "../prompt/prompt.ts";

const ANSWERS = Output.object({
  name: "answers",
  schema: jsonSchema<Envelope>(describeAnswers(), {
    validate: (value) => {
      const parsed = envelopeSchema.safeParse(value);
      return parsed.success
        ? { success: true, value: parsed.data }
        : { success: false, error: parsed.error };
    },
  }),
});

/** Connects to a model; null when its provider is not configured. No request is made yet. */
export function createAskModel(
  chosen: ChosenModel,
  providers: Providers,
  clock: Clock,
): AskModel | null {
  const model = createModel(chosen, providers);
  return model && (async ({ prompt, maxOutputTokens, signal }) => {
    try {
      const result = await generateText({
        model,
        instructions: INSTRUCTIONS,
        prompt,
        output: ANSWERS,
        maxOutputTokens,
        abortSignal: signal,
        // Every request is counted by us, so every retry is ours.
        maxRetries: 0,
      });
      const { usage, finishReason } = result;
      if (result.text === "") return explainNoObject(finishReason, usage, "the answer is empty");
      return { ok: true, envelope: result.output, usage: readUsage(usage.raw) };
    } catch (error) {
      return explainFailure(error, signal, clock());
    }
  });
}

function createModel({ analyzer, model }: ChosenModel, providers: Providers): LanguageModel | null {
  if (analyzer === "anthropic") {
    const { anthropic } = providers;
    return anthropic && createAnthropic({ apiKey: anthropic.apiKey, baseURL: anthropic.baseUrl })(
      model,
    );
  }
  const settings = providers.openaiCompatible;
  return settings && createOpenAICompatible({
    name: "openaiCompatible",
    baseURL: settings.baseUrl,
    supportsStructuredOutputs: true,
    ...(settings.apiKey === null ? {} : { apiKey: settings.apiKey }),
    transformRequestBody: ({ max_tokens, ...body }) => ({
      ...body,
      [nameTokenLimit(settings.baseUrl)]: max_tokens,
      ...(settings.reasoningEffort === null ? {} : { reasoning_effort: settings.reasoningEffort }),
    }),
  })(model);
}

function explainFailure(error: unknown, signal: AbortSignal, now: Date): ModelReply {
  const failed = {
    ok: false,
    usage: null,
    mayCost: true,
    retryAfterSeconds: null,
    problems: [],
  } as const;
  if (signal.aborted) return { ...failed, kind: "timed_out", detail: "aborted" };
  if (NoObjectGeneratedError.isInstance(error)) {
    return explainNoObject(error.finishReason, error.usage, describeAnswerError(error.cause));
  }
  if (APICallError.isInstance(error) && error.statusCode !== undefined) {
    const { statusCode, responseHeaders = {} } = error;
    const detail = `status ${statusCode}${readCode(error.data)}`;
    if (statusCode < 300) {
      return { ...failed, kind: "garbled", problems: ["the reply is not the provider's"], detail };
    }
    // Groq checks the model's answer itself; another try, or the email alone, may do.
    if (detail.endsWith(" json_validate_failed")) {
      return { ...failed, kind: "garbled", problems: ["the answer is not JSON"], detail };
    }
    const retryAfterSeconds = readRetryAfter(responseHeaders, now);
    return {
      ...failed,
      kind: classifyStatus(statusCode),
      mayCost: mayHaveBilled(statusCode),
      retryAfterSeconds,
      detail,
    };
  }
  // Deno names the step of a request that failed; before it was connected nothing can have been
  // billed.
  if (describeError(error).includes("(Connect)")) {
    return { ...failed, kind: "unreachable", mayCost: false, detail: "not connected" };
  }
  return { ...failed, kind: "broken", detail: error instanceof Error ? error.name : typeof error };
}

function explainNoObject(
  finishReason: string | undefined,
  usage: LanguageModelUsage | undefined,
  problem: string,
): ModelReply {
  return {
    ok: false,
    kind: finishReason === "length" ? "cut_off" : "garbled",
    usage: readUsage(usage?.raw),
    mayCost: true,
    retryAfterSeconds: null,
    problems: [problem],
    detail: `ended by ${finishReason ?? "nothing"}`,
  };
}

/** What is wrong with an answer as a whole; nothing of what the model said. */
function describeAnswerError(cause: unknown): string {
  if (JSONParseError.isInstance(cause)) return "the answer is not JSON";
  return TypeValidationError.isInstance(cause)
    ? "the answer has no list of mails"
    : "the answer is no object";
}

const errorSchema = z.object({
  error: z.object({ code: z.string().nullish().catch(null), type: z.string().nullish() }),
});

/** The provider's own code of an error, where it is a code and no sentence. */
function readCode(data: unknown): string {
  const { error } = errorSchema.safeParse(data).data ?? {};
  const code = error?.code ?? error?.type ?? "";
  return /^[a-z_]{1,40}$/.test(code) ? ` ${code}` : "";
}
