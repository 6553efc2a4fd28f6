/** What PGlite's WebAssembly "exits" with after its start (99) and after an SQL error (100). */
const PGLITE_EXIT_CODES: readonly number[] = [99, 100];

/**
 * Runs work on PGlite and undoes what that does to this process' exit code: its runtime sets one,
 * as if the server were the whole process, and a command that succeeded would seem to have failed.
 */
export async function keepExitCode<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = Deno.exitCode;
  try {
    return await work();
  } finally {
    if (PGLITE_EXIT_CODES.includes(Deno.exitCode)) Deno.exitCode = before;
  }
}
