import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { DatabaseKind } from "../../../scripts/local/database_kind.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { startProxy } from "../../../scripts/bench/steps/proxy.ts";
import { type Stack, startStack } from "../../../scripts/local/stack.ts";

const PATIENCE_MS = 60_000;
const hasPostgres = (await findPostgres()).found || Deno.env.get("CI") === "true";

interface Task extends Record<string, unknown> {
  readonly status: string;
  readonly error_message: string | null;
  readonly output_data: unknown;
  readonly cost: number | null;
}

for (const database of ["pglite", "postgres"] satisfies DatabaseKind[]) {
  Deno.test({
    name: `agents on ${database}`,
    ignore: database === "postgres" && !hasPostgres,
    async fn(t) {
      await using proxy = await startProxy();
      await using stack = await startStack({
        database,
        functionsFolder: fileURLToPath(new URL("./functions", import.meta.url)),
        // Heartbeats come every half a second, and an invocation is over after 2.6 s.
        env: { RUN_LEASE_SECONDS: "2", WALL_CLOCK_SECONDS: "4", SUPABASE_URL: proxy.url },
      });
      proxy.target = stack.url;
      await stack.database.exec(
        `insert into public.task_schedules (name, task_type, target, max_attempts)
         values ('probe', 'system_health_check', 'probe', 5)`,
      );
      const agent = drive(stack);

      await t.step(
        "what cannot be stored fails its task once, with the reason, and no other",
        async () => {
          const ids = await agent.enqueue(
            ...[
              "NUL",
              "surrogate",
              "circle",
              "large",
              "negative",
              "absurd",
              "good",
              "undefined",
              "null",
            ]
              .map((what) => ({ act: "return", what })),
          );
          const tasks = await agent.whenEnded(ids);
          assert.deepEqual(
            tasks.map(({ status, error_message: error, output_data: output, cost }) =>
              status === "failed" ? [status, error] : [status, output, cost]
            ),
            [
              [
                "failed",
                "The output cannot be stored: it has at /rows/0 a NUL or half of a surrogate " +
                "pair; other text is allowed.",
              ],
              [
                "failed",
                "The output cannot be stored: it has a NUL or half of a surrogate pair; other " +
                "text is allowed.",
              ],
              [
                "failed",
                "The output cannot be stored: it has at /self a reference to an object " +
                "around it; trees are allowed.",
              ],
              [
                "failed",
                "The output cannot be stored: it takes 400,004 bytes; at most 262,144 " +
                "(256 kB) are allowed.",
              ],
              [
                "failed",
                "The cost cannot be stored: costUsd is -0.01; 0 up to a billion US dollars " +
                "is allowed.",
              ],
              [
                "failed",
                "The cost cannot be stored: costUsd is 1000000000000; 0 up to a billion US " +
                "dollars is allowed.",
              ],
              ["completed", { done: true }, 0.5],
              ["completed", null, null],
              ["completed", null, null],
            ],
          );
          assert.deepEqual(await agent.attempts(ids.slice(0, 6)), [1, 1, 1, 1, 1, 1]);
        },
      );

      await t.step(
        "work that throws has five attempts with growing gaps, then fails with the last error",
        async () => {
          const [id = ""] = await agent.enqueue({ act: "throw" });
          const gaps: number[] = [];
          for (let attempt = 1; attempt < 5; attempt++) {
            const { row, gap } = await agent.whenWaiting(id, attempt);
            assert.equal(row.status, "running");
            assert.match(row.error_message ?? "", new RegExp(`^Attempt ${attempt} of 5 failed`));
            gaps.push(gap);
            await agent.letTimeCome();
          }
          const [task] = await agent.whenEnded([id]);
          assert.equal(task?.status, "failed");
          assert.match(task?.error_message ?? "", /Attempt 5 of 5 went wrong\./);
          assert.deepEqual(gaps, gaps.toSorted((one, other) => one - other));
          assert.deepEqual(await agent.attempts([id]), [5]);
        },
      );

      await t.step(
        "GiveUp and a bad payload have one attempt, RetryLater says when the next one comes",
        async () => {
          const [never = "", wrong = "", later = "", object = ""] = await agent.enqueue(
            { act: "give_up" },
            { act: "dance" },
            { act: "retry_later" },
            { act: "throw_object" },
          );
          const [gaveUp, bad] = await agent.whenEnded([never, wrong]);
          assert.deepEqual([gaveUp?.status, gaveUp?.error_message], [
            "failed",
            "This will never work.",
          ]);
          assert.match(bad?.error_message ?? "", /^The payload is not valid\. \/act: /);
          assert.deepEqual(await agent.attempts([never, wrong]), [1, 1]);
          const { gap } = await agent.whenWaiting(later, 1);
          assert.ok(gap > 3_590 && gap < 3_600, `${gap} s`);
          const { row } = await agent.whenWaiting(object, 1);
          assert.match(row.error_message ?? "", /permission denied 42501 Grant it\./);
          await agent.cancel(object);
          await agent.letTimeCome();
          const [ended] = await agent.whenEnded([later]);
          assert.deepEqual([ended?.status, ended?.output_data], ["completed", 2]);
        },
      );

      await t.step(
        "a cancel reaches a sleeping agent at its next heartbeat, and its row is cancelled",
        async () => {
          const [id = ""] = await agent.enqueue({ act: "sleep" });
          await agent.until(id, ({ status }) => status === "running");
          const askedAt = performance.now();
          await agent.cancel(id);
          const [task] = await agent.whenEnded([id]);
          assert.equal(task?.status, "cancelled");
          assert.ok(performance.now() - askedAt < 10_000, `${performance.now() - askedAt} ms`);
        },
      );

      await t.step(
        "a finished step is not done again, and a repeated name fails the task once",
        async () => {
          const [id = "", same = ""] = await agent.enqueue({ act: "steps" }, { act: "same_step" });
          await agent.whenWaiting(id, 1);
          const [kept] = await stack.database.query<{ result: string }>(
            "select s.result #>> '{}' as result from nightshift.task_steps s where s.task_id = $1",
            [id],
          );
          await agent.letTimeCome();
          const [task, repeated] = await agent.whenEnded([id, same]);
          assert.deepEqual(task?.output_data, { first: kept?.result, second: [kept?.result] });
          assert.equal(
            repeated?.error_message,
            'The task has two steps "a". Names of steps are unique.',
          );
          assert.deepEqual(await agent.attempts([same]), [1]);
        },
      );

      await t.step(
        "work that takes longer than an invocation goes on behind its last step, in one attempt",
        async () => {
          const [id = ""] = await agent.enqueue({ act: "long" });
          const [task] = await agent.whenEnded([id]);
          assert.deepEqual([task?.status, task?.output_data, task?.error_message], [
            "completed",
            5,
            null,
          ]);
          const [runs] = await stack.database.query<{ count: number }>(
            `select count(*)::integer from public.autonomous_tasks t
           where t.workspace_id is null and t.output_data ->> 'jobs_put_back' = '1'`,
          );
          assert.ok((runs?.count ?? 0) >= 1);
        },
      );

      await t.step(
        "money is set aside, booked and counted with the task, and refused once with a sentence",
        async () => {
          const { database } = stack;
          await database.exec(
            "insert into public.workspace_budgets (workspace_id, daily_usd) values (null, 1)",
          );
          const [id = "", strange = ""] = await agent.enqueue(
            { act: "spend" },
            { act: "spend", what: "casino" },
          );
          const [paid, unknown] = await agent.whenEnded([id, strange]);
          assert.deepEqual([paid?.status, paid?.output_data, paid?.cost], ["completed", "x", 0.03]);
          assert.match(unknown?.error_message ?? "", /^analyzer must be one of .*'casino'\.$/);
          assert.deepEqual(await agent.attempts([strange]), [1]);
          const booked = await database.query(
            "select u.cost_usd::float as usd, u.outcome from public.ai_usage u where u.task_id = $1",
            [id],
          );
          assert.deepEqual(booked, [{ usd: 0.03, outcome: "ok" }]);
          await database.exec(
            "update public.workspace_budgets set paused = true where workspace_id is null",
          );
          const [late = ""] = await agent.enqueue({ act: "spend" });
          const [refused] = await agent.whenEnded([late]);
          assert.equal(refused?.status, "failed");
          assert.match(refused?.error_message ?? "", /^Nothing is spent: /);
          assert.deepEqual(await agent.attempts([late]), [1]);
        },
      );

      await t.step(
        "a cut connection repeats no finished step and costs no attempt, whichever way it cuts",
        async () => {
          const [id = ""] = await agent.enqueue({ act: "parts" });
          for (const what of ["request", "answer", "answer"] as const) {
            await agent.until(id, ({ status }) => status === "running");
            proxy.cut(what);
            await wait(200);
          }
          const [task] = await agent.whenEnded([id]);
          assert.deepEqual([task?.status, task?.output_data], ["completed", {
            attempt: 1,
            done: [1, 2, 3, 4, 5],
          }]);
        },
      );

      await t.step(
        "lines are kept with the task, and neither they nor the error have a secret",
        async () => {
          const [id = ""] = await agent.enqueue({ act: "log" });
          const [task] = await agent.whenEnded([id]);
          assert.equal(task?.error_message, "Refused: [secret]");
          const [{ lines } = { lines: [] }] = await stack.database.query<
            { lines: { message: string; fields: unknown }[] }
          >(
            "select nightshift.describe_lines(t.id, t.workspace_id) as lines " +
              "from public.autonomous_tasks t where t.id = $1",
            [id],
          );
          assert.deepEqual(lines.map(({ message, fields }) => [message, fields]), [
            ["started", { rows: 10 }],
            ["with [secret]", null],
          ]);
        },
      );
    },
  });
}

/** Asks an agent for work and looks at what becomes of it. */
function drive({ database }: Stack) {
  const read = async (id: string): Promise<Task> => {
    const [task] = await database.query<Task>(
      `select t.status, t.error_message, t.output_data, t.cost_estimate_usd::float as cost
       from public.autonomous_tasks t where t.id = $1`,
      [id],
    );
    assert.ok(task);
    return task;
  };
  const poll = async <Found>(look: () => Promise<Found | undefined>, what: string) => {
    const givesUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      assert.ok(performance.now() < givesUpAt, what);
      await wait(50);
    }
  };
  const until = (id: string, isSo: (task: Task) => boolean) =>
    poll(async () => {
      const task = await read(id);
      return isSo(task) ? task : undefined;
    }, `task ${id} did not get there`);

  return {
    async enqueue(...payloads: object[]): Promise<string[]> {
      const [answer] = await database.query<{ made: { jobs: { task_id: string }[] } }>(
        "select public.enqueue_jobs('probe', $1::jsonb) as made",
        [JSON.stringify(payloads.map((payload) => ({ payload })))],
      );
      return answer?.made.jobs.map(({ task_id: id }) => id) ?? [];
    },
    until,
    whenEnded: (ids: readonly string[]) =>
      Promise.all(
        ids.map((id) =>
          until(id, ({ status }) => ["completed", "failed", "cancelled"].includes(status))
        ),
      ),
    /** The row of a task that waits for its next attempt, and the seconds until then. */
    whenWaiting: (id: string, attempt: number) =>
      poll(async () => {
        const [job] = await database.query<{ gap: number }>(
          `select extract(epoch from j.run_at - clock_timestamp())::float as gap
           from nightshift.jobs j where j.task_id = $1 and j.attempt = $2 and j.state = 'later'`,
          [id, attempt],
        );
        return job && { gap: job.gap, row: await read(id) };
      }, `task ${id} has no attempt ${attempt}`),
    async attempts(ids: readonly string[]): Promise<number[]> {
      const jobs = await database.query<{ id: string; attempt: number }>(
        "select j.task_id::text as id, j.attempt from nightshift.jobs j where j.task_id = any ($1)",
        [ids],
      );
      return ids.map((id) => jobs.find((job) => job.id === id)?.attempt ?? 0);
    },
    cancel: (id: string) => database.query("select nightshift.cancel_job($1)", [id]),
    /** As if what waits for later were due, and the minute over. */
    async letTimeCome(): Promise<void> {
      await database.exec(
        `update nightshift.jobs j set run_at = clock_timestamp() where j.state = 'later';
         update nightshift.job_turns t set due_at = clock_timestamp() where t.due_at is not null;`,
      );
      await database.query("select nightshift.reconcile()");
    },
  };
}
