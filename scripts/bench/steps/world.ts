import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Stack } from "../../local/stack.ts";
import type { BenchmarkOptions } from "../benchmark.ts";
import { startPostgresStack } from "../database/bench_cluster.ts";
import { type EffectsServer, startEffectsServer } from "./effects.ts";
import { type Proxy, startProxy } from "./proxy.ts";

export const AGENT = "worker";
const POLL_MS = 25;
const FUNCTIONS = fileURLToPath(new URL("./functions", import.meta.url));

/** A job as it is enqueued. */
export interface NewJob {
  readonly payload: { readonly steps: number; readonly plan: readonly string[] };
  readonly workspace_id?: string;
  readonly key?: string;
  readonly priority?: number;
}

/** A local project with one agent, whose network can be cut and whose effects are counted. */
export interface StepsWorld extends AsyncDisposable {
  readonly stack: Stack;
  readonly proxy: Proxy;
  readonly effects: EffectsServer["effects"];
  enqueue(jobs: readonly NewJob[]): Promise<readonly { outcome: string; task_id: string }[]>;
  /** As if what waits for later were due, and the minute over. */
  letTimeCome(): Promise<void>;
  countOpenJobs(): Promise<number>;
  /** What is open, for a person who wonders why nothing goes on. */
  describe(): Promise<string>;
  /** Lets time come until no job is open. */
  drain(limitMs: number): Promise<void>;
}

/**
 * Starts it on a real PostgreSQL, with the shortest lease there is.
 * @throws {BenchmarkUnavailable} where there is no PostgreSQL.
 */
export async function startWorld(
  say: BenchmarkOptions["say"],
  maxAttempts: number,
): Promise<StepsWorld> {
  const stopTolerating = tolerateLostConnections();
  const proxy = await startProxy();
  const server = startEffectsServer();
  const stack = await startPostgresStack(say, {
    functionsFolder: FUNCTIONS,
    env: { RUN_LEASE_SECONDS: "2", SUPABASE_URL: proxy.url, EFFECTS_URL: server.url },
  });
  proxy.target = stack.url;
  const { database } = stack;
  await database.query(
    `insert into public.task_schedules (name, task_type, target, max_attempts)
     values ($1, 'email_sync', $1, $2)`,
    [AGENT, maxAttempts],
  );

  async function letTimeCome(): Promise<void> {
    await database.exec(
      `update nightshift.jobs j set run_at = clock_timestamp() where j.state = 'later';
       update nightshift.job_turns t set due_at = clock_timestamp() where t.due_at is not null;
       update public.task_dispatches d set retry_at = clock_timestamp()
       where d.retry_at is not null;`,
    );
    await database.query("select nightshift.reconcile()");
  }

  async function countOpenJobs(): Promise<number> {
    const [open] = await database.query<{ jobs: number }>(
      "select count(*)::integer as jobs from nightshift.jobs j where j.state <> 'ended'",
    );
    return open?.jobs ?? 0;
  }

  return {
    stack,
    proxy,
    effects: server.effects,
    letTimeCome,
    countOpenJobs,
    async describe() {
      const state = await database.query(
        `select
           (select jsonb_agg(to_jsonb(j) - 'payload')
            from nightshift.jobs j where j.state <> 'ended') as jobs,
           (select jsonb_agg(to_jsonb(t)) from nightshift.job_turns t) as turns,
           (select jsonb_agg(to_jsonb(w)) from nightshift.agent_wakes w) as wakes,
           (select jsonb_agg(to_jsonb(l)) from nightshift.run_leases l) as leases,
           (select jsonb_agg(to_jsonb(d)) from (
              select k.kind, k.verdict, k.http_status, k.detail, k.task_id, t.status
              from public.task_dispatches k
              left join public.autonomous_tasks t on t.id = k.task_id
              order by k.dispatched_at desc limit 5) d) as dispatches`,
      );
      return JSON.stringify([state, stack.functions.logs(AGENT).slice(-5)]);
    },
    async enqueue(jobs) {
      const [answer] = await database.query<
        { made: { jobs: { outcome: string; task_id: string }[] } }
      >("select public.enqueue_jobs($1, $2::jsonb) as made", [AGENT, JSON.stringify(jobs)]);
      return answer?.made.jobs ?? [];
    },
    async drain(limitMs) {
      const givesUpAt = performance.now() + limitMs;
      while (await countOpenJobs() > 0 && performance.now() < givesUpAt) {
        await letTimeCome();
        await wait(POLL_MS);
      }
    },
    async [Symbol.asyncDispose]() {
      await stack.stop();
      stopTolerating();
      await proxy[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

/**
 * The REST layer lives in this process, and its driver rejects promises that nobody holds when a
 * connection is ended under it.
 */
function tolerateLostConnections(): () => void {
  const tolerate = (event: PromiseRejectionEvent) => {
    const { code } = event.reason as { code?: unknown };
    if (typeof code === "string" && /^CONNECTION_|^57P01$/.test(code)) event.preventDefault();
  };
  addEventListener("unhandledrejection", tolerate);
  return () => removeEventListener("unhandledrejection", tolerate);
}
