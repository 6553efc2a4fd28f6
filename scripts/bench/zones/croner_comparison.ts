import { Cron } from "croner";
import type postgres from "postgres";

const DAY_MS = 86_400_000;
/** The longest window that `nightshift.cron_slots` lists at once. */
const LISTED_MS = 366 * DAY_MS;

/**
 * Why a minute is a slot for one of the two only. `skipped_by_croner`: clocks went forward, and
 * what they skipped runs at the change. `twice_in_croner`: clocks went back, and what runs once for
 * us runs again. Anything else is `unexplained`.
 */
export type DifferenceKind = "skipped_by_croner" | "twice_in_croner" | "unexplained";

/** One minute that only one of the two runs at. */
export interface Difference {
  readonly zone: string;
  readonly expression: string;
  readonly at: string;
  readonly kind: DifferenceKind;
}

/** What a comparison found. */
export interface Comparison {
  /** Slots that both have. */
  readonly agreed: number;
  readonly differences: readonly Difference[];
}

/** A change of the clocks of a zone, in milliseconds. */
export interface Change {
  readonly at: number;
  /** How far clocks went forward; negative: back. */
  readonly forward: number;
}

/**
 * Compares the slots of an expression in a zone, from `from` to `to`, with the runs that croner
 * lists. Day rules differ where a day field is a stepped star: leave those out.
 */
export async function compareWithCroner(
  sql: postgres.Sql,
  { zone, expression, from, to }: { zone: string; expression: string; from: Date; to: Date },
): Promise<Comparison> {
  const ours = await listSlots(sql, zone, expression, from, to);
  const theirs = listCronerRuns(zone, expression, from, to);
  const changes = await listChanges(sql, zone, from, to);
  const onlyOurs = ours.difference(theirs);
  const onlyTheirs = theirs.difference(ours);
  const describe = (at: number, kind: DifferenceKind): Difference => ({
    zone,
    expression,
    at: new Date(at).toISOString(),
    kind,
  });
  return {
    agreed: ours.size - onlyOurs.size,
    differences: [
      ...Array.from(onlyOurs, (at) =>
        describe(
          at,
          changes.some((change) => change.forward > 0 && change.at === at)
            ? "skipped_by_croner"
            : "unexplained",
        )),
      ...Array.from(onlyTheirs, (at) =>
        describe(
          at,
          changes.some((change) => at >= change.at && at < change.at - change.forward)
            ? "twice_in_croner"
            : "unexplained",
        )),
    ],
  };
}

async function listSlots(
  sql: postgres.Sql,
  zone: string,
  expression: string,
  from: Date,
  to: Date,
): Promise<Set<number>> {
  const slots = new Set<number>();
  for (let start = from.getTime(); start <= to.getTime(); start += LISTED_MS) {
    const end = Math.min(start + LISTED_MS - 1, to.getTime());
    const [row] = await sql<{ slots: number[] }[]>`
      select array(
        select extract(epoch from s)::float8
        from nightshift.cron_slots(${expression}, ${new Date(start)}, ${new Date(end)}, ${zone}) s
      ) as slots`;
    for (const at of row?.slots ?? []) slots.add(at * 1_000);
  }
  return slots;
}

function listCronerRuns(zone: string, expression: string, from: Date, to: Date): Set<number> {
  const cron = new Cron(expression, { timezone: zone, mode: "5-part" });
  const runs = new Set<number>();
  // croner looks for runs after a time; the window includes its first minute.
  let run = cron.nextRun(new Date(from.getTime() - 1_000));
  while (run !== null && run <= to) {
    runs.add(run.getTime());
    run = cron.nextRun(run);
  }
  return runs;
}

/** The changes of the clocks of a zone, ascending. */
export async function listChanges(
  sql: postgres.Sql,
  zone: string,
  from: Date,
  to: Date,
): Promise<Change[]> {
  const rows = await sql<{ at: number; utc_offset: number }[]>`
    select extract(epoch from starts_at)::float8 * 1000 as at,
      extract(epoch from utc_offset)::float8 * 1000 as utc_offset
    from nightshift.zone_offsets(${zone}, ${new Date(from.getTime() - 2 * DAY_MS)}, ${to})
    order by starts_at`;
  return rows.slice(1).map(({ at, utc_offset }, index) => ({
    at,
    forward: utc_offset - (rows[index]?.utc_offset ?? utc_offset),
  }));
}
