/** A mail that was not taken in: where it stood, the problem code, and the server's sentence. */
export interface IntakeRefusal {
  /** A file, `file:line` for JSON lines, or `file#number` for an mbox. */
  readonly source: string;
  readonly code: string;
  readonly detail: string;
}

/** How many mails went which way: `offered` = `taken_in` + `duplicates` + `refused`. */
export interface IntakeCounts {
  readonly offered: number;
  readonly taken_in: number;
  /** Mails whose message id the workspace has already. */
  readonly duplicates: number;
  readonly refused: number;
}

/** What became of a load of mail. */
export interface IntakeReport extends IntakeCounts {
  readonly refusals: readonly IntakeRefusal[];
}

/** What became of one mail. */
export type IntakeResult = "taken_in" | "duplicate" | IntakeRefusal;

/** Adds up results; `report` is what has come so far. */
export interface Tally {
  add(result: IntakeResult): void;
  report(): IntakeReport;
}

/** A tally at zero. @param onProgress is told the counts after every mail. */
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

/** The report for a person: one line of counts, then every refusal up to `maxRefusals`. */
export function describeReport(report: IntakeReport, maxRefusals = 20): string {
  const { offered, taken_in: takenIn, duplicates, refused, refusals } = report;
  const shown = refusals.slice(0, maxRefusals);
  const left = refusals.length - shown.length;
  return [
    `Mails offered: ${offered}. Taken in: ${takenIn}, there already: ${duplicates}, ` +
    `refused: ${refused}.`,
    ...shown.map(({ source, code, detail }) => `  ${source}: ${code}: ${detail}`),
    ...(left > 0 ? [`  … and ${left} more; --json lists them all.`] : []),
  ].join("\n");
}
