import { ImportError } from "./import_error.ts";
import { createTally, type IntakeCounts, type IntakeReport } from "./intake_report.ts";
import { readMailSources } from "./mail_sources.ts";
import { type MailTarget, postMail } from "./post_mail.ts";

/** Keeps a function host busy without queueing in front of it. */
const CONCURRENCY = 4;

export interface LoadOptions extends MailTarget {
  /** Told the counts after every email. */
  readonly onProgress?: (counts: IntakeCounts) => void;
}

/**
 * Offers every email under the paths to `inbound-email`, four at a time. A rejected email stops
 * nothing.
 * @throws {ImportError} when a path is wrong, nobody answers, or the server refuses the caller or
 * the workspace; its `report` says what was done until then.
 */
export async function loadMail(
  paths: readonly string[],
  options: LoadOptions,
): Promise<IntakeReport> {
  const tally = createTally(options.onProgress);
  const sources = readMailSources(paths, tally.add);
  const workers = Array.from({ length: CONCURRENCY }, async function offerMails() {
    // A throw here closes the shared generator, and with it the other workers' loops.
    for await (const mail of sources) tally.add(await postMail(mail, options));
  });
  for (const outcome of await Promise.allSettled(workers)) {
    if (outcome.status === "fulfilled") continue;
    if (!(outcome.reason instanceof ImportError)) throw outcome.reason;
    throw new ImportError(outcome.reason.message, tally.report());
  }
  return tally.report();
}
