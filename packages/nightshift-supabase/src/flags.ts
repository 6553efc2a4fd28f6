import { parseArgs } from "node:util";
import { DeployError } from "../../../scripts/deploy/deploy_error.ts";

/** The usage of `npx nightshift-supabase`. */
export const USAGE = `Usage: npx nightshift-supabase init [FOLDER] [options]
Adds Nightshift's migrations, Edge Functions and settings to a Supabase project.
  FOLDER              the folder that holds supabase/; the current one if left out
  --dry-run           list every file that would be written, and write nothing
  --single-migration  one migration instead of one for each theme
  --yes               do not ask for confirmation
  --version           print the version of this package
  --help              print this
It overwrites nothing of yours and asks no server. Running it again changes nothing.`;

/** The command line, checked. */
export interface Flags {
  readonly help: boolean;
  readonly version: boolean;
  readonly dryRun: boolean;
  readonly single: boolean;
  readonly yes: boolean;
  /** As it was given. */
  readonly folder: string;
}

/**
 * Reads the command line.
 * @throws {DeployError} `deploy_usage_invalid` one sentence on what is wrong, then the usage
 */
export function parseFlags(args: readonly string[]): Flags {
  const { values, positionals } = parse(args);
  const [command, folder = ".", ...rest] = positionals;
  const { help, version } = values;
  if (!help && !version) {
    if (command === undefined) throw invalid("Which command? There is one: init.");
    if (command !== "init") throw invalid(`There is no command "${command}".`);
    if (rest.length > 0) throw invalid(`Give one folder, not "${rest.join(" ")}" too.`);
  }
  return {
    help,
    version,
    dryRun: values["dry-run"],
    single: values["single-migration"],
    yes: values.yes,
    folder,
  };
}

function parse(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": flag,
        "single-migration": flag,
        "yes": flag,
        "version": flag,
        "help": flag,
      },
    });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function invalid(message: string): DeployError {
  return new DeployError("deploy_usage_invalid", `${message}\n\n${USAGE}`);
}
