import { launchBrowser } from "../../dashboard/launch_browser.ts";
import { findQuantile } from "../../lib/quantiles.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { requireBrowser } from "../require.ts";
import { type BusyProject, startBusyProject } from "./busy_project.ts";
import { measureHeap } from "./heap.ts";
import { measureFirstPage, measureLoads, measureReloads } from "./loads.ts";
import { measureReactions } from "./reactions.ts";

const DEFAULT_TASKS = 1_000_000;
const RELOADS = 20;
const HOURS = 2;

/** What somebody at a browser feels, with a workspace full of tasks behind it. */
export const dashboardBrowser: Benchmark = {
  name: "dashboard-browser",
  summary: "loads, reactions and memory of the dashboard in Chromium; --tasks, default 1000000",
  async run({ rows: n = DEFAULT_TASKS, say }) {
    const program = await requireBrowser();
    say(`Filling a workspace with ${n.toLocaleString("en")} tasks …`);
    await using project = await startBusyProject(n);
    const { stack } = project;
    const browser = await launchBrowser(program);
    try {
      const context = await browser.newContext({ storageState: project.session });
      context.setDefaultTimeout(30_000);
      say("Reloading the overview …");
      const reloads = await measureReloads(context, stack.url, RELOADS);
      say("Loading every page …");
      const loads = await measureLoads(context, stack.url, say);
      const firstPageKb = await measureFirstPage(context, stack.url);
      say("Clicking …");
      const reactions = await measureReactions(context, stack.url);
      say(`Leaving the list of tasks open for ${HOURS} simulated hours …`);
      const heap = await measureHeap(context, stack, HOURS);
      const worst = (figure: keyof (typeof loads)[string]) =>
        Math.max(...Object.values(loads).map((one) => one[figure]));
      const sentence = Math.round(findQuantile(reloads, 0.95));
      const [one = 0] = Deno.loadavg();
      return {
        figures: {
          sentence_p50_ms: Math.round(findQuantile(reloads, 0.5)),
          sentence_p95_ms: sentence,
          first_page_js_kb: firstPageKb,
          loads: Object.fromEntries(Object.entries(loads).map(([name, one]) => [name, { ...one }])),
          reactions_ms: reactions,
          live: { ...heap },
        },
        goals: [
          limit("sentence_p95_ms", sentence, "<=", 500),
          limit("slowest_reaction_ms", Math.max(...Object.values(reactions)), "<=", 200),
          limit("first_page_js_kb", firstPageKb, "<=", 60),
          limit("worst_layout_shift", worst("layout_shift"), "<=", 0),
          limit("longest_task_ms", worst("longest_task_ms"), "<=", 100),
          limit("blocked_ms", worst("blocked_ms"), "<=", 100),
          limit("heap_grown_mb", heap.grown_mb, "<=", 10),
        ],
        software: {
          browser: browser.version(),
          postgresql: await readVersion(project),
          load_average: one.toFixed(1),
        },
        n,
      };
    } finally {
      await browser.close();
    }
  },
};

async function readVersion({ stack: { database } }: BusyProject): Promise<string> {
  const [row] = await database.query<{ server_version: string }>("show server_version");
  return row?.server_version ?? "unknown";
}
