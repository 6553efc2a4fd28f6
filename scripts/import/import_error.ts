import type { IntakeReport } from "./intake_report.ts";

/** The import cannot go on: wrong usage, no connection, or a server that refuses the caller. */
export class ImportError extends Error {
  /** @param report what had been done when it stopped; absent when nothing had begun. */
  constructor(message: string, readonly report?: IntakeReport) {
    super(message);
    this.name = "ImportError";
  }
}
