/** The state of the project and the journal in words. */
import { count, describePeriod, duration, money, plain } from "../../words.ts";
import type { Action, Budget, Project, ProjectAlert } from "./shapes.ts";

/** One sentence on the project, worst first. */
export function describeProject({ health, problems, schedules }: Project): {
  readonly tone: "good" | "attention" | "bad";
  readonly sentence: string;
} {
  const paused = schedules.filter(({ enabled }) => !enabled).length;
  if (problems[0]) return { tone: "bad", sentence: problems[0].message };
  if (["late", "failing", "stuck"].includes(health.status)) {
    return {
      tone: "bad",
      sentence: `The email runner is ${health.status}. ${health.reason ?? ""}`.trim(),
    };
  }
  if (schedules.length > 0 && paused === schedules.length) {
    return { tone: "attention", sentence: "Everything is stopped: every schedule is paused." };
  }
  const on = `${count(schedules.length - paused, "schedule")} on, ${paused} paused.`;
  return health.status === "ok"
    ? { tone: "good", sentence: `The project works. ${on}` }
    : { tone: "attention", sentence: `Nothing is wrong, and nothing has run yet. ${on}` };
}

/** Limits of a budget. */
export function describeLimits({ daily_usd: daily, monthly_usd: monthly }: {
  readonly daily_usd: number | null;
  readonly monthly_usd: number | null;
}): string {
  const limits = [
    daily === null ? "" : `${money(daily)} a day`,
    monthly === null ? "" : `${money(monthly)} a month`,
  ].filter((limit) => limit !== "");
  return limits.length === 0 ? "no limit" : limits.join(", ");
}

/** What is spent of it in each period. */
export function describeSpent({ spent }: Budget): string {
  const said = Object.entries(spent).map(([period, { spent_usd, reserved_usd }]) => {
    const reserved = reserved_usd > 0 ? `, ${money(reserved_usd)} set aside` : "";
    return `${money(spent_usd)} ${describePeriod(period)}${reserved}`;
  });
  return said.length === 0 ? "nothing" : said.join("; ");
}

export const DELIVERY_WORDS: Readonly<Record<ProjectAlert["delivery"], string>> = {
  delivered: "delivered",
  under_way: "is being sent",
  given_up: "given up",
};

/** Why a run that was asked for was not sent; undefined when it was. */
export function explainUnsent(outcome: string): string | undefined {
  const reasons: Readonly<Record<string, string>> = {
    not_configured: "It was not sent: secrets are missing in Vault. Its system row says which.",
    not_sent: "It could not be sent. Its system row says why.",
  };
  return reasons[outcome];
}

/** A line of the journal: what was done. */
export function describeAction({ act, subject, before, after }: Action): string {
  const on = subject ?? "the project";
  switch (act) {
    case "operator_added":
      return `${on} became an operator`;
    case "operator_removed":
      return `${on} is no operator any more`;
    case "schedule_run":
      return `ran ${on} (${plain(String(after?.["outcome"] ?? "unknown"))})`;
    case "all_paused":
      return `stopped everything (${after?.["paused"] ?? 0} schedules)`;
    case "budget_set":
      return `set the budget of ${subject === null ? "the project" : "a workspace"}: ${
        describeChange(before, after)
      }`;
    default:
      return `changed ${on}: ${describeChange(before, after)}`;
  }
}

/** What differs, as it was and as it is. */
function describeChange(before: Action["before"], after: Action["after"]): string {
  const said = Object.entries(after ?? {})
    .filter(([key, value]) => before === null || before[key] !== value)
    .map(([key, value]) => {
      const old = before === null ? "" : `${show(before[key])} → `;
      return `${plain(key)} ${old}${show(value)}`;
    });
  return said.join(", ") || "nothing";
}

function show(value: unknown): string {
  return value === null || value === undefined ? "none" : String(value);
}

/** Whether two times are about the same distance apart as the next three of a schedule. */
export function describeGap(times: readonly string[]): string {
  const [first, second] = times;
  if (first === undefined) return "It has no scheduled time within a year.";
  if (second === undefined) return "It has one scheduled time within a year.";
  const seconds = (Date.parse(second) - Date.parse(first)) / 1_000;
  return `The first two are ${duration(seconds)} apart.`;
}
