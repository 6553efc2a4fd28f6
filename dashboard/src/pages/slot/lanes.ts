/** A slot's story as lanes: who did what when, each instant a column, long waits folded. */
import { count, duration, plain } from "../../words.ts";
import { describeStatus } from "../tasks/task_words.ts";
import type { Story } from "./shapes.ts";

/** Who takes part, from the scheduled time to the emails. */
export const LANES = [
  "schedule",
  "database",
  "network",
  "function",
  "your workspace",
  "emails",
] as const;
export type Lane = (typeof LANES)[number];

/** Something that happened, at one time or from one to another; milliseconds since 1970. */
interface Span {
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly isBad: boolean;
}

/** A column of the grid; the first is 1. */
export interface Column {
  /** `+64 s` after the scheduled time, or how long a folded wait lasted. */
  readonly label: string;
  /** Nothing began or ended in it. */
  readonly isFold: boolean;
}

/** A span in its place: columns from `start` until before `end`, and a row within the lane. */
export interface Mark extends Omit<Span, "from" | "to"> {
  readonly start: number;
  readonly end: number;
  /** From 0. Marks of a lane that would overlap are below each other. */
  readonly row: number;
}

export interface LaneGrid {
  readonly columns: readonly Column[];
  readonly marks: readonly Mark[];
  /** How many rows each lane has, at least one. */
  readonly rows: Readonly<Record<Lane, number>>;
}

/** What is closer together than this is one column. */
const INSTANT_MS = 500;
/** A longer wait is folded. */
const FOLD_MS = 3_000;

/** Places everything that a story tells. */
export function layLanes(story: Story): LaneGrid {
  const spans = listSpans(story);
  const { columns, find } = makeColumns(spans, Date.parse(story.slot));
  const ends = Object.fromEntries(LANES.map((lane) => [lane, [] as number[]])) as Record<
    Lane,
    number[]
  >;
  const marks = spans.toSorted((a, b) => a.from - b.from || a.to - b.to).map((span): Mark => {
    const { lane, words, isBad } = span;
    const [start, end] = [find(span.from), find(span.to) + 1];
    const free = ends[lane].findIndex((taken) => taken <= start);
    const row = free < 0 ? ends[lane].length : free;
    ends[lane][row] = end;
    return { lane, words, isBad, start, end, row };
  });
  const rows = Object.fromEntries(LANES.map((lane) => [lane, Math.max(1, ends[lane].length)]));
  return { columns, marks, rows: rows as Record<Lane, number> };
}

function listSpans(story: Story): Span[] {
  const spans: Span[] = [];
  const add = (
    lane: Lane,
    words: string,
    from: string | null,
    { to, isBad = false }: { readonly to?: string | null; readonly isBad?: boolean } = {},
  ) => {
    if (from === null) return;
    const start = Date.parse(from);
    const span = { lane, words, isBad, from: start, to: Math.max(start, Date.parse(to ?? from)) };
    // A retry continues the same run, which all its attempts tell.
    if (!spans.some((one) => JSON.stringify(one) === JSON.stringify(span))) spans.push(span);
  };
  add("schedule", "expected", story.slot);
  for (const attempt of story.attempts) {
    const isBad = hasFailed(attempt);
    add("database", "pg_cron", attempt.cron_started_at, { to: attempt.cron_ended_at });
    if (hasNoRequest(attempt)) {
      const isWrong = attempt.verdict !== "skipped";
      add("database", plain(attempt.verdict), attempt.dispatched_at, { isBad: isWrong });
      continue;
    }
    add("database", attempt.kind === "tick" ? "request" : attempt.kind, attempt.dispatched_at);
    if (attempt.http_status !== null || isBad) {
      const words = attempt.http_status === null ? "no answer" : String(attempt.http_status);
      add("network", words, attempt.dispatched_at, { to: attempt.responded_at, isBad });
    }
    const status = describeStatus(attempt.run_status ?? "running");
    add("function", status, attempt.run_started_at, {
      to: attempt.run_ended_at,
      isBad: attempt.run_status === "failed",
    });
    const { ours } = attempt;
    if (ours === null) continue;
    add("your workspace", describeWork(ours), ours.started_at, {
      to: ours.ended_at,
      isBad: ours.failed > 0,
    });
  }
  for (const [at, amount] of countBatches(story)) add("emails", `${amount} saved`, at);
  return spans;
}

/** Whether nothing was asked of the function; what is said of a run then is only its log row. */
export function hasNoRequest({ verdict }: Pick<Story["attempts"][number], "verdict">): boolean {
  return ["skipped", "missed", "not_configured", "not_sent"].includes(verdict);
}

/** Whether a request did not reach the function, or was not accepted by it. */
export function hasFailed({ verdict }: Pick<Story["attempts"][number], "verdict">): boolean {
  return !["sent", "accepted"].includes(verdict);
}

function describeWork({ processed, failed }: { processed: number; failed: number }): string {
  if (failed > 0) return `${processed} read, ${failed} failed`;
  return processed === 0 ? "no email" : count(processed, "email");
}

/** How many emails were saved together, by the time. */
export function countBatches({ emails }: Pick<Story, "emails">): ReadonlyMap<string, number> {
  const batches = new Map<string, number>();
  for (const { extracted_at: at } of emails) batches.set(at, (batches.get(at) ?? 0) + 1);
  return batches;
}

function makeColumns(spans: readonly Span[], slot: number) {
  const columns: Column[] = [];
  const starts: { readonly at: number; readonly column: number }[] = [];
  let last = Number.NaN;
  for (const at of spans.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b)) {
    const open = starts.at(-1);
    if (open === undefined || at - open.at > INSTANT_MS) {
      if (at - last > FOLD_MS) {
        columns.push({ label: duration((at - last) / 1_000), isFold: true });
      }
      columns.push({ label: describeOffset((at - slot) / 1_000), isFold: false });
      starts.push({ at, column: columns.length });
    }
    last = at;
  }
  const find = (at: number) => starts.findLast((start) => start.at <= at)?.column ?? 1;
  return { columns, find };
}

function describeOffset(seconds: number): string {
  return seconds < 0 ? `−${duration(seconds)}` : seconds < 0.001 ? "0 s" : `+${duration(seconds)}`;
}
