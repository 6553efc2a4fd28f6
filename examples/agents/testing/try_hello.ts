import assert from "node:assert/strict";
import { readNamedBlocks } from "../../../supabase/tests/documents/document_blocks.ts";
import type { AgentStack } from "./agent_stack.ts";

/** The hello agent runs as its page says: on its schedule, by hand and on demand. */
export async function tryHello(project: AgentStack): Promise<void> {
  const { stack: { database, cron, net, url, cronSecret } } = project;
  const block = readNamedBlocks("docs/guides/agents.md");
  await database.exec(block("schedule"));
  const [slot] = await database.query<{ at: string }>(
    "select to_json(nightshift.latest_slot('*/5 * * * *', now())) #>> '{}' as at",
  );
  await cron.tick(new Date(slot?.at ?? ""));
  await net.idle();
  await project.whenEnded("hello", 1);
  const readTask = () =>
    database.query(
      `select t.status, t.output_data, t.cost_estimate_usd::float, t.triggered_by, t.agent_name
       from public.task_timeline l join public.autonomous_tasks t on t.id = l.task_id
       where l.schedule = 'hello'`,
    );
  assert.deepEqual(await readTask(), [{
    status: "completed",
    output_data: { greeting: "Hello, Ada!", workspaces: 0 },
    cost_estimate_usd: 0,
    triggered_by: "cron",
    agent_name: "hello",
  }]);

  const timeline = block("timeline");
  assert.deepEqual((await database.query(timeline)).map(({ kind }) => kind), ["tick"]);
  await database.exec(block("run"));
  assert.deepEqual((await database.query(timeline)).map(({ kind }) => kind), ["manual", "tick"]);
  await project.whenEnded("hello", 2);

  await database.exec(block("on_demand"));
  const [made] = await database.query<{ enqueue_jobs: { jobs: { outcome: string }[] } }>(
    block("enqueue"),
  );
  assert.deepEqual(made?.enqueue_jobs.jobs.map(({ outcome }) => outcome), ["created", "created"]);
  const jobs = block("jobs");
  const rows = await project.poll(async () => {
    const found = await database.query(jobs);
    return found.some(({ status }) => status === "completed") ? found : undefined;
  }, "a greeting");
  assert.deepEqual(
    rows.filter(({ output_data: output }) => JSON.stringify(output)?.includes("greeting"))
      .map(({ output_data: output }) => output),
    [{ greeting: "Hello, Grace!", workspaces: 0 }],
  );
  const [again] = await database.query<{ enqueue_jobs: { jobs: { outcome: string }[] } }>(
    readNamedBlocks("docs/guides/agents.md")("enqueue"),
  );
  assert.equal(again?.enqueue_jobs.jobs[0]?.outcome, "exists");

  const [secret] = await database.query<{ signing_secret: string }>(block("signing"));
  assert.match(secret?.signing_secret ?? "", /^whsec_.{40,}/);
  const unsigned = await fetch(`${url}/functions/v1/hello`, {
    method: "POST",
    headers: { authorization: `Bearer ${cronSecret}` },
    body: "{}",
  });
  assert.equal(unsigned.status, 401);
  await unsigned.body?.cancel();
}
