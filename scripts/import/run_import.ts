import { parseArgs } from "node:util";
import { CommandError } from "../lib/command.ts";
import { chooseTarget, type TargetDefaults } from "./choose_target.ts";
import { describeReport, type IntakeCounts } from "./intake_report.ts";
import { ImportError } from "./import_error.ts";
import { loadMail } from "./load_mail.ts";
import { countMail, requireMail } from "./mail_sources.ts";
import type { MailTarget } from "./post_mail.ts";
import type { ProgressBar } from "./progress_bar.ts";

/** What the command takes from outside. */
export interface ImportDeps extends TargetDefaults, Pick<MailTarget, "fetch" | "retryDelaysMs"> {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Null when the output is not a terminal. */
  readonly startProgressBar: ((total: number) => ProgressBar) | null;
}

const USAGE = `Usage: deno task import PATH… [--workspace ID] [--url URL] [--secret S] [--json]
Imports emails through the function inbound-email.
  PATH            an .eml file, a folder of them, an .mbox file, or a .jsonl or .jsonl.gz file
                  whose lines have a field "raw" (latin-1 text that stands for the bytes)
  --workspace ID  the workspace of the emails (default: the local stack's first)
  --url URL       base URL of the project (default: the local stack, else NIGHTSHIFT_URL)
  --secret S      CRON_SECRET or a secret key (default: the local stack's, else CRON_SECRET)
  --json          print one line of JSON instead of sentences
Exit code: 0 all imported or already there, 1 some rejected, 2 wrong usage or no connection.`;

/** Runs the command. @returns the exit code: 0, 1 or 2 as in the usage text. */
export async function runImport(args: readonly string[], deps: ImportDeps): Promise<number> {
  try {
    const { values: flags, positionals: paths } = parse(args);
    if (flags.help) {
      deps.print(USAGE);
      return 0;
    }
    if (paths.length === 0) throw new ImportError(`Which emails? Give a path.\n${USAGE}`);
    const target = await chooseTarget(flags, deps);
    await requireMail(paths);
    const report = await loadWithProgress(
      paths,
      target,
      flags.json ? null : deps.startProgressBar,
      {
        ...(deps.fetch ? { fetch: deps.fetch } : {}),
        ...(deps.retryDelaysMs ? { retryDelaysMs: deps.retryDelaysMs } : {}),
      },
    );
    deps.print(flags.json ? JSON.stringify(report) : describeReport(report));
    return report.refused > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (error instanceof ImportError && error.report && error.report.offered > 0) {
      deps.printError(`Stopped. ${describeReport(error.report)}`);
    }
    deps.printError(error.message);
    return 2;
  }
}

async function loadWithProgress(
  paths: readonly string[],
  target: MailTarget,
  startProgressBar: ImportDeps["startProgressBar"],
  options: Pick<MailTarget, "fetch" | "retryDelaysMs">,
) {
  const bar = startProgressBar?.(await countMail(paths));
  try {
    const onProgress = (counts: IntakeCounts) => bar?.update(counts);
    return await loadMail(paths, { ...target, ...options, onProgress });
  } finally {
    bar?.stop();
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        workspace: { type: "string" },
        url: { type: "string" },
        secret: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new ImportError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
