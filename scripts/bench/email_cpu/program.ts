// deno-lint-ignore-file no-console -- prints one figure
/**
 * What `deno task bench email-cpu` runs on the hosted version of Deno, with the rules of a
 * checkout.
 */
import { readFileSync } from "node:fs";
import { processCpuMs } from "../../eval/measures/start/process_cpu.ts";

const WARM_ROUNDS = 6;
const ROUNDS = 12;

/**
 * Prints CPU ms: of the process until the first record (`first`), or of one email once all are
 * known to the runtime (`each`).
 */
export function measureRules(analyze: (email: never) => { readonly ok: boolean }): void {
  const [mode, file = ""] = Deno.args;
  const emails = JSON.parse(readFileSync(file, "utf8")) as never[];
  const read = (email: never) => {
    if (!analyze(email).ok) throw new Error("An email was not read.");
  };
  if (mode === "first") {
    emails.slice(0, 1).forEach(read);
    console.log(processCpuMs().toFixed(1));
    return;
  }
  for (let round = 0; round < WARM_ROUNDS; round++) emails.forEach(read);
  const before = processCpuMs();
  for (let round = 0; round < ROUNDS; round++) emails.forEach(read);
  console.log(((processCpuMs() - before) / ROUNDS / emails.length).toFixed(4));
}
