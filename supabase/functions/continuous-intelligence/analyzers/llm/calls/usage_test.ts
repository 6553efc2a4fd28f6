import assert from "node:assert/strict";
import { readUsage } from "./usage.ts";

const OPENAI = { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 };
const ANTHROPIC = { input_tokens: 700, output_tokens: 100, cache_read_input_tokens: 200 };

Deno.test("counts of both providers are read, cached tokens among those that went in", () => {
  const cached = { ...OPENAI, prompt_tokens_details: { cached_tokens: 200 } };
  assert.deepEqual(readUsage(cached), {
    tokensIn: 1_000,
    tokensOut: 100,
    tokensCached: 200,
    tokensCacheWritten: 0,
  });
  assert.deepEqual(readUsage({ ...ANTHROPIC, cache_creation_input_tokens: 100 }), {
    tokensIn: 1_000,
    tokensOut: 100,
    tokensCached: 200,
    tokensCacheWritten: 100,
  });
});

const thought = (reasoning_tokens: number) => ({ completion_tokens_details: { reasoning_tokens } });
for (
  const [what, usage, tokensOut] of [
    ["within the completion", { ...OPENAI, ...thought(80) }, 100],
    ["beside it, as the total says", { ...OPENAI, ...thought(80), total_tokens: 1_180 }, 180],
    ["beside it, as they are more", { ...OPENAI, ...thought(500) }, 600],
    ["without a total", { ...OPENAI, ...thought(80), total_tokens: null }, 180],
    ["that only the total tells of", { ...OPENAI, total_tokens: 1_500 }, 500],
  ] as const
) {
  Deno.test(`thoughts ${what} are counted`, () => {
    assert.equal(readUsage(usage)?.tokensOut, tokensOut);
  });
}

Deno.test("counts that are missing, negative or contradict each other are not believed", () => {
  const doubtful = [
    undefined,
    null,
    {},
    "1000",
    { prompt_tokens: 1_000 },
    { completion_tokens: 100 },
    { ...OPENAI, completion_tokens: null },
    { ...OPENAI, completion_tokens: -3 },
    { ...OPENAI, completion_tokens: 0 },
    { ...OPENAI, prompt_tokens: 0 },
    { ...OPENAI, prompt_tokens: "1000" },
    { ...OPENAI, prompt_tokens: NaN },
    { ...OPENAI, prompt_tokens: 1e12 },
    { ...OPENAI, total_tokens: 50 },
    { ...OPENAI, prompt_tokens_details: { cached_tokens: 5_000 } },
    { ...OPENAI, prompt_tokens_details: { cached_tokens: -1 } },
    { ...OPENAI, ...thought(-80) },
    { input_tokens: 700 },
    { ...ANTHROPIC, output_tokens: null },
    { ...ANTHROPIC, output_tokens: -1 },
    { ...ANTHROPIC, cache_read_input_tokens: -1 },
  ];
  for (const raw of doubtful) assert.equal(readUsage(raw), null, JSON.stringify(raw));
});
