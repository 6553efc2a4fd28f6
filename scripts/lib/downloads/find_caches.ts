import { homedir } from "node:os";
import { join } from "node:path";
import { readDeno } from "../run_program.ts";
import type { Caches } from "./downloads.ts";

/** Where the Deno that runs this, and the npm that started it, keep what they download. */
export async function findCaches(): Promise<Caches> {
  const { npmCache } = JSON.parse(await readDeno(["info", "--json", "--no-config"]));
  // npx tells its children where its cache is.
  const npm = Deno.env.get("npm_config_cache") ??
    join(...Deno.build.os === "windows" ? [localData(), "npm-cache"] : [homedir(), ".npm"]);
  return { packages: join(npmCache, "registry.npmjs.org"), programs: join(npm, "_npx") };
}

function localData(): string {
  return Deno.env.get("LOCALAPPDATA") ?? join(homedir(), "AppData", "Local");
}
