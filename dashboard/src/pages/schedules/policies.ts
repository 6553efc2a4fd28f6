/** Policies and punctuality of schedules in sentences. */
import { count, duration } from "../../words.ts";
import type { Agent, Schedule, Watch } from "./shapes.ts";

/** What happens when something goes wrong, a sentence each. */
export function describePolicies(schedule: Schedule): readonly string[] {
  const window = duration(schedule.missed_window_seconds);
  const missed = {
    skip: "A missed time is recorded and not made up for.",
    run_once: `Of missed times, the latest one runs, if it is at most ${window} old.`,
    backfill: `Every missed time runs, oldest first, if it is at most ${window} old.`,
  }[schedule.missed_policy];
  const overlap = schedule.overlap_policy === "skip"
    ? "While a run is unfinished, the next time is skipped."
    : "A run may begin while another is unfinished.";
  const attempts = schedule.max_attempts === 1
    ? "It is tried once."
    : `It is tried up to ${count(schedule.max_attempts, "time")}.`;
  const parallel = schedule.max_parallel_runs > 1
    ? [`With a large backlog, up to ${schedule.max_parallel_runs} runs work at the same time.`]
    : [];
  return [missed, overlap, attempts, ...parallel];
}

/** How punctual a schedule was for 7 days. */
export function describeLateness({ late }: Pick<Schedule, "late">): string {
  if (late.slots === 0) return "No scheduled time in the last 7 days.";
  const missed = late.missed > 0 ? ` ${late.missed} missed.` : "";
  if (late.median === null) return `${count(late.slots, "scheduled time")} in 7 days.${missed}`;
  return `${count(late.slots, "scheduled time")} in 7 days. Half began within ${
    duration(late.median)
  }, 95% within ${duration(late.p95 ?? 0)}, the worst after ${duration(late.worst ?? 0)}.${missed}`;
}

/** Who may give an agent work. */
export const ENQUEUE_WORDS: Readonly<Record<Agent["enqueue_policy"], string>> = {
  service: "the project alone",
  owners: "owners and admins",
  members: "members",
};

/** What is expected of a watched job. */
export function describeExpectation(watch: Watch): string {
  const parts = [
    watch.expected_every_seconds === null
      ? watch.cron_expression === null ? "" : `${watch.cron_expression} (${watch.time_zone})`
      : `every ${duration(watch.expected_every_seconds)}`,
    watch.grace_seconds > 0 ? `${duration(watch.grace_seconds)} late is fine` : "",
    watch.max_runtime_seconds === null ? "" : `ends within ${duration(watch.max_runtime_seconds)}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** How a watched job is: a word, and whether it is good. */
export function describeWatch(watch: Watch): { readonly word: string; readonly tone: string } {
  if (!watch.enabled) return { word: "paused", tone: "" };
  if (watch.problem === "missed") return { word: "did not report", tone: "bad" };
  if (watch.problem !== null) return { word: "failed", tone: "bad" };
  if (watch.running_since !== null) return { word: "running", tone: "" };
  return watch.last_status === null
    ? { word: "nothing reported yet", tone: "" }
    : { word: "works", tone: "good" };
}
