/** A slot's story in words: one sentence, then its steps in their order. */
import { clockTime, count, describeVerdict, duration } from "../../words.ts";
import { countBatches, hasFailed, type Lane } from "./lanes.ts";
import { findBeginning, LATE_SECONDS } from "./lateness.ts";
import type { Story } from "./shapes.ts";

/** One step on the way of a slot. */
export interface Step {
  readonly key: string;
  readonly at: string;
  /** Who did it. */
  readonly lane: Lane;
  readonly what: string;
  readonly tone: "" | "bad";
  /** After the scheduled time. */
  readonly offsetSeconds: number;
}

/** The story in one sentence. */
export function tellStory(story: Story): string {
  const ours = story.attempts.flatMap((attempt) => attempt.ours ? [attempt.ours] : []);
  const read = ours.reduce((sum, { processed }) => sum + processed, 0);
  const failed = ours.reduce((sum, one) => sum + one.failed, 0);
  const began = findBeginning(story);
  const run = `The run of ${clockTime(story.slot)}`;
  if (story.state === "missed") {
    return `${run} was missed: no tick came, and it was not made up for.`;
  }
  if (story.state === "skipped") return `${run} was skipped.`;
  if (!began) {
    const last = story.attempts.at(-1);
    return `${run} did not happen: ${describeVerdict(last?.verdict ?? "sent")}.`;
  }
  const late = (Date.parse(began) - Date.parse(story.slot)) / 1_000;
  const when = late > LATE_SECONDS
    ? `began ${duration(late)} late${explainLateness(story)}`
    : "began on time";
  const work = ours.length === 0
    ? "there was nothing to do for this workspace"
    : `${count(read, "email")} read, ${failed === 0 ? "none" : failed} failed`;
  return `${run} ${when}; ${work}.`;
}

/** The part of the way that took longest. */
function explainLateness({ attempts, slot }: Story): string {
  const [first] = attempts;
  if (first === undefined) return "";
  if (attempts.some(({ kind }) => kind === "retry")) {
    return `, because at first ${describeVerdict(first.verdict)}`;
  }
  if (first.kind === "missed") return ", because no tick came";
  const dispatched = (Date.parse(first.dispatched_at) - Date.parse(slot)) / 1_000;
  return dispatched > LATE_SECONDS
    ? `, because pg_cron came ${duration(dispatched)} late`
    : ", because the function began late";
}

/** The steps, earliest first. */
export function listSteps(story: Story): Step[] {
  const steps: Step[] = [];
  const add = (
    key: string,
    at: string | null,
    lane: Step["lane"],
    what: string,
    tone: Step["tone"] = "",
  ) => {
    // A retry continues the same run, which all its attempts tell.
    if (at === null || steps.some((one) => one.at === at && one.what === what)) return;
    const offsetSeconds = (Date.parse(at) - Date.parse(story.slot)) / 1_000;
    steps.push({ key, at, lane, what, tone, offsetSeconds });
  };
  add("slot", story.slot, "schedule", "This is its scheduled time.");
  for (const [index, attempt] of story.attempts.entries()) {
    const name = attempt.kind === "tick" ? "the request" : `a request (${attempt.kind})`;
    const isBad = hasFailed(attempt);
    add(`${index}c`, attempt.cron_started_at, "database", "pg_cron began the tick.");
    add(`${index}d`, attempt.dispatched_at, "database", `The database handed ${name} over.`);
    // Work of the database needs no request.
    if (attempt.http_status !== null || isBad) {
      add(
        `${index}r`,
        attempt.responded_at ?? attempt.dispatched_at,
        "network",
        `${attempt.http_status ?? "No status"}: ${describeVerdict(attempt.verdict)}.`,
        isBad ? "bad" : "",
      );
    }
    if (attempt.kind !== "retry" || index === story.attempts.length - 1) {
      add(`${index}b`, attempt.run_started_at, "function", "The run began.");
      add(`${index}e`, attempt.run_ended_at, "function", `The run ended: ${attempt.run_status}.`);
    }
    add(`${index}t`, attempt.retry_at, "database", "It will be tried again.");
    const { ours } = attempt;
    if (ours) {
      const done = `${count(ours.processed, "email")} read, ${ours.failed} failed.`;
      add(
        `${index}o`,
        ours.ended_at ?? ours.started_at,
        "your workspace",
        ours.message ? `${done} ${ours.message}` : done,
        ours.failed > 0 ? "bad" : "",
      );
    }
  }
  for (const [at, amount] of countBatches(story)) {
    add(`e${at}`, at, "emails", `${count(amount, "email")} saved.`);
  }
  return steps.toSorted((a, b) => a.offsetSeconds - b.offsetSeconds);
}
