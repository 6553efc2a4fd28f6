import { setTimeout as wait } from "node:timers/promises";
import { createRandom, drawSeed } from "../../lib/random.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { takeStepsAccount } from "./account.ts";
import { AGENT, startWorld, type StepsWorld } from "./world.ts";

const DEFAULT_KILLS = 200;
const STEPS = 20;
/** Jobs under way at any time, so that there is always something to hit. */
const OPEN_JOBS = 3;
/** A job of 20 steps takes about half a second. */
const MOST_MS_TO_A_KILL = 400;
/** A request that is lost is noticed after a while. */
const MOST_MS_WITHOUT_WORK = 30_000;
const DRAIN_LIMIT_MS = 120_000;
/** Kills count as attempts, and one job may be hit often. */
const MAX_ATTEMPTS = 10;

const KINDS = ["process", "connection", "request", "answer"] as const;

/** Kills whatever a job of 20 steps needs, then counts the effects of its steps. */
export const steps: Benchmark = {
  name: "steps",
  summary: "random kills of process, database and network under jobs of 20 steps; --kills, --seed",
  async run({ kills: count = DEFAULT_KILLS, seed: chosenSeed = drawSeed(), say }) {
    const random = createRandom(chosenSeed);
    say(`Starting a stack on a real PostgreSQL; --seed ${chosenSeed} …`);
    await using world = await startWorld(say, MAX_ATTEMPTS);
    const startedAt = performance.now();
    const taskIds: string[] = [];
    let stalls = 0;
    const hits: Record<string, number> = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
    for (let kill = 1; kill <= count; kill++) {
      if (!await keepBusy(world, taskIds)) {
        stalls += 1;
        say(`  Nothing went on for 30 s after ${kill - 1} kills: ${await world.describe()}`);
      }
      await wait(random() * MOST_MS_TO_A_KILL);
      const kind = KINDS[Math.floor(random() * KINDS.length)] ?? "process";
      await strike(world, kind);
      hits[kind] = (hits[kind] ?? 0) + 1;
      if (kill % 20 === 0) say(`  ${kill} kills, ${taskIds.length} jobs`);
    }
    say("No more kills; the rest is done …");
    await world.drain(DRAIN_LIMIT_MS);
    const account = await takeStepsAccount(world, taskIds, STEPS);
    return {
      figures: {
        ...account,
        ...hits,
        stalls,
        jobs: taskIds.length,
        seed: chosenSeed,
        seconds: Math.round((performance.now() - startedAt) / 1_000),
      },
      goals: [
        limit("not_completed", account.not_completed, "<=", 0),
        limit("stalls", stalls, "<=", 0),
        limit("missing_steps", account.missing_steps, "<=", 0),
        limit("repeated_steps", account.repeated_steps, "<=", 0),
      ],
      software: { RUN_LEASE_SECONDS: "2" },
      n: count,
    };
  },
};

/** Adds jobs until enough are open. True when one of them is worked on in time. */
async function keepBusy(world: StepsWorld, taskIds: string[]): Promise<boolean> {
  const missing = OPEN_JOBS - await world.countOpenJobs();
  if (missing > 0) {
    const made = await world.enqueue(Array.from({ length: missing }, (_, index) => ({
      payload: { steps: STEPS, plan: ["return"] },
      key: `job ${taskIds.length + index}`,
    })));
    taskIds.push(...made.map(({ task_id: id }) => id));
  }
  const seen = world.effects.length;
  const givesUpAt = performance.now() + MOST_MS_WITHOUT_WORK;
  while (world.effects.length === seen && performance.now() < givesUpAt) {
    await world.letTimeCome();
    await wait(20);
  }
  return world.effects.length > seen;
}

async function strike({ stack, proxy }: StepsWorld, kind: typeof KINDS[number]): Promise<void> {
  if (kind === "request" || kind === "answer") {
    proxy.cut(kind);
  } else if (kind === "connection") {
    // The local REST layer never gets a session back that ends under a statement, so statements are
    // cancelled, which undoes them as well.
    await stack.database.adminExec(
      `select case when a.state = 'idle' then pg_terminate_backend(a.pid)
         else pg_cancel_backend(a.pid) end
       from pg_stat_activity a where a.usename = 'authenticator'`,
    );
  } else {
    await stack.functions.kill(AGENT);
    await stack.functions.restart(AGENT);
  }
}
