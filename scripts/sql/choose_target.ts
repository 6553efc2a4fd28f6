import { CommandError, UsageError } from "../lib/command.ts";
import { readRunningStacks } from "../start/stack_files.ts";

/** A database that answers SQL. */
export interface DatabaseTarget {
  /** URL of the local project. */
  readonly url: string;
  readonly secretKey: string;
  /** For psql; null with the embedded database, which has no port. */
  readonly databaseUrl: string | null;
}

/**
 * The project that the flags name, else the local one that was started last.
 * @throws {CommandError} one sentence that says what to do
 */
export async function chooseDatabaseTarget(
  { url, secretKey }: { url: string | undefined; secretKey: string | undefined },
  stacksFolder: string,
): Promise<DatabaseTarget> {
  if ((url === undefined) !== (secretKey === undefined)) {
    throw new UsageError("Give --url and --secret-key together.");
  }
  if (url !== undefined && secretKey !== undefined) {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new UsageError(`${url} is not a URL. Give one such as http://127.0.0.1:54321.`);
    }
    return { url: url.replace(/\/+$/, ""), secretKey, databaseUrl: null };
  }
  const [stack] = await readRunningStacks(stacksFolder);
  if (stack !== undefined) return stack;
  throw new CommandError(
    "No local project is running. Start one in another terminal: npx -y deno@2.9.6 task start. " +
      "For your own project, use its SQL editor.",
  );
}
