import postgres from "postgres";
import { startMigratedCluster } from "../../local/testing/migrated_cluster.ts";
import { type PlanNode, readReportedPlan } from "../../local/testing/query_plans.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  limit,
  type Measurement,
  reach,
} from "../benchmark.ts";
import { requirePostgres } from "../require.ts";
import { fillEverything } from "./fill.ts";
import { findScans } from "./find_scans.ts";
import { listWorks } from "./works.ts";

const DEFAULT_ROWS = 1_000_000;
/** Reading a million rows one after the other takes much longer. */
const SHORTEST_MS = 2;
/** More than a session plans one by one: the generic plans are seen too. */
const ROUNDS = 7;
/** A server of the smaller hosted sizes. */
const SETTINGS = { shared_buffers: "512MB", effective_cache_size: "1536MB", max_wal_size: "4GB" };

/** Whether any type of the database reads the whole log or all emails among a million rows. */
export const plans: Benchmark = {
  name: "plans",
  summary: "sequential scans by the types of the database among --rows emails and tasks, " +
    "default 1000000",
  run: measurePlans,
};

async function measurePlans({ rows, say }: BenchmarkOptions): Promise<Measurement> {
  const n = rows ?? DEFAULT_ROWS;
  const installation = await requirePostgres(say);
  await using cluster = await startMigratedCluster(installation, { settings: SETTINGS });
  const nodes: PlanNode[] = [];
  const sql = postgres(cluster.url("supabase_admin"), {
    max: 1,
    onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
  });
  try {
    say(`Filling in ${n.toLocaleString("en")} emails and tasks …`);
    const [workspaceId = ""] = await fillEverything(sql, n);
    say(`Doing everything ${ROUNDS} times …`);
    const found = await findScans(sql, nodes, listWorks(workspaceId), {
      shortestMs: SHORTEST_MS,
      rounds: ROUNDS,
    });
    for (const scan of found.scans) say(`Reads all rows: ${scan}`);
    return {
      figures: {
        works: listWorks(workspaceId).length,
        plan_nodes: found.nodes,
        indexes_of_large_tables: found.indexes.length,
        sequential_scans: found.scans.length,
      },
      goals: [
        limit("sequential_scans", found.scans.length, "<=", 0),
        reach("control_seen", Number(found.isControlSeen), 1),
      ],
      software: SETTINGS,
      n,
    };
  } finally {
    await sql.end();
  }
}
