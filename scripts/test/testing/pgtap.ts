import { Parser } from "tap-parser";
import { runPsqlScript } from "../../local/postgres/psql.ts";

/** One assertion of a pgTAP file. */
export interface Assertion {
  readonly name: string;
  readonly isSkipped: boolean;
  /** What did not hold, in pgTAP's words. */
  readonly failure?: string;
}

/** What a pgTAP file said. */
export interface PgtapReport {
  readonly assertions: readonly Assertion[];
  /** Why the file as a whole failed: psql's error, a wrong plan, no assertion. */
  readonly problem?: string;
}

/** Runs one file with psql, as it is. */
export async function runPgtapFile(
  binFolder: string,
  url: string,
  file: string,
): Promise<PgtapReport> {
  const { success, stdout, stderr } = await runPsqlScript(binFolder, url, file);
  const report = readTap(stdout);
  return success ? report : { ...report, problem: stderr.trim() };
}

/** Reads what pgTAP printed. */
export function readTap(tap: string): PgtapReport {
  const assertions: Assertion[] = [];
  for (const [event, data] of Parser.parse(tap)) {
    if (event === "assert") {
      const isSkipped = Boolean(data.skip || data.todo);
      const assertion = { name: data.name || `assertion ${data.id}`, isSkipped };
      const failure = { failure: assertion.name };
      assertions.push({ ...assertion, ...data.ok || isSkipped ? {} : failure });
    } else if (event === "comment") {
      explainLast(assertions, data);
    } else if (event === "complete") {
      // Failed assertions speak for themselves; what is left is about their number.
      const { plan, count } = data;
      if (count === 0 || plan.end !== count) {
        return { assertions, problem: `it planned ${plan.end ?? 0} assertions and ran ${count}` };
      }
    }
  }
  return { assertions };
}

/** Adds a line such as `#   have: 1` to the assertion that failed before it. */
function explainLast(assertions: Assertion[], comment: string): void {
  const last = assertions.at(-1);
  if (last?.failure === undefined || /^# (Failed test|Looks like)/.test(comment)) return;
  const line = comment.replace(/^# */, "").trimEnd();
  assertions[assertions.length - 1] = { ...last, failure: `${last.failure}\n${line}` };
}
