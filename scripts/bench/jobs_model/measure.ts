import { createRandom, drawSeed } from "../../lib/random.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { judge } from "./judge.ts";
import { MAX_ATTEMPTS } from "./model.ts";
import { play } from "./play.ts";
import { startWorld, type StepsWorld } from "../steps/world.ts";

const DEFAULT_SEQUENCES = 20;
const WORKSPACES = 3;

/** Plays random acts on an agent and compares every job with what its plan says. */
export const jobsModel: Benchmark = {
  name: "jobs-model",
  summary: "random enqueues, cancels and retries beside a model; --sequences, --seed",
  async run({ sequences: count = DEFAULT_SEQUENCES, seed: chosenSeed = drawSeed(), say }) {
    say(`Starting a stack on a real PostgreSQL; --seed ${chosenSeed} …`);
    await using world = await startWorld(say, MAX_ATTEMPTS);
    const workspaces = await world.stack.database.query<{ id: string }>(
      `insert into public.workspaces (name)
     select 'Workspace ' || n from generate_series(1, ${WORKSPACES}) n returning id::text`,
    );
    const startedAt = performance.now();
    const surprises: string[] = [];
    const figures = { jobs: 0, cancelled: 0, retried: 0 };
    for (let sequence = 1; sequence <= count; sequence++) {
      const random = createRandom(chosenSeed + sequence);
      const played = await play(world, random, `${sequence}`, workspaces.map(({ id }) => id));
      const found = [...played.surprises, ...await judge(world, played.jobs)];
      for (const sentence of found) say(`  sequence ${sequence}: ${sentence}`);
      surprises.push(...found);
      figures.jobs += played.jobs.length;
      figures.cancelled += played.jobs.filter(({ isCancelled }) => isCancelled).length;
      figures.retried += played.jobs.filter(({ retriedAs }) => retriedAs !== null).length;
      say(`  sequence ${sequence}: ${played.jobs.length} jobs`);
    }
    const left = await countLeft(world);
    return {
      figures: {
        ...figures,
        surprises: surprises.length,
        left,
        seed: chosenSeed,
        seconds: Math.round((performance.now() - startedAt) / 1_000),
      },
      goals: [
        limit("surprises", surprises.length, "<=", 0),
        limit("left", left, "<=", 0),
      ],
      software: { RUN_LEASE_SECONDS: "2" },
      n: count,
    };
  },
};

/** Jobs that have not ended, and open rows of the log that belong to jobs. */
async function countLeft({ stack }: StepsWorld): Promise<number> {
  const [left] = await stack.database.query<{ count: number }>(
    `select (
       (select count(*) from nightshift.jobs j where j.state <> 'ended')
       + (select count(*) from public.autonomous_tasks t
          where t.agent_name = 'worker' and t.input_data ? 'plan'
            and t.status in ('pending', 'running'))
     )::integer as count`,
  );
  return left?.count ?? 0;
}
