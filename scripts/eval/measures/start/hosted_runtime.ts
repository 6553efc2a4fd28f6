/**
 * Programs as they run on the hosted platform: one bundled file, on the version of Deno used
 * there.
 */
import { fileURLToPath } from "node:url";
import { readDeno, readProgram } from "../../../lib/run_program.ts";

/** The version that the hosted Edge runtime is built on. */
export const RUNTIME = "deno@2.1.4";

const PROJECT = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * Bundles a program into a temporary file and hands it on; the file is removed afterwards.
 * @param folder of the checkout whose packages the program uses
 */
export async function withBundle<Result>(
  program: string,
  use: (bundle: string) => Promise<Result>,
  folder = PROJECT,
): Promise<Result> {
  const bundle = await Deno.makeTempFile({ suffix: ".js" });
  try {
    await readDeno(["bundle", "--quiet", "--minify", "-o", bundle, program], { cwd: folder });
    return await use(bundle);
  } finally {
    await Deno.remove(bundle);
  }
}

/**
 * Runs a bundled program once.
 * @returns the number in the last line that it prints
 */
export async function runBundle(bundle: string, ...args: readonly string[]): Promise<number> {
  // Away from the project for the old runtime, which does not understand its lock file.
  const flags = ["run", "--no-config", "--no-lock", "-A"];
  const output = await readProgram("npx", ["-y", RUNTIME, ...flags, bundle, ...args], {
    cwd: "/",
    env: { DENO_TLS_CA_STORE: "system", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
  });
  const figure = Number(output.trim().split("\n").at(-1));
  if (!(figure > 0)) throw new Error(`The program printed no figure: ${output}`);
  return figure;
}
