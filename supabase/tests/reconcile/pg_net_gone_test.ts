import assert from "node:assert/strict";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

const NET = new URL("../../../scripts/local/sql/net.sql", import.meta.url);

testOnPostgres(
  "pg_net is dropped with everything that depends on it, and each tick leaves its row until it is back",
  async ({ sql, connect }) => {
    const admin = connect({ role: "supabase_admin" });
    await sql`select vault.create_secret('https://project.example.com', 'project_url'),
      vault.create_secret('the cron secret', 'cron_secret')`;
    await sql`insert into public.task_schedules (name, task_type, cron_expression, target, overlap_policy)
      values ('half-hourly', 'email_sync', '*/30 * * * *', 'email-sync', 'allow')`;
    const readFunctions = () =>
      sql<{ name: string }[]>`
        select oid::regprocedure::text as name from pg_proc
        where pronamespace in ('public'::regnamespace, 'nightshift'::regnamespace) order by 1`;
    const before = await readFunctions();
    const tick = async (at: string) => {
      const [row] = await sql<{ outcome: string }[]>`
        select nightshift.dispatch('half-hourly', ${at}) ->> 'outcome' as outcome`;
      return row?.outcome;
    };
    const readVerdict = async () => {
      const [row] = await sql<{ verdict: string; detail: string | null }[]>`
        select verdict, detail from public.task_dispatches order by dispatched_at desc, seq desc limit 1`;
      return row ?? assert.fail("nothing was dispatched");
    };

    await admin.unsafe("drop schema net cascade");
    assert.deepEqual(await readFunctions(), before, "no function of ours went with it");
    assert.equal(await tick("2026-03-01T12:00:00Z"), "not_sent");
    assert.match((await readVerdict()).detail ?? "", /could not be signed or handed to pg_net/);
    const [report] = await sql<{ steps: Record<string, unknown> }[]>`
      select nightshift.reconcile('2026-03-01T12:00:30Z') as steps`;
    assert.deepEqual(
      Object.entries(report?.steps ?? {}).filter(([, outcome]) => typeof outcome !== "number"),
      [],
      "every step of reconcile works",
    );
    const [health] = await sql<{ status: string; reason: string }[]>`
      select h ->> 'status' as status, h ->> 'reason' as reason
      from nightshift.health('half-hourly', '2026-03-01T12:00:40Z') h`;
    assert.deepEqual(health, {
      status: "stuck",
      reason: "The extension pg_net is missing, so no request can be sent.",
    });

    await admin.unsafe(await Deno.readTextFile(NET));
    await sql`select nightshift.reconcile('2026-03-01T12:02:00Z')`;
    assert.equal((await readVerdict()).verdict, "sent", "the next attempt is sent");
    assert.equal(await tick("2026-03-01T12:30:00Z"), "dispatched");
  },
);
