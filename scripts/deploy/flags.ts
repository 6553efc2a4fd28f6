import { parseArgs } from "node:util";
import { DeployError } from "./deploy_error.ts";

/** The usage of `deno task deploy`. */
export const USAGE = `Usage: deno task deploy [--project-ref REF] [options]
  --project-ref REF    the project, as in https://REF.supabase.co; asked for when it is left out
  --dry-run            print what would be done, and check what can be checked on this machine;
                       without a project it needs no credentials at all
  --into PATH          copy migrations and functions into the folder that holds your own supabase/,
                       and deploy from there
  --settings PATH      set these settings of the functions too (names: .env.example)
  --project-url URL    where the functions are reached; https://REF.supabase.co if left out
  --database-url URL   connection for migrations, such as the pooler's; the password in PGPASSWORD
  --replace-functions  replace functions of the same names that this command did not deploy
  --operator EMAIL     let this account run the project from the dashboard
  --rotate-secret      give functions and database a new CRON_SECRET; an interrupted one is finished
  --keep-previous      with it: the former secret stays valid until --rotate-secret runs again
  --undo               remove functions, secrets, cron jobs and schema of Nightshift, with its data
  --yes                do not ask for confirmation
Credentials: SUPABASE_ACCESS_TOKEN, or \`npx -y supabase@3.1.0 login\` before.
CRON_SECRET, when it is set, becomes the secret; otherwise one is generated.`;

/** What is asked of the command. */
export type Action = "deploy" | "rotate" | "undo";

/** The command line, checked. */
export interface Flags {
  readonly action: Action;
  readonly help: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly keepPrevious: boolean;
  readonly replaceFunctions: boolean;
  readonly projectRef?: string;
  readonly into?: string;
  readonly settingsFile?: string;
  /** Email address of an account. */
  readonly operator?: string;
  /** Without a slash at its end. */
  readonly projectUrl?: string;
  readonly databaseUrl?: string;
}

/**
 * Reads the command line.
 * @throws {DeployError} `deploy_usage_invalid` one sentence on the flag that is wrong
 */
export function parseFlags(args: readonly string[]): Flags {
  const values = parse(args);
  if (values.undo && values["rotate-secret"]) {
    throw invalid("--undo and --rotate-secret exclude each other.");
  }
  if (values["keep-previous"] && !values["rotate-secret"]) {
    throw invalid("--keep-previous belongs to --rotate-secret.");
  }
  const { operator } = values;
  if (operator !== undefined && !/^[^@\s]{1,64}@[^@\s]{1,255}$/.test(operator)) {
    throw invalid(`--operator is an email address such as ada@example.com, not "${operator}".`);
  }
  if (operator !== undefined && (values.undo || values["rotate-secret"])) {
    throw invalid("--operator belongs to a deploy, not to --undo or --rotate-secret.");
  }
  const ref = values["project-ref"];
  if (ref !== undefined && !/^[a-z]{20}$/.test(ref)) {
    throw invalid(
      `--project-ref is the 20 letters in https://REF.supabase.co, not "${ref}". ` +
        "The dashboard shows it under Project Settings > General.",
    );
  }
  const projectUrl = values["project-url"];
  if (projectUrl !== undefined && !isUrl(projectUrl, /^https?:$/)) {
    throw invalid(`--project-url is a URL such as https://api.example.com, not "${projectUrl}".`);
  }
  const databaseUrl = values["database-url"];
  if (databaseUrl !== undefined && !isUrl(databaseUrl, /^postgres(ql)?:$/)) {
    throw invalid("--database-url is a URL such as postgresql://postgres@HOST:5432/postgres.");
  }
  return {
    action: values.undo ? "undo" : values["rotate-secret"] ? "rotate" : "deploy",
    help: values.help,
    dryRun: values["dry-run"],
    yes: values.yes,
    keepPrevious: values["keep-previous"],
    replaceFunctions: values["replace-functions"],
    ...(ref === undefined ? {} : { projectRef: ref }),
    ...(values.into === undefined ? {} : { into: values.into }),
    ...(values.settings === undefined ? {} : { settingsFile: values.settings }),
    ...(operator === undefined ? {} : { operator }),
    ...(projectUrl === undefined ? {} : { projectUrl: projectUrl.replace(/\/+$/, "") }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
}

function parse(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        "project-ref": text,
        "project-url": text,
        "database-url": text,
        settings: text,
        operator: text,
        "into": text,
        "dry-run": flag,
        "replace-functions": flag,
        "rotate-secret": flag,
        "keep-previous": flag,
        "undo": flag,
        "yes": flag,
        "help": flag,
      },
    }).values;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function isUrl(text: string, protocol: RegExp): boolean {
  return URL.canParse(text) && protocol.test(new URL(text).protocol);
}

function invalid(message: string): DeployError {
  return new DeployError("deploy_usage_invalid", `${message}\n\n${USAGE}`);
}
