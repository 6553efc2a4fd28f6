import type { Check } from "../check.ts";
import { readSqlFiles } from "../sql_files.ts";
import {
  findBareFunctions,
  findLongBodies,
  findLongLines,
  findUnboundedChanges,
  findUpperCase,
} from "./rules.ts";

/** The rules of SQL that a reader of one file can check; the catalog's are pgTAP tests. */
export const sqlCheck: Check = {
  name: "sql",
  promise: "SQL is lower case and short, changes say which rows, functions fix their search path",
  run: async () => {
    const everything = await readSqlFiles(["supabase", "scripts"]);
    // An undo may repeat a published block as it was printed, capitals and all.
    const ours = everything.filter(({ file }) => !file.startsWith("supabase/rollback/"));
    const products = everything.filter(({ file }) => !file.startsWith("supabase/tests/"));
    const migrations = everything.filter(({ file }) => file.startsWith("supabase/migrations/"));
    const undoing = everything.filter(({ file }) => file.startsWith("supabase/rollback/"));
    return [
      ...ours.flatMap(findUpperCase),
      ...products.flatMap(findLongLines),
      ...[...migrations, ...undoing].flatMap(findUnboundedChanges),
      ...migrations.flatMap(findBareFunctions),
      ...products.flatMap(findLongBodies),
    ];
  },
};
