// deno-lint-ignore-file no-console -- the last line is the answer
/** Measures one contender in a process of its own. Its argument and its last line are JSON. */
import { cpuMs } from "../../lib/cpu.ts";
import type { Assignment, Contender } from "./contenders/contender.ts";

/** Jobs before those that are measured, so that code is compiled and connections are open. */
const WARM_UP = 300;

type Open = (assignment: Assignment) => Promise<Contender>;

/** Each contender is loaded only where it is measured. */
const CONTENDERS: Readonly<Record<string, () => Promise<Open>>> = {
  pg_boss: async () => (await import("./contenders/pg_boss.ts")).openPgBoss,
  pg_boss_two_workers: async () => {
    const { openPgBoss } = await import("./contenders/pg_boss.ts");
    return (assignment) => openPgBoss(assignment, 2);
  },
  graphile_worker: async () => (await import("./contenders/graphile_worker.ts")).openGraphileWorker,
  nightshift_sql: async () => (await import("./contenders/nightshift_sql.ts")).openNightshiftSql,
  nightshift_agent: async () =>
    (await import("./contenders/nightshift_agent.ts")).openNightshiftAgent,
  nightshift_emails: async () =>
    (await import("./contenders/nightshift_emails.ts")).openNightshiftEmails,
};

const assignment: Assignment = JSON.parse(Deno.args[0] ?? "");
const { contender: name, workload, jobs } = assignment;
const load = CONTENDERS[name];
if (load === undefined) throw new Error(`There is no contender ${name}.`);
const open = await load();
await using contender = await open(assignment);
await contender.enqueue(WARM_UP);
await contender.drain(WARM_UP);
if (workload !== "insert") await contender.enqueue(jobs);
const cpuBefore = cpuMs();
const ms = await (workload === "insert" ? contender.enqueue(jobs) : contender.drain(jobs));
console.log(JSON.stringify({ ms, cpuMs: cpuMs() - cpuBefore }));
