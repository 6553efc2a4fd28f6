import { createInterface } from "node:readline/promises";
import { stdin, stdout } from "node:process";
import { CommandError } from "../lib/command.ts";

/** What a prompt needs. */
export interface PromptOptions {
  readonly ask: (query: string) => Promise<readonly unknown[]>;
  readonly show: (rows: readonly unknown[]) => string;
  readonly print: (text: string) => void;
  /** Where the database is, for the first line. */
  readonly place: string;
}

const TABLES = "select table_name, table_type from information_schema.tables " +
  "where table_schema = 'public' order by table_name";
const HELP = "End a statement with ; to run it. \\d lists tables and views, \\q or Ctrl-D ends.";

/**
 * Reads statements until `\q` or the end of the input, and prints their rows. A terminal gets a
 * prompt and goes on after an error; other input stops there.
 * @returns the exit code: 1 when a statement of other input than a terminal failed
 */
export async function runPrompt({ ask, show, print, place }: PromptOptions): Promise<number> {
  const isTerminal = Deno.stdin.isTerminal();
  const lines = createInterface({ input: stdin, ...isTerminal ? { output: stdout } : {} });
  if (isTerminal) print(`The database of ${place}, as postgres. ${HELP}`);
  const run = async (query: string) => {
    try {
      print(show(await ask(query)));
      return true;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      print(`Error: ${error.message}`);
      return isTerminal;
    }
  };
  const invite = (statement: string) => {
    lines.setPrompt(statement === "" ? "postgres=> " : "postgres-> ");
    if (isTerminal) lines.prompt();
  };
  let statement = "";
  try {
    invite(statement);
    for await (const line of lines) {
      const word = statement === "" ? line.trim() : "";
      if (word === "\\q") return 0;
      if (word === "\\?") print(HELP);
      else if (word === "\\d") await run(TABLES);
      else statement = `${statement}${line}\n`;
      if (statement.trim() === "") statement = "";
      if (statement.trimEnd().endsWith(";")) {
        if (!await run(statement)) return 1;
        statement = "";
      }
      invite(statement);
    }
    return statement === "" || await run(statement) ? 0 : 1;
  } finally {
    lines.close();
  }
}
