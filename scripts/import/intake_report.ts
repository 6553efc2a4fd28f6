/** An email that was rejected: where it came from, the problem code, and the server's sentence. */
export interface IntakeRefusal {
  /** A file, `file:line` for JSON lines, or `file#number` for an mbox. */
  readonly source: string;
  readonly code: string;
  readonly detail: string;
}

/** Counts of emails: `offered` = `taken_in` + `duplicates` + `refused`. */
export interface IntakeCounts {
  readonly offered: number;
  readonly taken_in: number;
  /** Emails whose Message-ID the workspace already has. */
  readonly duplicates: number;
  readonly refused: number;
}

/** What happened to the emails of one load. */
export interface IntakeReport extends IntakeCounts {
  readonly refusals: readonly IntakeRefusal[];
}

/** What happened to one email. */
export type IntakeResult = "taken_in" | "duplicate" | IntakeRefusal;

/** Adds up results. `report` returns the counts so far. */
export interface Tally {
  add(result: IntakeResult): void;
  report(): IntakeReport;
}

/** A tally at zero. @param onProgress is called with the counts after every email. */
export function createTally(onProgress: (counts: IntakeCounts) => void = () => {}): Tally {
  const counts = { offered: 0, taken_in: 0, duplicates: 0, refused: 0 };
  const refusals: IntakeRefusal[] = [];
  return {
    add(result) {
      counts.offered += 1;
      if (result === "taken_in") counts.taken_in += 1;
      else if (result === "duplicate") counts.duplicates += 1;
      else counts.refused = refusals.push(result);
      onProgress({ ...counts });
    },
    report: () => ({ ...counts, refusals: [...refusals] }),
  };
}

/** The report for a person: one line of counts, then every rejected email up to `maxRefusals`. */
export function describeReport(report: IntakeReport, maxRefusals = 20): string {
  const { offered, taken_in: takenIn, duplicates, refused, refusals } = report;
  const shown = refusals.slice(0, maxRefusals);
  const left = refusals.length - shown.length;
  return [
    `Emails offered: ${offered}. Imported: ${takenIn}, already there: ${duplicates}, ` +
    `rejected: ${refused}.`,
    ...shown.map(({ source, code, detail }) => `  ${source}: ${code}: ${detail}`),
    ...(left > 0 ? [`  … and ${left} more; --json lists them all.`] : []),
  ].join("\n");
}
