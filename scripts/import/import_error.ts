import { CommandError } from "../lib/command.ts";
import type { IntakeReport } from "./intake_report.ts";

/** The import cannot go on: wrong usage, no connection, or a server that refuses the caller. */
export class ImportError extends CommandError {
  override readonly name = "ImportError";

  /** @param report what had been done when it stopped; absent when nothing had begun. */
  constructor(message: string, readonly report?: IntakeReport) {
    super(message, 2);
  }
}
