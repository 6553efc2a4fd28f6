import assert from "node:assert/strict";
import type { LocalDatabase } from "../../../scripts/local/database.ts";

/** Longer than a notification takes to arrive on a listener that is there. */
const HEARD_WITHIN_MS = 200;

/** Longer than a session that is there takes to answer; the driver may lose a query for good. */
const ANSWERED_WITHIN_MS = 2_000;

/** More than the sessions of a pool, so that each of them is asked. */
const QUERIES_AT_ONCE = 10;

/**
 * Crashes the database and waits until it is back, listeners included. One of its own processes is
 * killed, whereupon the server ends all sessions at once, recovers from its log and empties
 * unlogged tables, as after an immediate shutdown, but keeps its port.
 */
export async function crash(database: LocalDatabase, limitMs: number): Promise<void> {
  const [session] = await database.adminQuery<{ pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' and usename = 'authenticator'",
  );
  assert.ok(session, "no session of the REST layer to end");
  Deno.kill(session.pid, "SIGKILL");
  const givesUpAt = performance.now() + limitMs;
  while (!await hasRecovered(database, session.pid)) {
    assert.ok(performance.now() < givesUpAt, "the database did not recover from the crash");
  }
  // Listeners come back by themselves, a moment later; what was notified meanwhile is lost.
  while (!await isSoon(database.catchUp(), HEARD_WITHIN_MS)) {
    assert.ok(performance.now() < givesUpAt, "no listener came back after the crash");
  }
}

/**
 * Whether every session of the stack's own pools answers. When a session ends under a statement,
 * the driver may give the error of its first attempt to come back to the next query.
 */
async function hasRecovered(database: LocalDatabase, killedPid: number): Promise<boolean> {
  const takesTime = "select from pg_sleep(0.02)";
  const asked = Array.from({ length: QUERIES_AT_ONCE }, () => [
    database.query(takesTime),
    database.adminQuery(takesTime),
  ]).flat();
  const allAnswer = Promise.allSettled(asked).then((answers) => {
    assert.ok(answers.every(({ status }) => status === "fulfilled"));
  });
  if (!await isSoon(allAnswer, ANSWERED_WITHIN_MS)) return false;
  const rows = await database.query("select from pg_stat_activity where pid = $1", [killedPid]);
  return rows.length === 0;
}

/** Whether a promise is kept within some time; a broken one is not. */
export async function isSoon(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([promise.then(() => true, () => false), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
