import type { Outcome } from "./outcome.ts";

/**
 * Reads the output of `pg_prove --verbose --merge` line by line: one outcome for each assertion, and
 * one failure more for a file that died or ran other than the planned number.
 */
export class TapReader {
  readonly #outcomes: Outcome[] = [];
  readonly #waiting: Set<string>;
  #file: string | undefined;
  /** Lines that are no assertion since the last one: diagnostics, errors of psql. */
  #remarks: string[] = [];
  #failedInFile = 0;

  /** @param files the files given to pg_prove, as given */
  constructor(files: readonly string[]) {
    this.#waiting = new Set(files);
  }

  /** Takes one line; answers the outcomes of a file when the line ends it. */
  read(line: string): readonly Outcome[] | undefined {
    const heading = /^(.+?) \.{2,} ?$/.exec(line)?.[1];
    if (heading !== undefined && this.#waiting.delete(heading)) {
      this.#file = heading;
      this.#remarks = [];
      this.#failedInFile = 0;
    } else if (this.#file !== undefined) {
      return this.#readInside(this.#file, line);
    }
    return undefined;
  }

  /** All outcomes; files that never came are failures. */
  finish(): Outcome[] {
    for (const file of [...this.#waiting, ...(this.#file === undefined ? [] : [this.#file])]) {
      this.#add(file, "ended early", "failed", this.#remarks.join("\n"));
    }
    return this.#outcomes;
  }

  #readInside(file: string, line: string): readonly Outcome[] | undefined {
    const assertion = /^(not )?ok \d+(?: - )?(.*?)\s*(?:# (SKIP|TODO)\b ?(.*))?$/i.exec(line);
    if (assertion !== null) {
      const [, not, name = "", directive, reason] = assertion;
      this.#remarks = [];
      if (directive !== undefined) this.#add(file, name || "assertion", "skipped", reason);
      else this.#add(file, name || "assertion", not === undefined ? "passed" : "failed");
      if (not !== undefined && directive === undefined) this.#failedInFile += 1;
      return undefined;
    }
    if (/^(ok|Dubious, |Failed \d+\/\d+ subtests|No subtests run|All \d+ subtests )/.test(line)) {
      return this.#endFile(file, line);
    }
    this.#remarks.push(line);
    if (line.startsWith("#")) this.#explainLast(file, line);
    return undefined;
  }

  #endFile(file: string, line: string): readonly Outcome[] {
    const failed = Number(/^Failed (\d+)\//.exec(line)?.[1] ?? 0);
    const isBroken = /^(Dubious|No subtests)/.test(line) || failed > this.#failedInFile;
    if (isBroken) this.#add(file, "ended early", "failed", [...this.#remarks, line].join("\n"));
    this.#file = undefined;
    return this.#outcomes.filter((outcome) => outcome.file === file);
  }

  #add(file: string, name: string, state: Outcome["state"], detail?: string): void {
    const outcome = { part: "pgtap", file, name, state };
    this.#outcomes.push(detail ? { ...outcome, detail } : outcome);
  }

  #explainLast(file: string, line: string): void {
    const last = this.#outcomes.at(-1);
    if (last === undefined || last.file !== file || last.state !== "failed") return;
    if (/^# (Failed test|Looks like)/.test(line)) return;
    const detail = [last.detail, line.replace(/^# */, "")].filter(Boolean).join("\n");
    this.#outcomes[this.#outcomes.length - 1] = { ...last, detail };
  }
}
