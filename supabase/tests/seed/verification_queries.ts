import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { readSeedBlocks } from "./seed_blocks.ts";

type Row = Record<string, unknown>;

/** Runs one SQL text on some database and gives its rows. */
export type RunSql = (sql: string) => Promise<Row[]>;

/**
 * Runs every query of `docs/reference/verification.md` in order and asserts what the seed expects
 * of it.
 */
export async function assertVerificationQueries(run: RunSql): Promise<void> {
  const block = readSeedBlocks();
  await run(block("workspace"));

  deepStrictEqual(await run(block("table")), [{ tablename: "autonomous_tasks" }]);
  strictEqual((await run(block("indexes"))).length, 8);
  strictEqual((await run(block("policies"))).length, 3);
  deepStrictEqual(await run(block("function")), [
    { proname: "get_autonomous_task_summary", pronargs: 3 },
  ]);

  const [inserted, ...others] = await run(block("insert"));
  deepStrictEqual([inserted?.["task_type"], inserted?.["status"], others.length], [
    "system_health_check",
    "completed",
    0,
  ]);
  ok(Number(inserted?.["duration_ms"]) >= 0, "duration_ms is computed");

  const [summary, ...rest] = await run(block("summary"));
  deepStrictEqual(
    [summary?.["task_type"], Number(summary?.["total_executions"]), rest.length],
    ["system_health_check", 1, 0],
  );
  strictEqual(Number(summary?.["successful_executions"]), 1);
  strictEqual(Number(summary?.["failed_executions"]), 0);

  await run(MORE_TASKS);
  const recent = await run(block("recent"));
  strictEqual(recent.length, 10);
  deepStrictEqual(Object.keys(recent[0] ?? {}), [
    "task_type",
    "status",
    "duration_ms",
    "cost_estimate_usd",
    "executed_at",
  ]);
  const times = recent.map((row) => new Date(String(row["executed_at"])).getTime());
  deepStrictEqual(times, [...times].sort((a, b) => b - a));

  const [statistics] = await run(block("statistics"));
  deepStrictEqual(
    [statistics?.["total_executions"], statistics?.["failed_executions"]].map(Number),
    [12, 2],
  );
  strictEqual(Number(statistics?.["avg_duration_ms"]), 2_000);
  strictEqual(Number(statistics?.["total_cost_usd"]), 1.8);

  const failures = await run(block("failures"));
  deepStrictEqual(failures.map((row) => row["error_message"]), ["provider down", "half of it"]);

  deepStrictEqual(
    (await run(block("costs"))).map((row) => ({
      ...row,
      executions: Number(row["executions"]),
      total_cost: Number(row["total_cost"]),
      avg_cost: Number(row["avg_cost"]),
    })),
    [{
      task_type: "continuous_intelligence_update",
      executions: 12,
      total_cost: 1.8,
      avg_cost: 0.15,
    }],
  );

  const [logged] = await run(block("logged"));
  strictEqual(logged?.["task_type"], "continuous_intelligence_update");
}

/** Twelve runs of 2 s at $0.15, an hour apart, the second failed and the fourth in part. */
const MORE_TASKS = `
  insert into autonomous_tasks
    (workspace_id, task_type, status, error_message, executed_at, completed_at, triggered_by, cost_estimate_usd)
  select '00000000-0000-4000-8000-000000000043', 'continuous_intelligence_update',
    case g when 2 then 'failed' when 4 then 'partial_failure' else 'completed' end,
    case g when 2 then 'provider down' when 4 then 'half of it' end,
    now() - make_interval(hours => g), now() - make_interval(hours => g) + interval '2 seconds', 'cron', 0.15
  from generate_series(1, 12) g`;
