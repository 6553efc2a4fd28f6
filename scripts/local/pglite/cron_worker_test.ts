import assert from "node:assert/strict";
import { startCronWorker } from "./cron_worker.ts";
import { withFixtureDatabase } from "../testing/databases.ts";

// The fixture's matcher looks at the minute only.
const AT_MINUTE_7 = new Date("2026-03-01T04:07:00Z");
const AT_MINUTE_8 = new Date("2026-03-01T04:08:00Z");

Deno.test("the cron stand-in behaves as pg_cron does", async (t) => {
  await withFixtureDatabase(async (database) => {
    const worker = startCronWorker(database, { isRealTime: false });
    const clear = () =>
      database.adminExec(
        "delete from cron.job where true; delete from cron.job_run_details where true",
      );

    await t.step("scheduling a name again updates the job and keeps its id", async () => {
      const [first] = await database.query(
        "select cron.schedule('nightly', '0 1 * * *', 'select 1') as id",
      );
      const [second] = await database.query(
        "select cron.schedule('nightly', '0 2 * * *', 'select 2') as id",
      );
      assert.deepEqual(first, second);
      assert.deepEqual(await database.query("select schedule, command, username from cron.job"), [
        { schedule: "0 2 * * *", command: "select 2", username: "postgres" },
      ]);
      await clear();
    });

    await t.step("a job can be altered, and unscheduled by name or id once", async () => {
      await database.exec("select cron.schedule('nightly', '0 1 * * *', 'select 1')");
      await database.exec("select cron.alter_job(jobid, active := false) from cron.job");
      assert.deepEqual(await database.query("select active, schedule from cron.job"), [
        { active: false, schedule: "0 1 * * *" },
      ]);
      await database.exec("select cron.unschedule('nightly')");
      await assert.rejects(
        database.exec("select cron.unschedule('nightly')"),
        /could not find valid entry for job 'nightly'/,
      );
      await assert.rejects(database.exec("select cron.alter_job(4711)"), /Job 4711 does not exist/);
    });

    await t.step("a schedule without five fields is rejected", () =>
      assert.rejects(
        database.exec("select cron.schedule('odd', 'every night', 'select 1')"),
        /invalid schedule: every night/,
      ));

    await t.step("only active jobs that are due run, as their user, and are recorded", async () => {
      await database.exec(`
        create table public.ran (who text, status text);
        select cron.schedule('due', '7 * * * *', $$insert into public.ran select current_user,
          (select status from cron.job_run_details where command like 'insert into public.ran%')$$);
        select cron.schedule('later', '8 * * * *', 'select 1');
        select cron.schedule_in_database('off', '7 * * * *', 'select 1', 'postgres', active := false);
      `);
      await worker.tick(AT_MINUTE_7);
      assert.deepEqual(await database.query("select * from public.ran"), [
        { who: "postgres", status: "running" },
      ]);
      const runs = await database.query(
        `select jobname, status, details.username, end_time >= start_time as is_timed
        from cron.job_run_details as details join cron.job using (jobid)`,
      );
      assert.deepEqual(runs, [
        { jobname: "due", status: "succeeded", username: "postgres", is_timed: true },
      ]);
      await clear();
    });

    await t.step("a command that fails is recorded and stops no other", async () => {
      await database.exec(`
        select cron.schedule('broken', '8 * * * *', 'create table public.half (); select 1 / 0');
        select cron.schedule('whole', '8 * * * *', 'select 1');
      `);
      await worker.tick(AT_MINUTE_8);
      const runs = await database.query(
        "select status, return_message from cron.job_run_details order by runid",
      );
      assert.deepEqual(runs, [
        { status: "failed", return_message: "ERROR:  division by zero\n" },
        { status: "succeeded", return_message: "1 row" },
      ]);
      const [row] = await database.query("select to_regclass('public.half') is null as is_gone");
      assert.deepEqual(row, { is_gone: true });
    });

    await worker.stop();
  });
});
