import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../local/stack.ts";
import { type Benchmark, limit } from "./benchmark.ts";
import { startPostgresStack } from "./database/bench_cluster.ts";
import { takeAccount } from "./chaos/account.ts";
import { createRandom, drawSeed } from "../lib/random.ts";
import { fillMailbox } from "./fill_mailbox.ts";

const RUNNER = "continuous-intelligence";
const DEFAULT_MAILS = 2_000;
const DEFAULT_KILLS = 100;
/**
 * The shortest lease there is, and runs so small that a drain has hundreds of them to be killed in.
 */
const ENV = { RUN_LEASE_SECONDS: "2", RUN_MAX_EMAILS: "10" };
const POLL_MS = 10;
/**
 * No kill waits longer than this for progress, so that a stuck drain shows as lost email, not as a
 * hang.
 */
const MOST_MS_TO_A_KILL = 3_000;
const MOST_JITTER_MS = 60;
const FINAL_DRAIN_LIMIT_MS = 120_000;
/** A signature is good for five minutes either way. */
const FINAL_SECONDS_AHEAD = 280;
const FINAL_STEP_SECONDS = 20;

/**
 * Kills the runner at random moments while it drains a mailbox, then counts what became of
 * everything.
 */
export const chaos: Benchmark = {
  name: "chaos",
  summary:
    "random kills of the runner during a drain; --rows emails, default 2000, --kills, --seed",
  async run(
    {
      rows: n = DEFAULT_MAILS,
      kills: killCount = DEFAULT_KILLS,
      seed: chosenSeed = drawSeed(),
      say,
    },
  ) {
    say(`Starting a stack on a real PostgreSQL; --seed ${chosenSeed} …`);
    await using stack = await startPostgresStack(say, { functions: [RUNNER], env: ENV });
    await stack.database.exec(
      `update public.task_schedules set cron_expression = '* * * * *', overlap_policy = 'allow'
     where name = '${RUNNER}'`,
    );

    const startedAt = performance.now();
    const underFire = await killWhileDraining(stack, {
      mails: n,
      kills: killCount,
      random: createRandom(chosenSeed),
      say,
    });
    await drainInPeace(stack, say);
    const seconds = (performance.now() - startedAt) / 1_000;

    const account = await takeAccount(stack.database);
    const [version] = await stack.database.query<{ version: string }>(
      "select current_setting('server_version') as version",
    );
    return {
      figures: {
        ...account,
        ...underFire,
        seed: chosenSeed,
        seconds: Math.round(seconds),
      },
      goals: [
        limit("lost", account.lost, "<=", 0),
        limit("duplicated", account.duplicated, "<=", 0),
        limit("unexplained", account.unexplained, "<=", 0),
      ],
      software: { postgresql: version?.version ?? "unknown", ...ENV },
      n,
    };
  },
};

interface Attack {
  readonly mails: number;
  readonly kills: number;
  readonly random: () => number;
  readonly say: (line: string) => void;
}

/**
 * Before each kill one more workspace gets its share of the emails, so that there is work to hit
 * until
 * the last; the kill comes after a random part of that much has been analyzed.
 */
async function killWhileDraining(
  stack: Stack,
  { mails, kills, random, say }: Attack,
): Promise<{ kills: number; kills_that_hit_a_run: number }> {
  let hits = 0;
  for (let kill = 0; kill < kills; kill++) {
    const share = Math.floor((kill + 1) * mails / kills) - Math.floor(kill * mails / kills);
    await fillMailbox(stack.database, { mails: share, workspaces: 1 });
    // The dead run's lease holds for a while: others go on beside it.
    await stack.database.query("select nightshift.run_now($1)", [RUNNER]);
    const before = await readProgress(stack);
    const goal = before.analysed + random() * share;
    const endsAt = performance.now() + MOST_MS_TO_A_KILL;
    for (let now = before; now.analysed < goal && performance.now() < endsAt;) {
      await wake(stack, now);
      await wait(POLL_MS);
      now = await readProgress(stack);
    }
    await wait(random() * MOST_JITTER_MS);
    const { is_worked_on: isWorkedOn } = await readProgress(stack);
    if (isWorkedOn) hits++;
    await stack.functions.kill(RUNNER);
    await stack.functions.restart(RUNNER);
    if ((kill + 1) % 10 === 0) {
      say(`  ${kill + 1} kills, ${before.analysed} emails analyzed, ${before.waiting} waiting`);
    }
  }
  return { kills, kills_that_hit_a_run: hits };
}

interface Progress extends Record<string, unknown> {
  readonly analysed: number;
  readonly waiting: number;
  /** Somebody holds a lease. */
  readonly is_worked_on: boolean;
  readonly is_requested: boolean;
  readonly open_tasks: number;
}

async function readProgress({ database }: Stack): Promise<Progress> {
  const [progress] = await database.query<Progress>(`
    select
      (select count(*) from public.email_intelligence)::integer as analysed,
      (select count(*) from nightshift.email_queue where failed_at is null)::integer as waiting,
      exists (
        select from nightshift.run_leases where expires_at > clock_timestamp()
      ) as is_worked_on,
      exists (select from net.http_request_queue) as is_requested,
      ((select count(*) from public.autonomous_tasks where status in ('pending', 'running'))
        + (select count(*) from public.task_dispatches where verdict = 'sent')
      )::integer as open_tasks
  `);
  if (!progress) throw new Error("The progress came back empty.");
  return progress;
}

/** Does what pg_cron does, more often: reconciles, ticks, and starts a run when nobody works. */
async function wake({ database }: Stack, progress: Progress): Promise<void> {
  await database.query("select nightshift.reconcile()");
  await database.query("select nightshift.dispatch($1)", [RUNNER]);
  if (!progress.is_worked_on && !progress.is_requested && progress.waiting > 0) {
    await database.query("select nightshift.run_now($1)", [RUNNER]);
  }
}

/** Lets the rest be done without kills; then time moves on until every task has its end. */
async function drainInPeace(stack: Stack, say: (line: string) => void): Promise<void> {
  say("No more kills; the rest drains …");
  const givesUpAt = performance.now() + FINAL_DRAIN_LIMIT_MS;
  let progress = await readProgress(stack);
  while (progress.waiting > 0 && performance.now() < givesUpAt) {
    await wake(stack, progress);
    await wait(POLL_MS);
    progress = await readProgress(stack);
  }
  // No more ticks; a pause would hold the retries too.
  await stack.database.exec(
    `update public.task_schedules set cron_expression = '0 0 29 2 *' where name = '${RUNNER}'`,
  );
  for (let ahead = 0; ahead <= FINAL_SECONDS_AHEAD; ahead += FINAL_STEP_SECONDS) {
    await stack.net.idle();
    do {
      await wait(POLL_MS);
      progress = await readProgress(stack);
    } while (progress.is_worked_on && performance.now() < givesUpAt);
    if (progress.open_tasks === 0) return;
    await stack.database.query("select nightshift.reconcile(clock_timestamp() + $1::interval)", [
      `${ahead} seconds`,
    ]);
  }
}
