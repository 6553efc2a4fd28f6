import { createApp } from "../../supabase/functions/autonomous-tasks/app.ts";
import { createTaskStore } from "../../supabase/functions/autonomous-tasks/store.ts";
import type { Stack } from "../local/stack.ts";
import { createSystems, sendToApi, sendToRest, type System } from "./api/client.ts";
import { compareSpeeds, measureInTurns, takeMedian } from "./api/speed.ts";
import { walkList } from "./api/walk.ts";
import { type Benchmark, type Goal, limit, reach } from "./benchmark.ts";
import { roundFigure } from "../lib/quantiles.ts";
import { startPostgresStack } from "./database/bench_cluster.ts";

const DEFAULT_ROWS = 100_000;
const ROUNDS = 25;
/** The functions and the stack are compiled while they run; this many rounds see to it. */
const WARM_UPS = 10;
const SINGLES = 40;
const BATCHES = 4;
const BATCH = 500;
const COUNTED = 20;

/** The task-logging API beside the same insert and select sent straight to `/rest/v1`. */
export const api: Benchmark = {
  name: "api",
  summary: "the task-logging API beside /rest/v1, and a walk by cursor; --rows, default 100000",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using stack = await startPostgresStack(say, { functions: ["autonomous-tasks"] });
    const systems = await createSystems(stack);
    const [system] = systems as [System, ...System[]];
    const [askApi, askRest] = [sendToApi(stack), sendToRest(stack)];
    const task = { task_type: "email_sync", status: "completed", output_data: { rows: 42 } };
    const table = "/autonomous_tasks";
    const newest = "order=executed_at.desc&limit=50";
    const batch = { tasks: Array.from({ length: BATCH }, () => task) };

    say("Creating, one by one and in batches, and listing …");
    const speeds = await measureInTurns(systems, {
      straightCreate: {
        count: SINGLES,
        send: ({ workspaceId }) => askRest(table, { ...task, workspace_id: workspaceId }),
      },
      create: { count: SINGLES, send: (of) => askApi(of, "/tasks", task) },
      // All at once with one token, which waits for itself: its requests are counted one by one.
      createWithOneToken: { count: SINGLES, send: () => askApi(system, "/tasks", task) },
      batches: { count: BATCHES, send: (of) => askApi(of, "/tasks", batch) },
      straightList: {
        count: SINGLES,
        send: ({ workspaceId }) => askRest(`${table}?workspace_id=eq.${workspaceId}&${newest}`),
      },
      list: { count: SINGLES, send: (of) => askApi(of, "/tasks?limit=50") },
    }, { rounds: ROUNDS, warmUps: WARM_UPS });
    const { straightCreate, create, createWithOneToken, batches, straightList, list } = speeds;
    const requests = await countRequests(stack, system);
    say(`Walking ${n.toLocaleString("en")} tasks …`);
    const walk = await walkList(stack, system, n);

    const batchOfRows = takeMedian(batches);
    return {
      figures: {
        create: takeMedian(create),
        straight_create: takeMedian(straightCreate),
        create_with_one_token: takeMedian(createWithOneToken),
        create_with_one_token_to_straight: compareSpeeds(createWithOneToken, straightCreate),
        batch_of_500: batchOfRows,
        batch_rows_per_second: roundFigure(batchOfRows.requests_per_second * BATCH),
        list: takeMedian(list),
        straight_list: takeMedian(straightList),
        list_to_straight: compareSpeeds(list, straightList),
        walk: { ...walk },
      },
      goals: [
        atLeast("create_to_straight", compareSpeeds(create, straightCreate), 0.5),
        atLeast("batch_rows_to_straight_row", compareSpeeds(batches, straightCreate) * BATCH, 5),
        limit("database_requests_per_create", requests, "<=", 1),
        limit("old_tasks_missed", walk.old_tasks_missed, "<=", 0),
        limit("tasks_met_twice", walk.tasks_met_twice, "<=", 0),
      ],
      software: { database: "postgres" },
      n,
    };
  },
};

/** Requests to the database for one create, counted between the function and its database. */
async function countRequests(stack: Stack, { token }: System): Promise<number> {
  let requests = 0;
  const app = createApp({
    env: { cronSecrets: [], secretKeys: {}, corsOrigins: [] },
    store: createTaskStore({
      supabaseUrl: stack.url,
      secretKey: stack.secretKey,
      publishableKey: stack.publishableKey,
    }, (input, init) => {
      requests += 1;
      return fetch(input, init);
    }),
    clock: () => new Date(),
    log: () => {},
  });
  for (let sent = 0; sent < COUNTED; sent += 1) {
    const response = await app.request("/autonomous-tasks/tasks", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: '{"task_type": "email_sync"}',
    });
    if (response.status !== 201) throw new Error(`A create was answered with ${response.status}.`);
  }
  return requests / COUNTED;
}

function atLeast(name: string, value: number, bound: number): Goal {
  return { ...reach(name, value, bound), value: roundFigure(value) };
}
