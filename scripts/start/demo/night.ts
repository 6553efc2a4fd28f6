import type { Stack } from "../../local/stack.ts";
import { readSql } from "./read_sql.ts";

/** What went wrong at one scheduled time, counted back from now in half hours. */
interface Fault {
  readonly halfHoursAgo: number;
  readonly verdict: string;
  readonly status: string;
  /** How long after its time pg_cron came. */
  readonly cronSeconds?: number;
  /** How long after its time the run began. */
  readonly runSeconds?: number;
  /** How long after its time the request was sent again. */
  readonly retrySeconds?: number;
  readonly failedEmails?: number;
  readonly message?: string;
}

/** A day with one fault of each kind; every other scheduled time is on time. */
const FAULTS: readonly Fault[] = [
  { halfHoursAgo: 4, verdict: "accepted", status: "completed", cronSeconds: 64, runSeconds: 65 },
  { halfHoursAgo: 9, verdict: "missed", status: "" },
  { halfHoursAgo: 14, verdict: "unreachable", status: "completed", retrySeconds: 125 },
  {
    halfHoursAgo: 19,
    verdict: "accepted",
    status: "partial_failure",
    failedEmails: 2,
    message: "2 emails could not be read: the model refused them twice.",
  },
  {
    halfHoursAgo: 25,
    verdict: "timed_out",
    status: "failed",
    message: "The function did not answer within 60 s, in 3 attempts.",
  },
  { halfHoursAgo: 30, verdict: "skipped", status: "cancelled" },
  { halfHoursAgo: 36, verdict: "server_error", status: "completed", retrySeconds: 62 },
  { halfHoursAgo: 41, verdict: "accepted", status: "completed", runSeconds: 23 },
];

/** Writes the day before now: history cannot be lived through, so its rows are made. */
export async function writeNight(
  { database }: Stack,
  workspaceIds: readonly string[],
): Promise<void> {
  await database.query(
    await readSql("night.sql"),
    [workspaceIds, JSON.stringify(FAULTS)],
  );
}
