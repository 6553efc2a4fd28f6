import { createHash } from "node:crypto";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { readDeno } from "../../lib/run_program.ts";
import { shrinkModule } from "./shrink_module.ts";
import { normalizeFiles } from "./normalize_files.ts";
import { markGenerated } from "./generated_mark.ts";

/** A function as it is deployed: plain JavaScript that needs no package from a registry. */
export interface FunctionBundle {
  readonly name: string;
  /** Text by path from the functions' folder, such as `inbound-email/index.js`, sorted. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 of paths and texts, hex. */
  readonly digest: string;
  readonly sizeBytes: number;
}

/**
 * Bundles a function with all that it imports, in the versions of the lock file. Import maps pin
 * direct dependencies only and the platform sees no lock file, so without this a package could be
 * another one there than the one that was tested. What is imported dynamically stays a file of its
 * own. Not minified: the CLI finds no imports in minified text and would leave files out.
 * @param repository folder of `deno.json` and `deno.lock`
 * @throws {Error} with Deno's words, for example when the lock file is out of date
 */
export async function bundleFunction(repository: string, name: string): Promise<FunctionBundle> {
  const output = await Deno.makeTempDir({ prefix: "nightshift-bundle-" });
  try {
    const entry = `supabase/functions/${name}/index.ts`;
    await readDeno([
      ...["bundle", "--quiet", "--frozen", "--code-splitting", "--outdir", output],
      entry,
    ], { cwd: repository });
    const packages = relative(repository, await findPackageCache()).split(sep).join("/");
    const files = [...normalizeFiles(await readFolder(output), packages)]
      .map(([file, text]) => [`${name}/${file}`, markGenerated(text)] as const)
      .sort(([one], [other]) => one < other ? -1 : 1);
    return describeBundle(name, new Map(files));
  } finally {
    await Deno.remove(output, { recursive: true });
  }
}

function describeBundle(name: string, files: ReadonlyMap<string, string>): FunctionBundle {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for (const [path, text] of files) {
    hash.update(`${path}\0${text}\0`);
    sizeBytes += new TextEncoder().encode(text).length;
  }
  return { name, files, digest: hash.digest("hex"), sizeBytes };
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    files.set(name, shrinkModule(await Deno.readTextFile(join(folder, name))));
  }
  return files;
}

const infoSchema = z.object({ npmCache: z.string() });
let packageCache: Promise<string> | undefined;

/** Where Deno keeps npm packages on this machine. */
function findPackageCache(): Promise<string> {
  return packageCache ??= readDeno(["info", "--json"]).then((text) =>
    infoSchema.parse(JSON.parse(text)).npmCache
  );
}
