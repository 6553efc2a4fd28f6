import assert from "node:assert/strict";
import { startStack } from "../../../scripts/local/stack.ts";
import { PROMPT_VERSION } from "../continuous-intelligence/analyzers/llm/prompt/prompt.ts";
import { answerAll, KEYS } from "../continuous-intelligence/analyzers/llm/testing/test_calls.ts";
import {
  type TestReply,
  withProvider,
} from "../continuous-intelligence/analyzers/llm/testing/test_provider.ts";
import { readBlocks } from "../../tests/documents/document_blocks.ts";
import { callFunction, createWorkspace, sendMail } from "./testing/stack_calls.ts";

const MAIL = { subject: "Boards", text: "Could you send twenty oak boards to Bergen by Friday?" };
const NEWS = { subject: "News", text: "Oak is cheap. Unsubscribe here.", from: "news@example.com" };

Deno.test("as the page on models says, emails are read by a model, with its cost in the ledger and on the task", async () => {
  let isRefused = false;
  const respond = ({ prompt }: { prompt: string }): TestReply =>
    isRefused
      ? { status: 401, body: { type: "error", error: { type: "authentication_error" } } }
      : answerAll(prompt, (part) => ({ ...part, k: "oak boards", e: "Bergen; Oslo" }));
  await withProvider(respond, async ({ url, seen }) => {
    await using stack = await startStack({
      functions: ["continuous-intelligence", "inbound-email"],
      env: { ANTHROPIC_API_KEY: KEYS.anthropic, ANTHROPIC_BASE_URL: url },
    });
    const blocks = readBlocks("docs/guides/models.md").filter(({ mark }) =>
      mark.startsWith("name=")
    );
    assert.equal(blocks.length, 4);
    const workspaceId = await createWorkspace(stack, "Asks a model");
    for (const { text } of blocks) {
      await stack.database.exec(text);
    }
    await sendMail(stack, workspaceId, { ...MAIL, message_id: "<1@example.com>" });
    await sendMail(stack, workspaceId, { ...NEWS, message_id: "<2@example.com>" });
    const run = await callFunction(stack, "continuous-intelligence", { body: "{}" });
    assert.equal(JSON.parse(run.text).total_emails_processed, 2, run.text);
    assert.deepEqual(seen.map(({ analyzer }) => analyzer), ["anthropic"]);

    const readRecords = () =>
      stack.database.query(
        `select e.subject, i.analyzer, i.analyzer_version, i.extraction_model, i.degraded, i.questions_asked,
           i.entities_mentioned, i.key_topics
         from public.email_intelligence i join public.client_emails e on e.id = i.email_id
         where i.analyzer <> 'rules' or i.degraded`,
      );
    assert.deepEqual(await readRecords(), [{
      subject: "Boards",
      analyzer: "anthropic",
      analyzer_version: PROMPT_VERSION,
      extraction_model: "claude-haiku-4-5",
      degraded: false,
      questions_asked: [MAIL.text],
      entities_mentioned: ["Bergen"],
      key_topics: ["oak boards"],
    }]);

    const readUsage = () =>
      stack.database.query(
        `select outcome, tokens_in, tokens_out, tokens_cached, cost_usd::text, price_id, emails
         from public.ai_usage order by created_at`,
      );
    const [call] = await readUsage();
    assert.deepEqual(call, {
      outcome: "ok",
      tokens_in: 1000,
      tokens_out: 100,
      tokens_cached: 200,
      cost_usd: "0.00132000",
      price_id: "genai-prices@0.1.8:anthropic/claude-haiku-4-5",
      emails: 1,
    });
    const tasks = await stack.database.query(
      "select cost_estimate_usd::float from public.autonomous_tasks where workspace_id = $1",
      [workspaceId],
    );
    assert.deepEqual(tasks, [{ cost_estimate_usd: 0.00132 }]);

    isRefused = true;
    await sendMail(stack, workspaceId, { ...MAIL, message_id: "<3@example.com>" });
    await callFunction(stack, "continuous-intelligence", { body: "{}" });
    const [, refused] = await readUsage();
    assert.deepEqual([refused?.["outcome"], refused?.["cost_usd"]], ["retryable", "0.00000000"]);
    const [waiting] = await stack.database.query<{ last_error: string }>(
      "select last_error from nightshift.email_queue",
    );
    assert.match(waiting?.last_error ?? "", /^llm_refused: /);

    await stack.database.exec(
      `update nightshift.email_queue set attempts = 4, next_attempt_at = '-infinity' where true;
       select nightshift.mark_workspaces_due(array['${workspaceId}']::uuid[], '-infinity')`,
    );
    await callFunction(stack, "continuous-intelligence", { body: "{}" });
    const [, degraded] = await readRecords();
    assert.deepEqual([degraded?.["analyzer"], degraded?.["degraded"]], ["rules", true]);
    assert.ok(!stack.functions.logs("continuous-intelligence").join().includes(KEYS.anthropic));
  });
});
