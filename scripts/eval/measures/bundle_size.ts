import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDeno } from "../../lib/run_program.ts";
import { type Figures, limit } from "../../bench/benchmark.ts";
import type { Measure } from "../measure.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const FUNCTION = "supabase/functions/continuous-intelligence";

/** What is weighed, by name: the whole function, and the rules alone. */
const ENTRIES = {
  function: `${FUNCTION}/index.ts`,
  rules: `${FUNCTION}/analyzers/rules.ts`,
  inbound: "supabase/functions/inbound-email/index.ts",
} as const;

/** Parts that are loaded only when a provider is configured; `deno bundle` would pull them in. */
const ON_DEMAND = ["ai", "@ai-sdk/*", "@pydantic/genai-prices"];

/** How large the functions are as one minified file. */
export const bundleSize: Measure = {
  name: "bundle-size",
  summary: "MB of the functions by `deno bundle --minify`, providers' packages left out",
  corpora: [],
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "nightshift-bundle-"));
    try {
      const figures: Record<string, Figures> = {};
      let functionMb = NaN;
      for (const [name, entry] of Object.entries(ENTRIES)) {
        // Each takes all cores.
        const megabytes = await bundle(join(PROJECT, entry), join(folder, `${name}.js`)) / 1e6;
        figures[name] = { mb: Math.round(megabytes * 1_000) / 1_000 };
        if (name === "function") functionMb = megabytes;
      }
      return {
        figures,
        goals: [limit("function_bundle_mb", functionMb, "<=", 1.8)],
        n: Object.keys(ENTRIES).length,
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/**
 * Bytes of a module and what it imports as one minified file, providers' packages left out.
 * @param entry absolute
 * @throws {Error} with Deno's words when it cannot be made.
 */
export async function bundle(entry: string, output: string): Promise<number> {
  const external = ON_DEMAND.flatMap((name) => ["--external", name]);
  await readDeno(["bundle", "--quiet", "--minify", ...external, "-o", output, entry]);
  return (await stat(output)).size;
}
