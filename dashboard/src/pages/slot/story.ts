/** A slot's story in words: one sentence, then its steps in their order. */
import { capitalize, clockTime, count, describeVerdict, duration } from "../../words.ts";
import { describeStatus } from "../tasks/task_words.ts";
import { countBatches, hasFailed, hasNoRequest, type Lane } from "./lanes.ts";
import { findBeginning, LATE_SECONDS, splitLateness } from "./lateness.ts";
import type { Story } from "./shapes.ts";

type Attempt = Story["attempts"][number];

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
  const last = story.attempts.at(-1);
  if (story.state === "skipped") {
    return last?.verdict === "skipped"
      ? `${run} was ${describeVerdict(last.verdict)}.`
      : `${run} was skipped.`;
  }
  if (!began) return `${run} did not happen: ${describeVerdict(last?.verdict ?? "sent")}.`;
  const late = (Date.parse(began) - Date.parse(story.slot)) / 1_000;
  const when = late > LATE_SECONDS
    ? `began ${duration(late)} late${explainLateness(story)}`
    : "began on time";
  const work = ours.length > 0
    ? `; ${tellWork(read, failed)}`
    // Whether there was anything to do is not known of a run that failed or has not ended.
    : story.state === "failed" || story.state === "running"
    ? ""
    : "; there was nothing to do for this workspace";
  return `${run} ${when}${tellEnd(story)}${work}.`;
}

/** `55 emails read, none failed`. */
function tellWork(read: number, failed: number): string {
  if (read + failed === 0) return "no email was read";
  return `${read === 0 ? "no email" : count(read, "email")} read, ${
    failed === 0 ? "none" : failed
  } failed`;
}

/** How it ended, where that is not how it should. */
function tellEnd({ state, attempts }: Story): string {
  if (state === "partial") return " and was done in part";
  if (state === "running") return " and is still running";
  if (state !== "failed") return "";
  const last = attempts.at(-1);
  const tries = attempts.filter(({ kind }) => kind === "retry").length + 1;
  const after = tries === 1 ? "" : ` after ${count(tries, "attempt")}`;
  return last && hasFailed(last)
    ? ` and failed${after}: ${describeVerdict(last.verdict)}`
    : ` and failed${after}`;
}

/** The part of the way that took longest. */
function explainLateness(story: Story): string {
  const [first] = story.attempts;
  if (first === undefined) return "";
  if (story.attempts.some(({ kind }) => kind === "retry")) {
    return `, because at first ${describeVerdict(first.verdict)}`;
  }
  if (first.kind === "missed") return ", because no tick came";
  const cause = splitLateness(story).toSorted((a, b) => b.seconds - a.seconds)[0];
  switch (cause?.name) {
    case "pg_cron":
      return `, because pg_cron came ${duration(cause.seconds)} late`;
    case "pg_net":
      return `, because pg_net took ${duration(cause.seconds)} for the request`;
    default:
      return ", because the function began late";
  }
}

function tellRunEnd({ run_status: status }: Attempt): readonly [string, Step["tone"]] {
  const isBad = status === "failed" || status === "partial_failure";
  return [`The run ended: ${describeStatus(status ?? "running")}.`, isBad ? "bad" : ""];
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
    const name = attempt.kind === "tick" ? "the request" : "a request";
    const kind = attempt.kind === "tick" ? "" : ` (${attempt.kind})`;
    const isBad = hasFailed(attempt);
    add(`${index}c`, attempt.cron_started_at, "database", "pg_cron began the tick.");
    if (hasNoRequest(attempt)) {
      const said = `${capitalize(describeVerdict(attempt.verdict))}.`;
      const isWrong = attempt.verdict !== "skipped";
      add(`${index}d`, attempt.dispatched_at, "database", said, isWrong ? "bad" : "");
      continue;
    }
    const handed = `The database handed ${name} to pg_net${kind}.`;
    add(`${index}d`, attempt.dispatched_at, "database", handed);
    // Work of the database needs no request.
    if (attempt.http_status !== null || isBad) {
      add(
        `${index}r`,
        attempt.responded_at ?? attempt.dispatched_at,
        "network",
        attempt.http_status === null
          ? `${capitalize(describeVerdict(attempt.verdict))}.`
          : `${attempt.http_status}: ${describeVerdict(attempt.verdict)}.`,
        isBad ? "bad" : "",
      );
    }
    if (attempt.kind !== "retry" || index === story.attempts.length - 1) {
      add(`${index}b`, attempt.run_started_at, "function", "The run began.");
      add(`${index}e`, attempt.run_ended_at, "function", ...tellRunEnd(attempt));
    }
    add(`${index}t`, attempt.retry_at, "database", "It will be tried again.");
    const { ours } = attempt;
    if (ours) {
      const done = `${capitalize(tellWork(ours.processed, ours.failed))}.`;
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
