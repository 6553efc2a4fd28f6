/** Why a slot began late: how long each part of its way took. */
import type { Story } from "./shapes.ts";

/** Longer than this after its time, a slot was late. */
export const LATE_SECONDS = 10;

/** A part of the way and what it took. */
export interface Cause {
  readonly name: "pg_cron" | "attempts that failed" | "pg_net" | "function";
  readonly seconds: number;
}

/** When the run began; undefined where none did. */
export function findBeginning({ attempts }: Pick<Story, "attempts">): string | undefined {
  return attempts.find(({ run_started_at: at }) => at !== null)?.run_started_at ?? undefined;
}

/** The parts of the way, in their order; together they are the lateness. Empty for no run. */
export function splitLateness({ slot, attempts }: Story): readonly Cause[] {
  const [first] = attempts;
  const began = findBeginning({ attempts });
  if (!first || !began) return [];
  const end = Date.parse(began);
  // The attempt that led to the run: the last one that was sent before it began.
  const sent = attempts.findLast((one) => Date.parse(one.dispatched_at) <= end) ?? first;
  const answered = sent.responded_at === null ? end : Date.parse(sent.responded_at);
  const times = [
    Date.parse(slot),
    Date.parse(first.dispatched_at),
    Date.parse(sent.dispatched_at),
    // The function answers after it began, or begins after it answered; clocks differ a little.
    Math.max(Date.parse(sent.dispatched_at), Math.min(answered, end)),
    end,
  ];
  const names = ["pg_cron", "attempts that failed", "pg_net", "function"] as const;
  return names.map((name, at): Cause => ({
    name,
    seconds: Math.max(0, ((times[at + 1] ?? end) - (times[at] ?? end)) / 1_000),
  }));
}
