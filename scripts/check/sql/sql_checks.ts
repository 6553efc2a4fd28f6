import type { Check } from "../check.ts";
import { readSqlFiles } from "../sql_files.ts";
import {
  findBareFunctions,
  findLongBodies,
  findLongLines,
  findUnboundedChanges,
  findUpperCase,
} from "./rules.ts";

/** Files whose lines or bodies are still too long. Nothing is added here. */
const STILL_TOO_LONG: readonly string[] = [
  "supabase/migrations/20261122000500_client_emails.sql",
  "supabase/migrations/20261122000710_finish_run.sql",
  "supabase/migrations/20261122001510_problems.sql",
  "supabase/rollback/",
];

/** The rules of SQL that a reader of one file can check; the catalog's are pgTAP tests. */
export const sqlCheck: Check = {
  name: "sql",
  promise: "SQL is lower case and short, changes say which rows, functions fix their search path",
  run: async () => {
    const everything = await readSqlFiles(["supabase", "scripts"]);
    // An undo may repeat a published block as it was printed, capitals and all.
    const ours = everything.filter(({ file }) => !file.startsWith("supabase/rollback/"));
    const short = everything.filter(({ file }) =>
      ![...STILL_TOO_LONG, "supabase/tests/"].some((folder) => file.startsWith(folder))
    );
    const migrations = everything.filter(({ file }) => file.startsWith("supabase/migrations/"));
    const undoing = everything.filter(({ file }) => file.startsWith("supabase/rollback/"));
    return [
      ...ours.flatMap(findUpperCase),
      ...short.flatMap(findLongLines),
      ...[...migrations, ...undoing].flatMap(findUnboundedChanges),
      ...migrations.flatMap(findBareFunctions),
      ...short.flatMap(findLongBodies),
    ];
  },
};
