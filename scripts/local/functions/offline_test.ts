import { deepEqual } from "node:assert/strict";
import { PREPARED_FOLDER_VARIABLE } from "../../lib/prepared.ts";
import { type ProgramEnd, runProgram } from "../../lib/run_program.ts";
import { Lifecycle } from "../process/lifecycle.ts";
import { findDenoRuntime } from "./deno_runtime.ts";

/** Far less than npm waits for a registry that it cannot reach, and enough for a busy machine. */
const LIMIT_MS = 30_000;

/**
 * A shell without a network, in which 127.0.0.1 works. It belongs to no test run, which would tell
 * it what npm has said before.
 */
function runOffline(script: string): Promise<ProgramEnd> {
  const args = ["--net", "--map-root-user", "sh", "-c", `ip link set lo up && ${script}`];
  return runProgram("unshare", args, { env: { NO_COLOR: "1", [PREPARED_FOLDER_VARIABLE]: "" } });
}

const isPossible = await runOffline("true").then(({ success }) => success, () => false);

Deno.test({
  name: "the runtime of the functions is found without a network once it has been downloaded",
  ignore: !isPossible,
  fn: async () => {
    const lifecycle = new Lifecycle();
    const path = await findDenoRuntime(lifecycle).finally(() => lifecycle.stop());
    const url = (file: string) => new URL(file, import.meta.url).href;
    const code = `
      import { Lifecycle } from "${url("../process/lifecycle.ts")}";
      import { findDenoRuntime } from "${url("./deno_runtime.ts")}";
      const lifecycle = new Lifecycle();
      console.log(await findDenoRuntime(lifecycle));
      await lifecycle.stop();`;
    const begin = performance.now();
    const { stdout, stderr } = await runOffline(
      `"${Deno.execPath()}" eval --no-check '${code}'`,
    );
    const isQuick = performance.now() - begin < LIMIT_MS;
    deepEqual([stdout.trim(), isQuick], [path, true], stderr);
  },
});
