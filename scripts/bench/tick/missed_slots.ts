import type { Stack } from "../../local/stack.ts";

const RUNNER = "continuous-intelligence";
const SECONDS = Array.from({ length: 60 }, (_, second) => second);
const MINUTE_MS = 60_000;
const MOST_MINUTES = 5;

/** What simulated returns from a downtime of an hour found. */
export interface MissedSlots {
  /** How many returns were simulated: one for each second of a minute. */
  readonly returns: number;
  /** Most seconds from a return to the reconciliation after which no missed slot is left unseen. */
  readonly mostSecondsToReconcile: number;
  /** The slowest of these reconciliations, measured, in milliseconds. */
  readonly slowestReconcileMs: number;
}

/**
 * Comes back at every second of the minute after a slot that nobody ticked, and reconciles at each
 * full minute after that, as pg_cron does, until every slot before the return has its row. The
 * minutes are passed as `p_now`; nobody waits.
 */
export async function measureMissedSlots({ database }: Stack): Promise<MissedSlots> {
  await database.exec(`
    update public.task_schedules set cron_expression = '*/5 * * * *', missed_policy = 'skip'
    where name = '${RUNNER}'
  `);
  const slotAt = Math.floor(Date.now() / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
  let mostSeconds = 0;
  let slowestMs = 0;
  for (const second of SECONDS) {
    const returnedAt = slotAt + second * 1_000;
    await database.exec(`
      delete from public.task_dispatches;
      delete from nightshift.schedule_watermarks;
      update public.task_schedules
      set active_since = '${new Date(slotAt - 60 * MINUTE_MS).toISOString()}'
      where name = '${RUNNER}'
    `);
    const seenAt = await findFirstReconcile(returnedAt);
    mostSeconds = Math.max(mostSeconds, (seenAt - returnedAt) / 1_000);
  }
  return {
    returns: SECONDS.length,
    mostSecondsToReconcile: mostSeconds,
    slowestReconcileMs: slowestMs,
  };

  async function findFirstReconcile(returnedAt: number): Promise<number> {
    const firstMinute = Math.ceil((returnedAt + 1) / MINUTE_MS) * MINUTE_MS;
    for (let minute = 0; minute < MOST_MINUTES; minute++) {
      const at = firstMinute + minute * MINUTE_MS;
      const startedAt = performance.now();
      await database.query("select nightshift.reconcile($1)", [new Date(at).toISOString()]);
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      const unseen = await database.query(
        `select from public.task_schedules s,
           nightshift.undispatched_slots(s, s.active_since, $1, $1)
         where s.name = $2`,
        [new Date(returnedAt).toISOString(), RUNNER],
      );
      if (unseen.length === 0) return at;
    }
    throw new Error(`A missed slot stayed unseen for ${MOST_MINUTES} minutes.`);
  }
}
