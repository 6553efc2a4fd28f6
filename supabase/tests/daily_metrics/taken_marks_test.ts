import assert from "node:assert/strict";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

testOnPostgres(
  "a day whose mark the rollup is taking is marked again, as it may be counted as it was before",
  async ({ sql, connect }) => {
    const [id = ""] = await createWorkspaces(sql, 1);
    await sql`insert into public.workspace_settings (workspace_id, enabled_types)
      values (${id}, '{daily_analytics_rollup}')`;
    const operator = connect();
    await operator`select set_config('request.jwt.claims', '{"role": "service_role"}', false)`;
    const rebuild = () =>
      operator`select public.rebuild_metrics(${id}, '2026-03-01', '2026-03-02')`;
    await rebuild();
    await connect().begin(async (worker) => {
      await worker`select nightshift.daily_analytics_rollup_chunk(gen_random_uuid(), null)`;
      await rebuild();
    });
    const marked = await sql`select day::text from nightshift.day_marks order by day`;
    assert.deepEqual(marked.map(({ day }) => day), ["2026-03-01", "2026-03-02"]);
  },
);
