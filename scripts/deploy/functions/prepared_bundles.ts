import { join } from "node:path";
import { z } from "zod";
import { takePrepared } from "../../lib/prepared.ts";
import { bundleFunction, type FunctionBundle } from "./bundle.ts";

/** What a bundle depends on, from the repository's root; the lock file names every package. */
const SOURCES = ["supabase/functions", "deno.json", "deno.lock", "scripts/deploy/functions"];

const bundlesSchema = z.array(z.object({
  name: z.string(),
  files: z.array(z.tuple([z.string(), z.string()])),
  digest: z.string(),
  sizeBytes: z.number(),
}));

/**
 * Bundles functions, all at once; a test run, which deploys many times, does so once.
 * @param repository folder of `deno.json` and `deno.lock`
 * @throws {Error} with Deno's words, for example when the lock file is out of date
 */
export async function bundleFunctions(
  repository: string,
  names: readonly string[],
): Promise<readonly FunctionBundle[]> {
  const build = () => Promise.all(names.map((name) => bundleFunction(repository, name)));
  const ingredients = {
    paths: SOURCES.map((path) => join(repository, path)),
    isTaken: (path: string) => !path.endsWith("_test.ts"),
  };
  const path = await takePrepared(`${names.join("-")}.json`, ingredients, async (path) => {
    const bundles = (await build()).map((bundle) => ({ ...bundle, files: [...bundle.files] }));
    await Deno.writeTextFile(path, JSON.stringify(bundles));
  });
  if (path === undefined) return await build();
  const bundles = bundlesSchema.parse(JSON.parse(await Deno.readTextFile(path)));
  return bundles.map((bundle) => ({ ...bundle, files: new Map(bundle.files) }));
}
