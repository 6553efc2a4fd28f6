import { dirname, join } from "node:path";
import { parse, stringify } from "smol-toml";
import { z } from "zod";
import type { FunctionBundle } from "./bundle.ts";

const configSchema = z.object({
  project_id: z.string(),
  functions: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

/**
 * Runs `deploy` with a folder that the CLI can deploy from: the bundles, and what the repository's
 * `config.toml` says about these functions. The folder is removed afterwards.
 * @param repository folder of `supabase/config.toml`
 */
export async function withUploadFolder<Result>(
  repository: string,
  bundles: readonly FunctionBundle[],
  deploy: (folder: string) => Promise<Result>,
): Promise<Result> {
  const config = configSchema.parse(
    parse(await Deno.readTextFile(join(repository, "supabase/config.toml"))),
  );
  const folder = await Deno.makeTempDir({ prefix: "nightshift-upload-" });
  try {
    const functions = bundles.map(({ name }) => [name, {
      ...withoutImportMap(config.functions[name] ?? { verify_jwt: false }),
      entrypoint: `./functions/${name}/index.js`,
    }]);
    await writeFile(
      join(folder, "supabase/config.toml"),
      stringify({ project_id: config.project_id, functions: Object.fromEntries(functions) }),
    );
    for (const [path, text] of bundles.flatMap(({ files }) => [...files])) {
      await writeFile(join(folder, "supabase/functions", path), text);
    }
    return await deploy(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Bundles name no packages, so there is nothing to map. */
function withoutImportMap(section: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(section).filter(([key]) => key !== "import_map"));
}

async function writeFile(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}
