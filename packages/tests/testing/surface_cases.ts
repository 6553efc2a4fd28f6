import assert from "node:assert/strict";
import { createClient, isNightshiftError } from "nightshift-client";
import { describeTestApi } from "../../../supabase/functions/autonomous-tasks/testing/test_app.ts";
import type { Place } from "./place.ts";

const SOURCES = new URL("../../client/src/", import.meta.url);

/** Other ways to send a ping, for shells, and the text that Prometheus reads. */
const NOT_FOR_CLIENTS = [
  "get /metrics",
  "get /ping/{token}",
  "get /ping/{token}/{event}",
  "post /ping/{token}",
];

/** The name of an agent that runs on demand, and that members may ask. */
const AGENT = "importer-of-clients";

/** Makes the agent that the clients ask to do jobs. */
export async function makeAgent({ stack }: Place): Promise<string> {
  await stack().database.query(
    `insert into public.task_schedules (name, task_type, target, enqueue_policy)
     values ($1, 'email_sync', 'importer', 'members') on conflict do nothing`,
    [AGENT],
  );
  return AGENT;
}

/** Every operation of the API by its method of the client. */
export function registerSurfaceCases(place: Place): void {
  const connect = async () => createClient(await place.target());

  Deno.test("the client logs a task step by step, reads it back and logs it again", async () => {
    const client = await connect();
    const { id } = await client.create({ task_type: "email_sync", agent_name: "ts steps" });
    assert.equal((await client.start(id)).status, "running");
    const before = await client.progress(id, { output_data: { a: 1 } });
    const alive = await client.heartbeat(id);
    assert.ok(Date.parse(alive.updated_at) > Date.parse(before.updated_at));
    assert.deepEqual((await client.fail(id, "no bread")).output_data, { a: 1 });
    assert.equal((await client.get(id)).error_message, "no bread");
    assert.match(await client.why("task", id), /no bread/);
    const { id: next } = await client.retry(id);
    assert.equal((await client.cancel(next, "not now")).status, "cancelled");
    const ended = await client.complete(id).catch((error) => error);
    assert.ok(isNightshiftError(ended, "task_already_finished"));
    assert.deepEqual([ended.status, ended.attempts], [409, 1]);
    assert.match(ended.requestId ?? "", /./);
  });

  Deno.test("the client logs a batch, and walks over all of it page by page", async () => {
    const client = await connect();
    const task = { task_type: "email_sync", status: "failed", agent_name: "ts batch" } as const;
    const costs = [0.1, 0.2, 0.3];
    const results = await client.createMany([
      ...costs.map((cost_estimate_usd) => ({ ...task, error_message: "flour", cost_estimate_usd })),
      { ...task, workspace_id: (await place.world()).theirs },
    ]);
    assert.deepEqual(results.map(({ status }) => status), [201, 201, 201, 404]);
    const [rejected] = results.slice(-1);
    assert.ok(rejected !== undefined && "problem" in rejected);
    assert.equal(rejected.problem.code, "workspace_not_found");
    const filter = { agent_name: "ts batch", limit: 2 };
    const { tasks, next_cursor } = await client.find(filter);
    assert.deepEqual([tasks.length, typeof next_cursor], [2, "string"]);
    const ids = await Array.fromAsync(client.findAll(filter), ({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.equal((await client.failures({ ...filter, error_text: "flour" })).tasks.length, 2);
    const { total, by_agent } = await client.costs({ agent_name: "ts batch", days_back: 1 });
    assert.deepEqual([total, by_agent.length], [0.6, 1]);
    const [summary] = await client.summary({ agent_name: "ts batch" });
    assert.equal(summary?.failed_executions, 3);
    assert.deepEqual(await client.timeline({ limit: 1 }), []);
    assert.deepEqual(await client.watches({ agent_name: "ts batch" }), []);
    assert.equal((await client.health()).status, "ok");
  });

  Deno.test("the client pings, and its text becomes the lines of the task", async () => {
    const client = await connect();
    const { pingToken } = await place.world();
    const started = await client.ping(pingToken, "start", { agentName: "ts ping" });
    const ended = await client.ping(pingToken, 3, { agentName: "ts ping", body: "a\n\nb" });
    assert.deepEqual(ended, { task_id: started.task_id, status: "failed" });
    assert.deepEqual((await client.lines(ended.task_id)).map(({ message }) => message), ["a", "b"]);
    const { status } = await client.ping(pingToken, "success", { body: { agent_name: "ts ping" } });
    assert.equal(status, "completed");
    assert.equal((await place.readTasks("ts ping")).length, 2);
  });

  Deno.test("the client asks an agent to do jobs, follows them, cancels and repeats them", async () => {
    const client = await connect();
    const agent = await makeAgent(place);
    const [job] = await client.enqueue(agent, [{ payload: { file: "a.csv" }, key: "ts a" }]);
    assert.ok(job !== undefined && "id" in job);
    const [again] = await client.enqueue(agent, [{ key: "ts a" }]);
    assert.deepEqual(again, { status: 200, outcome: "exists", id: job.id });
    assert.deepEqual((await client.getJob(job.id)).payload, { file: "a.csv" });
    const { jobs } = await client.findJobs({ agent, limit: 5 });
    assert.deepEqual(jobs.map(({ id }) => id), [job.id]);
    assert.equal((await client.cancelJob(job.id)).status, "cancelled");
    assert.equal((await client.retryJob(job.id)).status, "pending");
    assert.equal(await client.requeueJobs(agent, (await place.world()).ours), 0);
    await assert.rejects(client.enqueue("nobody", [{}]), { code: "agent_not_found", status: 404 });
  });

  Deno.test("no operation of the API is missing from the client", async () => {
    const files = ["write_methods.ts", "read_methods.ts", "job_methods.ts"];
    const sources = await Promise.all(
      files.map((file) => Deno.readTextFile(new URL(file, SOURCES))),
    );
    const sent = sources.join().matchAll(/send\("(get|post)", "([^"]+)"/g);
    const known = Array.from(sent, ([, method, path]) => `${method} ${path}`);
    const offered = Object.entries(describeTestApi().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`)
    );
    assert.deepEqual(
      offered.filter((operation) => !NOT_FOR_CLIENTS.includes(operation)).sort(),
      [...new Set(known)].sort(),
    );
  });

  Deno.test("an error names the wrong fields", async () => {
    const client = await connect();
    await assert.rejects(
      client.create({ task_type: "email_sync", cost_estimate_usd: -1, agent_name: "" }),
      (error) =>
        isNightshiftError(error, "invalid_request") &&
        error.errors.map(({ pointer }) => pointer).sort().join() ===
          "/agent_name,/cost_estimate_usd",
    );
  });
}
