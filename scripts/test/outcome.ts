/** How one test, assertion or check ended. */
export interface Outcome {
  /** Which part of the run it belongs to: `ok`, `deno` or `pgtap`. */
  readonly part: string;
  /** File or check, as a filter would name it. */
  readonly file: string;
  /** What was to hold. */
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped; may have several lines. */
  readonly detail?: string;
}

/** How many outcomes of each kind there are. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts outcomes by state. */
export function countOutcomes(outcomes: readonly Outcome[]): Tally {
  const count = (wanted: Outcome["state"]) =>
    outcomes.filter(({ state }) => state === wanted).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

/** The last line of every test run; other tools read it. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run is good when nothing failed and something ran. */
export function isGood({ passed, failed }: Tally): boolean {
  return failed === 0 && passed > 0;
}

/** Everything that failed, and what was skipped for a reason, in words; empty when there is none. */
export function describeTrouble(outcomes: readonly Outcome[]): string[] {
  const lines: string[] = [];
  const failed = outcomes.filter(({ state }) => state === "failed");
  if (failed.length > 0) lines.push("", "Failed:", ...failed.flatMap(describeOutcome));
  const skipped = outcomes.filter(({ state, detail }) => state === "skipped" && detail);
  if (skipped.length > 0) lines.push("", "Skipped:", ...skipped.flatMap(describeOutcome));
  return lines;
}

/** Beyond this a failure's own report, further up, is the better reading. */
const DETAIL_LINES = 12;

function describeOutcome({ file, name, detail }: Outcome): string[] {
  const details = (detail ?? "").trimEnd().split("\n").filter((line) => line.trim() !== "");
  return [`  ${file}: ${name}`, ...details.slice(0, DETAIL_LINES).map((line) => `      ${line}`)];
}
