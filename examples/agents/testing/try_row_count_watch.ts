import assert from "node:assert/strict";
import type { AgentStack } from "./agent_stack.ts";

/** The row count watch alerts when rows are missing, and its task is completed. */
export async function tryRowCountWatch(project: AgentStack): Promise<void> {
  const { database } = project.stack;
  await database.exec(
    `insert into public.workspaces (name) values ('One'), ('Two');
     insert into public.task_schedules (name, task_type, target, payload)
     values ('row-count-watch', 'system_health_check', 'row-count-watch', '{"table": "workspaces"}')`,
  );
  const count = async (payload: object = { table: "workspaces" }) => {
    await database.query("select public.enqueue_jobs('row-count-watch', $1::jsonb)", [
      JSON.stringify([{ payload }]),
    ]);
    runs += 1;
    return (await project.whenEnded("row-count-watch", runs))[0];
  };
  let runs = 0;
  const readAlerts = async () =>
    (await database.query<{ message: string }>(
      "select e.message from nightshift.alert_events e where e.event = 'alert' order by e.happened_at",
    )).map(({ message }) => message);

  assert.deepEqual((await count())?.output_data, { table: "workspaces", rows: 2 });
  assert.deepEqual(await readAlerts(), []);
  await database.exec("delete from public.workspaces w where w.name = 'Two'");
  const fewer = await count();
  assert.deepEqual([fewer?.status, fewer?.output_data], ["completed", {
    table: "workspaces",
    rows: 1,
  }]);
  assert.match((await readAlerts()).at(-1) ?? "", /workspaces has 1 rows; there were 2 the last/);
  await count({ table: "workspaces", at_least: 5 });
  assert.match((await readAlerts()).at(-1) ?? "", /workspaces has 1 rows; at least 5 are expected/);

  const unknown = await count({ table: "secrets" });
  assert.equal(unknown?.status, "failed");
  assert.match(unknown?.error_message ?? "", /^The payload is not valid\. \/table: /);
}
