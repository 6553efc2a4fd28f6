import type postgres from "postgres";
import { createRandom } from "../../lib/random.ts";

const RUN_ID = "d0000000-0000-4000-8000-000000000001";
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC"];
/** Clocks change in Berlin, New York and Auckland within the first days. */
const FIRST_DAY = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;

/** What a simulation of days found. */
export interface SimulatedDays {
  readonly days: number;
  /** Rows of `daily_metrics` that were compared with a count from scratch, over all days. */
  readonly compared: number;
  /** The first day on which both differed, with the rows; null when they never did. */
  readonly difference: string | null;
}

/**
 * Plays days of three workspaces in zones that change: emails come, late ones too, move and go,
 * get records and answers, tasks run, and at the end of each day the rollup runs. After each run,
 * every row is compared with a count of all days from scratch.
 * @param seed the same seed plays the same days
 * @example await simulateDays(sql, { days: 200, seed: 1 })
 */
export async function simulateDays(
  sql: postgres.Sql,
  { days, seed }: { readonly days: number; readonly seed: number },
): Promise<SimulatedDays> {
  const draw = createRandom(seed);
  const workspaceIds = ["a", "b", "c"].map((letter) =>
    `${letter.repeat(8)}-0000-4000-8000-0000000000${letter}${letter}`
  );
  await sql`insert into public.workspaces (id, name, created_at)
    select unnest(${workspaceIds}::uuid[]), 'Simulated', '2026-03-03 12:00Z'`;
  for (const [index, id] of workspaceIds.entries()) {
    await sql`insert into public.workspace_settings (workspace_id, time_zone, enabled_types)
      values (${id}, ${ZONES[index] ?? "UTC"}, '{daily_analytics_rollup}')`;
  }
  let compared = 0;
  for (let day = 0; day < days; day++) {
    for (let event = 0; event < 12; event++) {
      await playEvent(sql, pick(draw, workspaceIds), day, draw);
    }
    const now = new Date(
      FIRST_DAY + (day + 1) * DAY_MS + 5 * 60_000 + Math.floor(draw() * DAY_MS / 24),
    );
    await rollUp(sql, now);
    const { rows, difference } = await compare(sql, workspaceIds, now);
    compared += rows;
    if (difference !== null) {
      return { days: day + 1, compared, difference: `day ${day}: ${difference}` };
    }
  }
  return { days, compared, difference: null };
}

/** One thing that happens to one workspace. */
async function playEvent(
  sql: postgres.Sql,
  workspaceId: string,
  day: number,
  draw: () => number,
): Promise<void> {
  const late = draw() < 0.2 ? Math.floor(draw() * 30) : 0;
  const at = new Date(FIRST_DAY + (day - late + draw()) * DAY_MS);
  const kind = draw();
  const other = `(select id from public.client_emails
    where workspace_id = '${workspaceId}' order by md5(id::text || '${draw()}') limit 1)`;
  if (kind < 0.5) {
    const direction = day > 5 && draw() < 0.25 ? "outbound" : "inbound";
    await sql`insert into public.client_emails
        (workspace_id, provider_message_id, received_at, direction)
      values (${workspaceId}, ${`${draw()}`}, ${at}, ${direction})`;
  } else if (kind < 0.75) {
    await sql.unsafe(
      `insert into public.email_intelligence (email_id, workspace_id,
        primary_intent, sentiment, urgency_level, budget_mentioned, timeline_mentioned,
        decision_maker, confidence_score, needs_reply, is_bulk, is_automated, analyzer,
        analyzer_version, extraction_model)
      select e.id, e.workspace_id, '${
        draw() < 0.5 ? "question" : "complaint"
      }', 'neutral', 'high', false,
        false, false, 50, ${draw() < 0.5}, ${draw() < 0.2}, false, 'rules', 1, 'test'
      from public.client_emails e
      where e.id = ${other} and e.direction = 'inbound'
      on conflict (email_id) do update
      set primary_intent = excluded.primary_intent, is_bulk = excluded.is_bulk`,
    );
  } else if (kind < 0.8) {
    await sql.unsafe(
      `update public.client_emails set received_at = '${at.toISOString()}' where id = ${other}`,
    );
  } else if (kind < 0.83) {
    await sql.unsafe(`delete from public.client_emails where id = ${other}`);
  } else if (kind < 0.95) {
    await sql`insert into public.autonomous_tasks
        (workspace_id, task_type, status, executed_at, completed_at, duration_ms)
      values (${workspaceId}, 'email_sync', ${
      draw() < 0.8 ? "completed" : "failed"
    }, ${at}, ${at}, ${Math.floor(draw() * 1e5)})`;
  } else {
    await sql`select nightshift.change_zone(${workspaceId}, ${pick(draw, ZONES)}, ${at})`;
  }
}

async function rollUp(sql: postgres.Sql, now: Date): Promise<void> {
  for (let chunk = 0; chunk < 100; chunk++) {
    const [row] = await sql<{ done: boolean }[]>`
      select (nightshift.daily_analytics_rollup_chunk(${RUN_ID}, null, ${now})
        -> 'done')::boolean as done`;
    if (row?.done) return;
  }
  throw new Error("the rollup did not end in 100 chunks");
}

/** Counts every day of every workspace from scratch, and compares it with what is kept. */
async function compare(
  sql: postgres.Sql,
  workspaceIds: readonly string[],
  now: Date,
): Promise<{ rows: number; difference: string | null }> {
  const [row] = await sql<{ rows: number; difference: string | null }[]>`
    with days as (
      select array_agg(w.id) as workspace_ids, array_agg(d.day::date) as days
      from unnest(${[...workspaceIds]}::uuid[]) as w (id)
      cross join generate_series('2026-01-20'::timestamp,
        ${now}::timestamp + interval '3 days', interval '1 day') as d (day)
    ), fresh as (
      select to_jsonb(m) - 'computed_at' as row
      from days cross join lateral nightshift.measure_days(days.workspace_ids, days.days, ${now}) m
    ), kept as (
      select to_jsonb(m) - 'computed_at' as row from public.daily_metrics m
    )
    select (select count(*)::integer from kept) as rows, (
      select left(string_agg(d.side || ' ' || d.row::text, ' / '), 2000) from (
        (select 'kept' as side, k.row from kept k except select 'kept', f.row from fresh f)
        union all
        (select 'from scratch', f.row from fresh f except select 'from scratch', k.row from kept k)
      ) d) as difference`;
  return row ?? { rows: 0, difference: "no answer" };
}

function pick<T>(draw: () => number, items: readonly T[]): T {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
