import { createWorld } from "../../supabase/functions/tests/testing/world.ts";
import { fuzzWorld } from "./api_fuzz/send.ts";
import { type Benchmark, limit } from "./benchmark.ts";
import { startPostgresStack } from "./database/bench_cluster.ts";

const DEFAULT_REQUESTS = 10_000;
const SEED = 6;
const SHOWN = 10;

/** Requests made from the OpenAPI document, and spoilt ones, against the running function. */
export const apiFuzz: Benchmark = {
  name: "api-fuzz",
  summary: "the task-logging API under made-up requests; --rows, default 10000",
  async run({ rows: n = DEFAULT_REQUESTS, say }) {
    await using stack = await startPostgresStack(say, { functions: ["autonomous-tasks"] });
    const world = await createWorld(stack);
    say(`Sending ${n.toLocaleString("en")} requests …`);
    const startedAt = performance.now();
    const report = await fuzzWorld(world, n, SEED);
    const seconds = (performance.now() - startedAt) / 1_000;
    for (const line of [...report.serverErrors, ...report.undocumented].slice(0, SHOWN)) say(line);
    return {
      figures: { requests_per_second: Math.round(n / seconds), answers: report.statuses },
      goals: [
        limit("answers_of_5xx", report.serverErrors.length, "<=", 0),
        limit("answers_outside_the_document", report.undocumented.length, "<=", 0),
      ],
      software: { database: "postgres" },
      n: report.requests,
    };
  },
};
