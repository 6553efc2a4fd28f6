import { join } from "node:path";
import { type Check, type Finding, ROOT } from "../check.ts";
import { FOLDERS, parseLint } from "../deno_checks.ts";
import { runDeno } from "../../lib/run_program.ts";
import { readSqlFiles } from "../sql_files.ts";
import { listMarkdownPages, listTypeScriptFiles } from "../../lib/list_files.ts";
import { keepMarkdownProse, keepSqlComments } from "./texts.ts";
import { findAvoidedWords } from "./words.ts";

const CONFIG = "scripts/check/prose/prose.lint.json";

/** Documents and comments use our words. Code, names of fields and flags are not prose. */
export const proseCheck: Check = {
  name: "prose",
  promise: "documents and comments use the words that CONTRIBUTING.md lists",
  run: async () => {
    const [pages, statements, lint] = await Promise.all([
      listMarkdownPages(),
      readSqlFiles(["supabase", "scripts"]),
      listTypeScriptFiles(FOLDERS)
        .then((files) => runDeno(["lint", "--json", "--config", CONFIG, ...files])),
    ]);
    const documents = await Promise.all(pages.map(async (file) => ({
      file,
      prose: keepMarkdownProse(await Deno.readTextFile(join(ROOT, file))),
    })));
    const comments = statements.map(({ file, text }) => ({ file, prose: keepSqlComments(text) }));
    return [...documents, ...comments].flatMap(({ file, prose }) => findInProse(file, prose))
      .concat(parseLint(lint.stdout));
  },
};

/** The avoided words of a text, as findings with their lines. */
export function findInProse(file: string, prose: string): Finding[] {
  return findAvoidedWords(prose).map(({ offset, message }) => ({
    file,
    line: prose.slice(0, offset).split("\n").length,
    message,
  }));
}
