import assert from "node:assert/strict";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";
import { createWorkspaces } from "../concurrency/queue_fixture.ts";

testOnPostgres(
  "a zone that is changed while days are counted for the first time counts",
  async ({ sql, connect }) => {
    const [id = ""] = await createWorkspaces(sql, 1);
    await sql`insert into public.workspace_settings (workspace_id, time_zone)
      values (${id}, 'Europe/Berlin')`;
    const counting = await connect().begin(async (owner) => {
      await owner`update public.workspace_settings set time_zone = 'Asia/Tokyo' where true`;
      let isOver = false;
      const run = connect()`select nightshift.count_by_zone(array[${id}]::uuid[])`
        .then(() => isOver = true);
      for (let waiting = 0; waiting === 0 && !isOver;) {
        const [row] = await sql`select count(*)::integer as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        waiting = row?.["count"];
      }
      return { run };
    });
    await counting.run;
    const [zone] = await sql`
      select nightshift.zone_of_day(${id}, current_date + 2) as later`;
    assert.deepEqual(zone, { later: "Asia/Tokyo" });
  },
);
