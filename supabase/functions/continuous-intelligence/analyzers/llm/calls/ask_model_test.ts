import assert from "node:assert/strict";
import { systemClock } from "../../../../_shared/platform/clock.ts";
import { createAskModel } from "./ask_model.ts";
import { nameTokenLimit } from "../model.ts";
import { answerAll } from "../testing/test_calls.ts";
import { withProvider } from "../testing/test_provider.ts";

const CHOSEN = { analyzer: "openai-compatible", model: "a-model" } as const;
const REQUEST = {
  prompt: "<mail>\n1 Hi\n</mails>",
  maxOutputTokens: 77,
  signal: new AbortController().signal,
};

Deno.test("a provider without a key is asked without one, and an effort is sent when one is set", async () => {
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    for (const reasoningEffort of [null, "minimal"] as const) {
      const providers = {
        anthropic: null,
        openaiCompatible: { apiKey: null, baseUrl: url, reasoningEffort },
      };
      const reply = await createAskModel(CHOSEN, providers, systemClock)?.(REQUEST);
      assert.equal(reply?.ok, true);
    }
    assert.deepEqual(seen.map(({ key, maxTokens }) => [key, maxTokens]), [[null, 77], [null, 77]]);
    assert.deepEqual(seen.map(({ body }) => body["reasoning_effort"]), [undefined, "minimal"]);
    const [{ body } = { body: {} }] = seen;
    assert.match(JSON.stringify(body), /"response_format":\{"type":"json_schema"/);
  });
});

Deno.test("a provider without settings has no model", () => {
  const nobody = { anthropic: null, openaiCompatible: null };
  assert.equal(createAskModel(CHOSEN, nobody, systemClock), null);
  assert.equal(createAskModel({ ...CHOSEN, analyzer: "anthropic" }, nobody, systemClock), null);
});

Deno.test("OpenAI itself gets the new name of the token limit, everybody else the one all know", () => {
  const names = ["https://api.openai.com/v1", "https://x.openai.azure.com/openai/v1"].map(
    nameTokenLimit,
  );
  assert.deepEqual(names, ["max_completion_tokens", "max_completion_tokens"]);
  for (
    const url of [
      "https://api.groq.com/openai/v1",
      "http://127.0.0.1:11434/v1",
      "https://notopenai.com/v1",
    ]
  ) {
    assert.equal(nameTokenLimit(url), "max_tokens");
  }
});
