import { readRunningStacks } from "../start/stack_files.ts";
import { ImportError } from "./import_error.ts";
import type { MailTarget } from "./post_mail.ts";

/** What the command line says; everything may be missing. */
export interface TargetFlags {
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
  readonly workspace?: string | undefined;
}

/** Where defaults come from: the files that `deno task start` writes, and the environment. */
export interface TargetDefaults {
  readonly stacksFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * Where to import to: the flags, else the local stack started last, else NIGHTSHIFT_URL and
 * CRON_SECRET. A local stack's secret and workspace are never used with another URL.
 * @throws {ImportError} one sentence that says what is missing and how to give it.
 */
export async function chooseTarget(
  flags: TargetFlags,
  { stacksFolder, variables }: TargetDefaults,
): Promise<Pick<MailTarget, "url" | "secret" | "workspaceId">> {
  const stacks = await readRunningStacks(stacksFolder);
  const url = flags.url ?? stacks[0]?.url ?? variables["NIGHTSHIFT_URL"];
  if (!url) throw missing("no local stack is running", "--url URL (or NIGHTSHIFT_URL)");
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ImportError(`${url} is not a URL. Give one such as http://127.0.0.1:54321.`);
  }
  const local = stacks.find((stack) => isSameUrl(stack.url, url));
  const secret = flags.secret ?? local?.cronSecret ?? variables["CRON_SECRET"];
  if (!secret) throw missing(`there is no secret for ${url}`, "--secret SECRET (or CRON_SECRET)");
  const workspaceId = flags.workspace ?? local?.workspaces[0]?.id;
  if (!workspaceId) throw missing("no workspace is known", "--workspace ID");
  return { url, secret, workspaceId };
}

function isSameUrl(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}

function missing(what: string, how: string): ImportError {
  return new ImportError(
    `Cannot import: ${what}. Run \`npx -y deno@2.9.6 task start\` first, or give ${how}.`,
  );
}
