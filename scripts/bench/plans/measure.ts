import { type PlanNode, readReportedPlan } from "../../local/testing/query_plans.ts";
import { type Benchmark, limit, reach } from "../benchmark.ts";
import { HOSTED_SIZE, startBenchCluster } from "../database/bench_cluster.ts";
import { fillEverything } from "./fill.ts";
import { findScans } from "./find_scans.ts";
import { listWorks } from "./works.ts";

const DEFAULT_ROWS = 1_000_000;
/** Reading a million rows one after the other takes much longer. */
const SHORTEST_MS = 2;
/** More than a session plans one by one: the generic plans are seen too. */
const ROUNDS = 7;

/** Whether any type of the database reads the whole log or all emails among a million rows. */
export const plans: Benchmark = {
  name: "plans",
  summary: "sequential scans by the types of the database among --rows emails and tasks, " +
    "default 1000000",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using server = await startBenchCluster(say, { settings: HOSTED_SIZE });
    const nodes: PlanNode[] = [];
    const sql = server.connect("supabase_admin", {
      onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
    });
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
      software: server.software,
      n,
    };
  },
};
