/** Tasks in words. */
import { count } from "../../words.ts";
import type { Retries } from "./shapes.ts";

/** In the order in which charts stack them. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  completed: "completed",
  failed: "failed",
  partial_failure: "failed in part",
  cancelled: "cancelled",
  running: "running",
  pending: "pending",
};

export function describeStatus(status: string): string {
  return STATUS_WORDS[status] ?? status;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  forbidden: "you may not change it",
  runner_task: "its emails wait in the queue",
  task_not_found: "it is gone",
  task_not_retryable: "it has not failed",
  agent_not_open: "its agent takes no tasks of members",
  daily_quota_exceeded: "the quota of the day is used up",
  task_invalid: "its input is too large",
};

/** What came of retries, in a sentence. */
export function describeRetries({ outcome, results = [] }: Retries): string {
  if (outcome === "rate_limited") return "These are too many requests. Wait a minute.";
  if (outcome !== "ok") return "Nothing was retried.";
  const done = results.filter((result) => result.outcome === "ok").length;
  const others = [
    ...new Set(
      results.flatMap((result) =>
        result.outcome === "ok" ? [] : OUTCOMES[result.outcome] ?? result.outcome
      ),
    ),
  ];
  const said = done === 1 ? "1 task is retried." : `${count(done, "task")} are retried.`;
  return others.length === 0
    ? said
    : `${said} ${count(results.length - done, "task")} not: ${others.join(", ")}.`;
}
