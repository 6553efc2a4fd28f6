import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../../local/stack.ts";
import { fillMailbox } from "../fill_mailbox.ts";

const RUNNER = "continuous-intelligence";
const LIMIT_MS = 30_000;
/** More than one claim takes, so that a run can be killed while it holds some. */
const MAILS = 200;

/**
 * Milliseconds from the reconciliation that finds a killed runner until email that it held is
 * claimed
 * again. Each time a run is killed while it holds email, and its lease is let run out.
 */
export async function measureReclaims(stack: Stack, count: number): Promise<number[]> {
  const samples: number[] = [];
  while (samples.length < count) {
    await fillMailbox(stack.database, { mails: MAILS, workspaces: 4 });
    const isHeld = await killWhileHolding(stack);
    if (isHeld) samples.push(await reclaim(stack));
    await drain(stack);
  }
  return samples;
}

/** @returns whether the dead runner holds email */
async function killWhileHolding(stack: Stack): Promise<boolean> {
  await stack.database.query("select nightshift.run_now($1)", [RUNNER]);
  await until("emails are held", async () => await holds(stack, "lease_token is not null"));
  await stack.functions.kill(RUNNER);
  await stack.functions.restart(RUNNER);
  return await holds(stack, "lease_token is not null");
}

async function reclaim(stack: Stack): Promise<number> {
  const { database } = stack;
  const dead = await database.query<{ email_id: string }>(
    "select email_id from nightshift.email_queue where lease_token is not null",
  );
  const ids = dead.map(({ email_id }) => email_id);
  const expired = async () =>
    !await holds(stack, "lease_expires_at > clock_timestamp()") &&
    (await database.query(
        "select from nightshift.run_leases where expires_at > clock_timestamp()",
      )).length === 0;
  await until("the leases of the dead run have ended", expired);

  const startedAt = performance.now();
  await database.query("select nightshift.reconcile()");
  await until("the emails are claimed again", async () => {
    const untouched = await database.query(
      `select from nightshift.email_queue
       where email_id = any ($1::uuid[])
         and (lease_expires_at is null or lease_expires_at <= clock_timestamp())`,
      [ids],
    );
    return untouched.length < ids.length;
  });
  return performance.now() - startedAt;
}

async function drain(stack: Stack): Promise<void> {
  const { database } = stack;
  await until("the queue is empty", async () => {
    const left = await database.query("select from nightshift.email_queue limit 1");
    const open = await database.query(
      "select from public.autonomous_tasks where status in ('pending', 'running') limit 1",
    );
    if (left.length === 0 && open.length === 0) return true;
    await database.query("select nightshift.reconcile()");
    return false;
  });
}

async function holds({ database }: Stack, condition: string): Promise<boolean> {
  const rows = await database.query(
    `select from nightshift.email_queue where ${condition} limit 1`,
  );
  return rows.length > 0;
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const givesUpAt = performance.now() + LIMIT_MS;
  while (!await isTrue()) {
    if (performance.now() > givesUpAt) throw new Error(`In vain waited until ${what}.`);
    await wait(2);
  }
}
