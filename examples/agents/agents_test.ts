import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startStack } from "../../scripts/local/stack.ts";
import { readNamedBlocks } from "../../supabase/tests/documents/document_blocks.ts";

const HELLO = fileURLToPath(new URL("./hello", import.meta.url));
const SHARED = fileURLToPath(new URL("../../supabase/functions/_shared", import.meta.url));

/** The example copied beside `_shared`, as its page says; the folder goes when the test ends. */
async function copyAgent(): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-agents-"));
  await cp(HELLO, join(folder, "hello"), { recursive: true });
  await cp(SHARED, join(folder, "_shared"), { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

Deno.test("the hello agent runs on its schedule, once, and its row says what it did", async () => {
  await using agent = await copyAgent();
  await using stack = await startStack({ functionsFolder: agent.folder, functions: ["hello"] });
  const { database } = stack;
  const block = readNamedBlocks("docs/guides/agents.md");
  await database.exec(block("schedule"));
  const [slot] = await database.query<{ at: string }>(
    "select to_json(nightshift.latest_slot('*/5 * * * *', now())) #>> '{}' as at",
  );
  await stack.cron.tick(new Date(slot?.at ?? ""));
  await stack.net.idle();

  const readTask = async () => {
    const [task] = await database.query<Record<string, unknown>>(
      `select t.status, t.output_data, t.cost_estimate_usd::float, t.triggered_by, t.agent_name
       from public.task_timeline l join public.autonomous_tasks t on t.id = l.task_id
       where l.schedule = 'hello'`,
    );
    return task;
  };
  const givesUpAt = performance.now() + 20_000;
  let task = await readTask();
  while (task?.["status"] !== "completed" && performance.now() < givesUpAt) {
    // deno-lint-ignore no-await-in-loop -- polling
    await new Promise((resolve) => setTimeout(resolve, 50));
    // deno-lint-ignore no-await-in-loop -- polling
    task = await readTask();
  }
  deepStrictEqual(task, {
    status: "completed",
    output_data: { greeting: "Hello, Ada!", workspaces: 0 },
    cost_estimate_usd: 0,
    triggered_by: "cron",
    agent_name: "hello",
  });

  const timeline = block("timeline");
  deepStrictEqual((await database.query(timeline)).map(({ kind }) => kind), ["tick"]);
  await database.exec(block("run"));
  deepStrictEqual((await database.query(timeline)).map(({ kind }) => kind), ["manual", "tick"]);

  const [secret] = await database.query<{ signing_secret: string }>(block("signing"));
  match(secret?.signing_secret ?? "", /^whsec_.{40,}/);

  const unsigned = await fetch(`${stack.url}/functions/v1/hello`, {
    method: "POST",
    headers: { authorization: `Bearer ${stack.cronSecret}` },
    body: "{}",
  });
  strictEqual(unsigned.status, 401);
  await unsigned.body?.cancel();
});
