import { describeConnection } from "../local/postgres/psql.ts";

/** The psql of this machine; undefined where there is none. */
export async function findPsql(): Promise<string | undefined> {
  try {
    const { success } = await new Deno.Command("psql", { args: ["--version"] }).output();
    return success ? "psql" : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Hands the terminal to psql until it ends; answers its exit code. */
export async function openPsql(program: string, url: string): Promise<number> {
  // psql itself handles Ctrl-C, which stops a statement and not the prompt.
  const ignore = () => {};
  Deno.addSignalListener("SIGINT", ignore);
  try {
    const { code } = await new Deno.Command(program, {
      clearEnv: true,
      env: describeConnection(url),
      stdin: "inherit",
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    return code;
  } finally {
    Deno.removeSignalListener("SIGINT", ignore);
  }
}
