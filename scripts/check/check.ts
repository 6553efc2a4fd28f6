export { ROOT } from "../lib/list_files.ts";

/** One thing to correct. */
export interface Finding {
  /** Path from the repository's root. */
  readonly file: string;
  /** Counted from 1; absent when the finding is about the whole file. */
  readonly line?: number;
  /** What is wrong and what is right instead. */
  readonly message: string;
}

/** One part of the gate. */
export interface Check {
  /** One word, which also selects the check on the command line. */
  readonly name: string;
  /** What holds when it finds nothing. */
  readonly promise: string;
  /** Finds what is to correct; nothing when all is well. */
  run(): Promise<readonly Finding[]>;
  /** Says why the check cannot run on this machine; undefined when it can. */
  readonly findObstacle?: () => Promise<string | undefined>;
  /** Rewrites what the check compares, for `deno task ok --write`. */
  readonly write?: () => Promise<void>;
}

/** `file:line: message`, as editors and terminals link it. */
export function describeFinding(finding: Finding): string {
  const place = finding.line === undefined ? finding.file : `${finding.file}:${finding.line}`;
  return `${place}: ${finding.message}`;
}
