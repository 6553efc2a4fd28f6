import type postgres from "postgres";
import { LISTS, SINGLE_TIMES, STARS, ZONES } from "./cases.ts";

/** How the pg_cron jobs of zoned schedules fit their slots over a year. */
export interface Ticks {
  readonly slots: number;
  /** Slots without a tick. */
  readonly missing: number;
  /** Ticks that are no slot, for each slot. */
  readonly superfluousPerSlot: number;
}

/** Compares a year of slots of every case with the ticks of the pg_cron job that it would get. */
export async function countTicks(sql: postgres.Sql): Promise<Ticks> {
  const [row] = await sql<{ slots: number; missing: number; superfluous: number }[]>`
    with cases as (
      select e.expression, z.zone,
        nightshift.pg_cron_expression(e.expression, z.zone, '2026-01-01Z') as job
      from unnest(${[...SINGLE_TIMES, ...LISTS, ...STARS]}::text[]) as e (expression)
      cross join unnest(${[...ZONES]}::text[]) as z (zone)
    ), slots as (
      select c.expression, c.zone, s as at
      from cases c,
        nightshift.cron_slots(c.expression, '2026-01-01Z', '2026-12-31 23:59Z', c.zone) as s
    ), ticks as (
      select c.expression, c.zone, t as at
      from cases c, nightshift.cron_slots(c.job, '2026-01-01Z', '2026-12-31 23:59Z') as t
    )
    select count(s.at)::integer as slots, count(*) filter (where t.at is null)::integer as missing,
      count(*) filter (where s.at is null)::integer as superfluous
    from slots s full join ticks t using (expression, zone, at)`;
  if (row === undefined) throw new Error("The count returned no row.");
  return {
    slots: row.slots,
    missing: row.missing,
    superfluousPerSlot: row.superfluous / row.slots,
  };
}
