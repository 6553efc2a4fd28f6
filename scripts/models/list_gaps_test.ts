import { deepEqual, match } from "node:assert/strict";
import { startStack } from "../local/stack.ts";
import {
  describeModels,
  type KnownProviders,
  listModelGaps,
  type ModelReport,
} from "./list_gaps.ts";

const NONE: KnownProviders = { anthropic: null, openaiCompatible: null };
const OLLAMA = { ...NONE, openaiCompatible: "http://127.0.0.1:11434/v1" };
const CLAUDE = { ...NONE, anthropic: "https://api.anthropic.com" };

const gapsOf = (reports: readonly ModelReport[]) => reports.flatMap(({ gaps }) => gaps).join("\n");

Deno.test("everything that a model lacks is listed at once, and less and less as it is added", async (t) => {
  await using stack = await startStack({ functions: [] });
  const { database } = stack;
  const list = (known: KnownProviders) => listModelGaps((sql) => database.query(sql), known);

  await t.step("without a choice nothing is missing", async () => {
    deepEqual(await list(NONE), []);
    match(describeModels([]), /the rules read all emails/);
  });
  await database.exec(`
    insert into public.analyzer_choices (workspace_id, analyzer, model)
    values (null, 'openai-compatible', 'qwen3:8b')`);
  await t.step("provider, price and budget are missing", async () => {
    const [report] = await list(NONE);
    deepEqual(report?.gaps.map((gap) => gap.split(" ").slice(0, 4).join(" ")), [
      "The functions do not",
      "No price is known",
      "There is no budget.",
    ]);
    match(
      describeModels(await list(NONE)),
      /OPENAI_COMPATIBLE_BASE_URL[^]*model_prices[^]*budgets/,
    );
  });
  await t.step("with the provider, price and budget are missing", async () => {
    deepEqual((await list(OLLAMA))[0]?.gaps.length, 2);
  });
  await database.exec("insert into public.model_prices values ('qwen3:8b', 1, 1, 1)");
  await database.exec(`
    insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd)
    values (null, 0.000001, 1)`);
  await t.step("a budget that one email exceeds is told with both amounts", async () => {
    match(gapsOf(await list(OLLAMA)), /^The budget leaves 0\.000001 USD, less than the [\d.]+ USD/);
  });
  await database.exec(
    "update public.workspace_budgets set daily_usd = 1, paused = true where true",
  );
  await t.step("a paused budget is told", async () => {
    match(gapsOf(await list(OLLAMA)), /^The budget is paused/);
  });
  await database.exec("update public.workspace_budgets set paused = false where true");
  await t.step("then nothing is missing", async () => {
    const reports = await list(OLLAMA);
    deepEqual(gapsOf(reports), "");
    match(describeModels(reports), /qwen3:8b\n\s+Nothing is missing\./);
  });
  await database.exec(`
    update public.analyzer_choices set analyzer = 'anthropic', model = 'claude-haiku-4-5' where true`);
  await t.step("a model on the price list needs its key alone", async () => {
    match(gapsOf(await list(NONE)), /^The functions have no key\. Set ANTHROPIC_API_KEY\.$/);
    deepEqual(gapsOf(await list(CLAUDE)), "");
  });
});
