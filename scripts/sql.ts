/** `deno task sql`: a prompt on the database of the local project, or one query. */
import { runCommand } from "./lib/command.ts";
import { chooseDatabaseTarget } from "./sql/choose_target.ts";
import { findPsql, openPsql } from "./sql/open_psql.ts";
import { askDatabase } from "./sql/ask_database.ts";
import { runPrompt } from "./sql/prompt.ts";
import { describeRows } from "./sql/describe_rows.ts";
import { STACKS_FOLDER } from "./start/stack_files.ts";

const USAGE = `Usage: deno task sql [QUERY] [--json] [--url URL --secret-key KEY]
  QUERY     one or more statements; prints the rows of the last one that has rows. Without it, a
            prompt: psql where the project runs on a real PostgreSQL and psql is installed, else a
            small one. Statements may also come by standard input.
  --json    print the rows as a JSON array, nothing cut
  --url URL, --secret-key KEY
            another local project than the one started last
  It works as the role postgres, as the SQL editor does.`;

await runCommand({
  usage: USAGE,
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    url: { type: "string" },
    "secret-key": { type: "string" },
  },
}, async ({ json, url, "secret-key": secretKey }, words) => {
  const target = await chooseDatabaseTarget({ url, secretKey }, STACKS_FOLDER);
  const print = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
  const show = json ? (rows: readonly unknown[]) => JSON.stringify(rows) : describeRows;
  if (words.length > 0) {
    print(show(await askDatabase(target, words.join(" "))));
    return 0;
  }
  const psql = target.databaseUrl !== null && !json ? await findPsql() : undefined;
  if (target.databaseUrl !== null && psql !== undefined) {
    return await openPsql(psql, target.databaseUrl);
  }
  return await runPrompt({
    ask: (query) => askDatabase(target, query),
    show,
    print,
    place: target.url,
  });
});
