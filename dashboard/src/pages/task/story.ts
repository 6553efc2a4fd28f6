/** The life of a task in words. */
import { count, duration, money, plain } from "../../words.ts";
import { describeStatus } from "../tasks/task_words.ts";
import type { TaskStory } from "./shapes.ts";

/** Something that happened to a task. */
export interface LifeStep {
  readonly key: string;
  readonly at: string;
  readonly lane: string;
  readonly what: string;
  readonly tone: "" | "bad";
}

/** What became of it, in one sentence. */
export function tellTask({ task, job }: TaskStory): string {
  const name = plain(task.task_type);
  const who = task.agent_name === null ? "" : ` of ${task.agent_name}`;
  switch (task.status) {
    case "completed":
      return `The ${name}${who} completed in ${took(task.duration_ms)}.`;
    case "failed":
      return `The ${name}${who} failed after ${took(task.duration_ms)}.`;
    case "partial_failure":
      return `The ${name}${who} failed in part, after ${took(task.duration_ms)}.`;
    case "running":
      return `The ${name}${who} is running.`;
    case "pending":
      return job === null
        ? `The ${name}${who} has not started. It waits for its agent.`
        : `The ${name}${who} waits for its turn.`;
    default:
      return `The ${name}${who} was ${describeStatus(task.status)}.`;
  }
}

function took(milliseconds: number | null): string {
  return milliseconds === null ? "an unknown time" : duration(milliseconds / 1_000);
}

/** What happened when, the earliest first. */
export function listLife({ task, steps, calls, job }: TaskStory): readonly LifeStep[] {
  const life: LifeStep[] = [
    step("logged", task.created_at, "log", `logged, started by ${task.triggered_by}`),
  ];
  if (task.status !== "pending") {
    life.push(step("began", task.executed_at, "agent", `${task.agent_name ?? "the agent"} began`));
  }
  for (const { name, position, finished_at } of steps) {
    life.push(step(`step ${position}`, finished_at, "step", `step ${position} finished: ${name}`));
  }
  calls.forEach((call, at) =>
    life.push(step(`call ${at}`, call.at, "model", describeCall(call), call.outcome !== "ok"))
  );
  if (job?.cancel_requested_at) {
    life.push(step("stop", job.cancel_requested_at, "person", "somebody asked for its end"));
  }
  if (task.completed_at !== null) {
    life.push(step(
      "end",
      task.completed_at,
      "agent",
      describeStatus(task.status),
      task.status === "failed" || task.status === "partial_failure",
    ));
  }
  return life.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function describeCall(call: TaskStory["calls"][number]): string {
  const parts = [
    `${call.model}: ${call.outcome === "ok" ? "answered" : plain(call.outcome)}`,
    call.emails > 0 ? count(call.emails, "email") : "",
    call.tokens_in === null ? "" : `${call.tokens_in.toLocaleString("en-US")} tokens in`,
    call.tokens_out === null ? "" : `${call.tokens_out.toLocaleString("en-US")} out`,
    money(call.usd),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** How a job waits or is tried again; null where there is nothing to say. */
export function tellJob({ job }: TaskStory): string | null {
  if (job === null) return null;
  const attempt = `Attempt ${job.attempt} of ${job.max_attempts} of the agent ${job.agent}.`;
  if (job.state === "ready" && job.before !== null) {
    const waits = job.before === 0
      ? "It is next in this workspace."
      : `${count(job.before, "job")} of this workspace ${
        job.before === 1 ? "is" : "are"
      } before it.`;
    return job.attempt === 0
      ? `It waits for the agent ${job.agent}. ${waits}`
      : `${attempt} ${waits}`;
  }
  return job.attempt === 0 ? `It waits for the agent ${job.agent}.` : attempt;
}

function step(key: string, at: string, lane: string, what: string, isBad = false): LifeStep {
  return { key, at, lane, what, tone: isBad ? "bad" : "" };
}
