import { createClient } from "@supabase/supabase-js";
import type { Database } from "../../supabase/functions/_shared/database_types.ts";
import { createApp } from "../../supabase/functions/autonomous-tasks/app.ts";
import { createTaskStore } from "../../supabase/functions/autonomous-tasks/store.ts";
import { createWorld, type World } from "../../supabase/functions/tests/autonomous_tasks/world.ts";
import { ensurePostgres } from "../local/postgres_install.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { createWays, measureSpeed } from "./api/client.ts";
import { walkList } from "./api/walk.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  BenchmarkUnavailable,
  type Goal,
  limit,
  type Measurement,
} from "./benchmark.ts";
import { roundFigure } from "./quantiles.ts";

const DEFAULT_ROWS = 100_000;
const SINGLES = 400;
const BATCHES = 12;
const BATCH = 500;
const COUNTED = 20;

/** The task-logging API beside the same insert and select sent straight to `/rest/v1`. */
export const api: Benchmark = {
  name: "api",
  summary: "the task-logging API beside /rest/v1, and a walk by cursor; --rows, default 100000",
  run: measureApi,
};

async function measureApi({ rows, say }: BenchmarkOptions): Promise<Measurement> {
  const n = rows ?? DEFAULT_ROWS;
  const search = await ensurePostgres(say);
  if (!search.found) throw new BenchmarkUnavailable(search.problem);
  await using stack = await startStack({ database: "postgres", functions: ["autonomous-tasks"] });
  const world = await createWorld(stack);
  const ways = createWays(stack, world);
  const task = { task_type: "email_sync", status: "completed", output_data: { rows: 42 } };
  const row = { ...task, workspace_id: world.ours };
  const table = "/autonomous_tasks";
  const newest = `workspace_id=eq.${world.ours}&order=executed_at.desc&limit=50`;
  const batch = { tasks: Array.from({ length: BATCH }, () => task) };

  say("Creating, one by one and in batches, and listing …");
  await measureSpeed(40, () => ways.api("/tasks", task));
  await measureSpeed(40, () => ways.rest(table, row));
  const straightCreate = await measureSpeed(SINGLES, () => ways.rest(table, row));
  const create = await measureSpeed(SINGLES, () => ways.api("/tasks", task));
  const batches = await measureSpeed(BATCHES, () => ways.api("/tasks", batch));
  const straightList = await measureSpeed(SINGLES, () => ways.rest(`${table}?${newest}`));
  const list = await measureSpeed(SINGLES, () => ways.api("/tasks?limit=50"));
  const requests = await countRequests(stack, world);
  say(`Walking ${n.toLocaleString("en")} tasks …`);
  const walk = await walkList(stack, world, ways, n);

  const batchRows = batches.requests_per_second * BATCH;
  return {
    figures: {
      create,
      straight_create: straightCreate,
      batch_of_500: batches,
      batch_rows_per_second: roundFigure(batchRows),
      list,
      straight_list: straightList,
      list_to_straight: roundFigure(list.requests_per_second / straightList.requests_per_second),
      walk: { ...walk },
    },
    goals: [
      atLeast(
        "create_to_straight",
        create.requests_per_second / straightCreate.requests_per_second,
        0.5,
      ),
      atLeast("batch_rows_to_straight_row", batchRows / straightCreate.requests_per_second, 5),
      limit("database_requests_per_create", requests, "<=", 1),
      limit("old_tasks_missed", walk.old_tasks_missed, "<=", 0),
      limit("tasks_met_twice", walk.tasks_met_twice, "<=", 0),
    ],
    software: { database: "postgres" },
    n,
  };
}

/** Requests to the database for one create, counted between the function and its database. */
async function countRequests(stack: Stack, world: World): Promise<number> {
  let requests = 0;
  const service = createClient<Database>(stack.url, stack.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: (input, init) => {
        requests += 1;
        return fetch(input, init);
      },
    },
  });
  const app = createApp({
    env: { cronSecrets: [], secretKeys: {}, corsOrigins: [] },
    store: createTaskStore({ service, asUser: () => service }),
    clock: () => new Date(),
    log: () => {},
  });
  for (let sent = 0; sent < COUNTED; sent += 1) {
    // deno-lint-ignore no-await-in-loop -- counted one by one
    const response = await app.request("/autonomous-tasks/tasks", {
      method: "POST",
      headers: { "content-type": "application/json", ...world.headers["token"] },
      body: '{"task_type": "email_sync"}',
    });
    if (response.status !== 201) throw new Error(`A create was answered with ${response.status}.`);
  }
  return requests / COUNTED;
}

function atLeast(name: string, value: number, bound: number): Goal {
  return { name, goal: `>= ${bound}`, value: roundFigure(value), holds: value >= bound };
}
