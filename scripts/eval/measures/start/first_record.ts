// deno-lint-ignore-file no-console -- prints one figure
/**
 * Run by the measure `cold-start`: reads one email and prints the CPU ms of the process until then.
 */
import { analyzeByRules } from "../../../../supabase/functions/continuous-intelligence/analyzers/rules.ts";
import { processCpuMs } from "./process_cpu.ts";

const analysis = analyzeByRules({
  emailId: "1",
  workspaceId: "1",
  fromEmail: "mira.holt@example.com",
  fromName: "Mira Holt",
  subject: "Quote for the new ovens",
  bodyText:
    "Hi Jonas,\n\nthank you for the call on Tuesday. Could you send us a quote for two ovens by " +
    "Friday, 27 November? Our budget is about €12,500, and we would need them before Christmas.\n" +
    "Does next Monday at 3pm work for a short call?\n\nBest regards,\nMira Holt\nHead of " +
    "Purchasing\n" +
    "Harbour Bakery\n+44 20 7946 0123\n",
  bodyHtml: null,
  headers: {},
  receivedAt: "2026-11-18T09:00:00Z",
  attempt: 1,
});
if (!analysis.ok) throw new Error(analysis.error);
console.log(processCpuMs().toFixed(1));
