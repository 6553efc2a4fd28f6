import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ImportError } from "./import_error.ts";
import type { MailTarget } from "./post_mail.ts";

/** What the command line says; everything may be missing. */
export interface TargetFlags {
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
  readonly workspace?: string | undefined;
}

/** Where defaults come from: the file that `deno task start` writes, and the environment. */
export interface TargetDefaults {
  readonly stackFile: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const stackSchema = z.object({
  url: z.string(),
  cronSecret: z.string(),
  workspaces: z.array(z.object({ id: z.string(), name: z.string() })),
});

type Stack = z.output<typeof stackSchema>;

/**
 * Where to import to: the flags, else the running local stack, else NIGHTSHIFT_URL and CRON_SECRET.
 * The local stack's secret and workspace are never used with another URL.
 * @throws {ImportError} one sentence that says what is missing and how to give it.
 */
export async function chooseTarget(
  flags: TargetFlags,
  { stackFile, variables }: TargetDefaults,
): Promise<Pick<MailTarget, "url" | "secret" | "workspaceId">> {
  const stack = await readStack(stackFile);
  const url = flags.url ?? stack?.url ?? variables["NIGHTSHIFT_URL"];
  if (!url) throw missing("no local stack is running", "--url URL (or NIGHTSHIFT_URL)");
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ImportError(`${url} is not a URL. Give one such as http://127.0.0.1:54321.`);
  }
  const local = stack !== null && isSameUrl(stack.url, url) ? stack : null;
  const secret = flags.secret ?? local?.cronSecret ?? variables["CRON_SECRET"];
  if (!secret) throw missing(`there is no secret for ${url}`, "--secret SECRET (or CRON_SECRET)");
  const workspaceId = flags.workspace ?? local?.workspaces[0]?.id;
  if (!workspaceId) throw missing("no workspace is known", "--workspace ID");
  return { url, secret, workspaceId };
}

async function readStack(file: string): Promise<Stack | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return stackSchema.parse(JSON.parse(text));
  } catch {
    throw new ImportError(
      `${file} is damaged. Start the local stack again: npx -y deno@2.9.6 task start.`,
    );
  }
}

function isSameUrl(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}

function missing(what: string, how: string): ImportError {
  return new ImportError(
    `Cannot import: ${what}. Run \`npx -y deno@2.9.6 task start\` first, or give ${how}.`,
  );
}
