import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runDeno } from "../../lib/run_program.ts";
import type { UploadedFunction } from "./management_api.ts";

const infoSchema = z.object({
  modules: z.array(z.object({ specifier: z.string(), error: z.string().optional() })),
});

/** What an uploaded function imports, found by Deno itself, statically and dynamically. */
export interface UploadedModules {
  /** Its own files, as paths of the upload, sorted. */
  readonly files: readonly string[];
  /** Modules that are neither files of the upload nor built in, with Deno's reason if any. */
  readonly others: readonly string[];
}

/** Lists all modules that are reached from an upload's entry point, with nothing but the upload. */
export async function listUploadedModules(
  { files, metadata }: UploadedFunction,
): Promise<UploadedModules> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "nightshift-upload-test-" }));
  try {
    for (const [path, text] of files) {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    }
    const entry = String(metadata["entrypoint_path"]);
    const flags = ["--no-config", "--no-lock", "--no-remote", "--no-npm"];
    const { stdout } = await runDeno(["info", "--json", ...flags, entry], { cwd: folder });
    const { modules } = infoSchema.parse(JSON.parse(stdout));
    const own = modules.filter(({ specifier, error }) =>
      specifier.startsWith("file:") && error === undefined
    );
    return {
      files: own.map(({ specifier }) => relative(folder, fileURLToPath(specifier))).sort(),
      others: modules.filter((module) =>
        !own.includes(module) && !module.specifier.startsWith("node:")
      ).map(({ specifier, error }) => [specifier, error].filter(Boolean).join(": ")),
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
