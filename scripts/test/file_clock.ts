/**
 * Loaded before every test file of a run: writes down how long the file took as a whole, with what
 * it imports and starts before its first test, which the report of `deno test` leaves out.
 */
import { TIMES_FILE_VARIABLE } from "./times_file.ts";

const startedAt = performance.now();
const timesFile = Deno.env.get(TIMES_FILE_VARIABLE) ?? "";

if (timesFile !== "") {
  addEventListener("unload", () => {
    const line = JSON.stringify({ file: Deno.mainModule, ms: performance.now() - startedAt });
    Deno.writeTextFileSync(timesFile, `${line}\n`, { append: true });
  });
}
