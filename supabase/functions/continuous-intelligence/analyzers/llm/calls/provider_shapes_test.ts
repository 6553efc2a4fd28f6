/**
 * Answers in the whole shape in which providers give them, written after their documents: more
 * fields than we read, and their ways of failing without a stream.
 */
import assert from "node:assert/strict";
import { analyzeWith, answerAll, CLAUDE, emailsOf, MODEL } from "../testing/test_calls.ts";
import { withProvider } from "../testing/test_provider.ts";

type Provider = "Anthropic" | "OpenAI" | "Groq" | "Ollama";

/** An answer of HTTP around what the model has said. */
type Shape = (said: string) => {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
};

const chatCompletion = (said: string, more: Readonly<Record<string, unknown>>) => ({
  id: "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
  object: "chat.completion",
  created: 1_794_470_400,
  model: "a-model-2026-08-01",
  choices: [{
    index: 0,
    message: { role: "assistant", content: said, refusal: null, annotations: [] },
    logprobs: null,
    finish_reason: "stop",
  }],
  ...more,
});

const TAKEN: readonly (readonly [Provider, string, Shape, readonly number[]])[] = [
  ["Anthropic", "a message with a cache that was written", (said) => ({
    status: 200,
    headers: { "request-id": "req_011CSHoEeqs5C35K2UUqR7Fy" },
    body: {
      id: "msg_01XFDUDYJgAACzvnptvVoYEL",
      type: "message",
      role: "assistant",
      model: "claude-haiku-4-5-20251001",
      content: [{ type: "text", text: said }],
      stop_reason: "end_turn",
      stop_sequence: null,
      stop_details: null,
      container: null,
      usage: {
        input_tokens: 900,
        cache_creation_input_tokens: 100,
        cache_read_input_tokens: 50,
        cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 0 },
        output_tokens: 80,
        server_tool_use: null,
        service_tier: "standard",
        inference_geo: "not_available",
      },
    },
  }), [1_050, 80, 50]],
  ["OpenAI", "a completion with thoughts", (said) => ({
    status: 200,
    headers: { "x-request-id": "req_1", "x-ratelimit-remaining-tokens": "149984" },
    body: chatCompletion(said, {
      usage: {
        prompt_tokens: 1_000,
        completion_tokens: 180,
        total_tokens: 1_180,
        prompt_tokens_details: { cached_tokens: 900, audio_tokens: 0 },
        completion_tokens_details: {
          reasoning_tokens: 100,
          audio_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
      },
      service_tier: "default",
      system_fingerprint: null,
    }),
  }), [1_000, 180, 900]],
  ["Groq", "a completion with its times", (said) => ({
    status: 200,
    body: chatCompletion(said, {
      usage: {
        queue_time: 0.0205,
        prompt_tokens: 700,
        prompt_time: 0.0127,
        completion_tokens: 60,
        completion_time: 0.13,
        total_tokens: 760,
        total_time: 0.1427,
      },
      usage_breakdown: null,
      system_fingerprint: "fp_64d1a3d5c2",
      x_groq: { id: "req_01jbd6g2qdfw2adyrt2az8hz4w" },
      service_tier: "on_demand",
    }),
  }), [700, 60, 0]],
  ["Ollama", "a completion without details", (said) => ({
    status: 200,
    body: {
      id: "chatcmpl-409",
      object: "chat.completion",
      created: 1_794_470_400,
      model: "llama3.2",
      system_fingerprint: "fp_ollama",
      choices: [{
        index: 0,
        message: { role: "assistant", content: said },
        finish_reason: "stop",
      }],
      usage: { prompt_tokens: 650, completion_tokens: 70, total_tokens: 720 },
    },
  }), [650, 70, 0]],
];

const runOf = (provider: Provider) =>
  provider === "Anthropic"
    ? { analyzer: "anthropic", model: CLAUDE } as const
    : { analyzer: "openai-compatible", model: MODEL } as const;

for (const [provider, what, shape, tokens] of TAKEN) {
  Deno.test(`${provider}: ${what} becomes a record, with its tokens`, async () => {
    await withProvider(({ prompt }) => shape(answerAll(prompt).text), async ({ url }) => {
      const { analyses, calls } = await analyzeWith(
        url,
        emailsOf(["Two loaves?"]),
        runOf(provider),
      );
      assert.deepEqual(analyses.map((analysis) => analysis?.ok), [true]);
      assert.deepEqual(
        calls.map(({ outcome, tokensIn, tokensOut, tokensCached }) => ({
          outcome,
          tokens: [tokensIn, tokensOut, tokensCached],
        })),
        [{ outcome: "ok", tokens }],
      );
    });
  });
}

const anthropicError = (status: number, type: string, message: string): Shape => () => ({
  status,
  body: { type: "error", error: { type, message }, request_id: "req_011CSHoEeqs5C35K2UUqR7Fy" },
});
const openAiError = (status: number, error: Readonly<Record<string, unknown>>): Shape => () => ({
  status,
  body: { error },
});

const INVALID = "llm_answer_invalid: ";
const UNAVAILABLE = "llm_unavailable: ";
const REFUSED = "llm_refused: ";

/** What a provider answers instead, and how the email's failure begins. */
const FAILED: readonly (readonly [Provider, string, Shape, sentence: string, detail: RegExp])[] = [
  [
    "Anthropic",
    "too much to do",
    anthropicError(529, "overloaded_error", "Overloaded"),
    UNAVAILABLE,
    /status 529 overloaded_error/,
  ],
  [
    "Anthropic",
    "no credit",
    anthropicError(400, "invalid_request_error", "Your credit balance is too low."),
    REFUSED,
    /status 400 invalid_request_error/,
  ],
  [
    "Anthropic",
    "an unknown model",
    anthropicError(404, "not_found_error", "model: a-model"),
    REFUSED,
    /status 404 not_found_error/,
  ],
  [
    "Anthropic",
    "a refusal",
    () => ({
      status: 200,
      body: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model: CLAUDE,
        content: [],
        stop_reason: "refusal",
        stop_sequence: null,
        usage: { input_tokens: 900, output_tokens: 1 },
      },
    }),
    INVALID,
    /ended by/,
  ],
  [
    "OpenAI",
    "no quota",
    openAiError(429, {
      message: "You exceeded your current quota.",
      type: "insufficient_quota",
      param: null,
      code: "insufficient_quota",
    }),
    UNAVAILABLE,
    /status 429 insufficient_quota/,
  ],
  [
    "OpenAI",
    "a prompt that is too long",
    openAiError(400, {
      message: "This model's maximum context length is 8192 tokens.",
      type: "invalid_request_error",
      param: "messages",
      code: "context_length_exceeded",
    }),
    REFUSED,
    /status 400 context_length_exceeded/,
  ],
  [
    "OpenAI",
    "a refusal",
    () => {
      const { choices: [choice], ...rest } = chatCompletion("", {
        usage: { prompt_tokens: 900, completion_tokens: 11, total_tokens: 911 },
      });
      const message = { role: "assistant", content: null, refusal: "I cannot help with that." };
      return { status: 200, body: { ...rest, choices: [{ ...choice, message }] } };
    },
    INVALID,
    /ended by content-filter/,
  ],
  [
    "OpenAI",
    "a stream that nobody asked for",
    (said) => ({
      status: 200,
      headers: { "content-type": "text/event-stream" },
      body: `data: ${
        JSON.stringify({ choices: [{ delta: { content: said } }] })
      }\n\ndata: [DONE]\n\n`,
    }),
    INVALID,
    /status 200/,
  ],
  [
    "OpenAI",
    "an error with the status of a success",
    () => ({
      status: 200,
      body: { error: { message: "Provider returned error", code: 502 } },
    }),
    INVALID,
    /status 200/,
  ],
  [
    "Groq",
    "JSON that failed its own check",
    openAiError(400, {
      message: "Failed to generate JSON.",
      type: "invalid_request_error",
      code: "json_validate_failed",
      failed_generation: '{"mails":[{"l":"1m"',
    }),
    INVALID,
    /status 400 json_validate_failed/,
  ],
  [
    "Groq",
    "more tokens than a minute has",
    openAiError(413, {
      message: "Request too large for model in organization on tokens per minute (TPM).",
      type: "tokens",
      code: "rate_limit_exceeded",
    }),
    REFUSED,
    /status 413 rate_limit_exceeded/,
  ],
  [
    "Ollama",
    "a model that was not pulled",
    openAiError(404, {
      message: "model 'llama3.2' not found, try pulling it first",
      type: "not_found_error",
      param: null,
      code: null,
    }),
    REFUSED,
    /status 404 not_found_error/,
  ],
  [
    "Ollama",
    "an answer that is cut off",
    (said) => {
      const { choices: [choice], ...rest } = chatCompletion(said.slice(0, 20), {
        usage: { prompt_tokens: 900, completion_tokens: 4_096, total_tokens: 4_996 },
      });
      return { status: 200, body: { ...rest, choices: [{ ...choice, finish_reason: "length" }] } };
    },
    INVALID,
    /ended by length/,
  ],
];

for (const [provider, what, shape, sentence, detail] of FAILED) {
  Deno.test(`${provider}: ${what} is told as ${sentence.slice(0, -2)}, in our words`, async () => {
    await withProvider(({ prompt }) => shape(answerAll(prompt).text), async ({ url }) => {
      const emails = emailsOf(["Two loaves?"]).map((email) => ({ ...email, attempt: 1 }));
      const { analyses: [analysis], lines } = await analyzeWith(url, emails, {
        ...runOf(provider),
        onFailure: "fail",
      });
      assert.ok(analysis?.ok === false);
      assert.ok(analysis.error.startsWith(sentence), analysis.error);
      const called = lines.find(({ message }) => message === "model called");
      assert.match(String(called?.["detail"]), detail);
      // Nothing that a provider says reaches members or the log.
      const told = JSON.stringify([analysis, lines]);
      assert.doesNotMatch(told, /credit balance|exceeded your|cannot help|try pulling|Overloaded/);
    });
  });
}
