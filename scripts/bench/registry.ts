import type { Benchmark } from "./benchmark.ts";
import { adversary } from "./adversary/measure.ts";
import { agents } from "./agents/measure.ts";
import { api } from "./api.ts";
import { apiFuzz } from "./api_fuzz.ts";
import { capacity } from "./capacity.ts";
import { chaos } from "./chaos.ts";
import { cleanup } from "./cleanup/measure.ts";
import { contacts } from "./contacts/measure.ts";
import { dashboardBrowser } from "./dashboard_browser/measure.ts";
import { dashboardQuestions } from "./dashboard_questions/measure.ts";
import { dashboardSize } from "./dashboard_size/measure.ts";
import { dashboard } from "./dashboard/measure.ts";
import { download } from "./download/measure.ts";
import { emailCpu } from "./email_cpu.ts";
import { firstHour } from "./first_hour/measure.ts";
import { jobsModel } from "./jobs_model/measure.ts";
import { mailboxes } from "./mailboxes/measure.ts";
import { plans } from "./plans/measure.ts";
import { rollup } from "./rollup/measure.ts";
import { steps } from "./steps/measure.ts";
import { tasksTable } from "./tasks_table.ts";
import { tick } from "./tick.ts";
import { timeline } from "./timeline.ts";
import { workspaceDeletion } from "./workspace_deletion.ts";
import { zones } from "./zones/measure.ts";

/** Every benchmark that `deno task bench` knows. */
export const BENCHMARKS: readonly Benchmark[] = [
  tasksTable,
  workspaceDeletion,
  tick,
  timeline,
  chaos,
  steps,
  jobsModel,
  mailboxes,
  agents,
  adversary,
  api,
  apiFuzz,
  capacity,
  emailCpu,
  zones,
  contacts,
  rollup,
  plans,
  cleanup,
  dashboardSize,
  download,
  firstHour,
  dashboard,
  dashboardBrowser,
  dashboardQuestions,
];

/** Finds a benchmark by its name. */
export function findBenchmark(name: string): Benchmark | undefined {
  return BENCHMARKS.find((benchmark) => benchmark.name === name);
}
