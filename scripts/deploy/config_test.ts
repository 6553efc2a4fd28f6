import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { listFunctions } from "../local/functions/function_host.ts";
import { runSupabase } from "../lib/supabase_cli.ts";
import { REPOSITORY } from "./project.ts";

const CONFIG = join(REPOSITORY, "supabase/config.toml");

const configSchema = z.object({
  api: z.object({ schemas: z.array(z.string()), max_rows: z.number() }),
  db: z.object({ vault: z.record(z.string(), z.string()) }),
  functions: z.record(
    z.string(),
    z.object({
      enabled: z.boolean(),
      verify_jwt: z.boolean(),
      import_map: z.string(),
      entrypoint: z.string(),
    }),
  ),
});

Deno.test("config.toml has every function with its own check of callers, and both Vault entries", async () => {
  const config = configSchema.parse(parse(await Deno.readTextFile(CONFIG)));
  const expected = (await listFunctions()).map((name) => [name, {
    enabled: true,
    verify_jwt: false,
    import_map: "./functions/deno.json",
    entrypoint: `./functions/${name}/index.ts`,
  }]);
  deepEqual(config.functions, Object.fromEntries(expected));
  deepEqual(Object.keys(config.db.vault).sort(), ["cron_secret", "project_url"]);
  equal(config.api.schemas.includes("nightshift"), false);
  equal(config.api.max_rows, 1000);
});

Deno.test("an agent that follows its page has the section of a function in config.toml", async () => {
  const page = await Deno.readTextFile(join(REPOSITORY, "docs/guides/agents.md"));
  const [, block = ""] = /```toml\n([\s\S]*?)```/.exec(page) ?? [];
  deepEqual(configSchema.shape.functions.parse(parse(block)["functions"]), {
    hello: {
      enabled: true,
      verify_jwt: false,
      import_map: "./functions/deno.json",
      entrypoint: "./functions/hello/index.ts",
    },
  });
});

Deno.test("the CLI finds nothing wrong in config.toml, and would say so", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(folder, "supabase"));
    const config = await Deno.readTextFile(CONFIG);
    const copy = join(folder, "supabase/config.toml");
    await Deno.writeTextFile(copy, config);
    // Without a local project it fails in any case, after it has read the file.
    doesNotMatch(await askStatus(folder), /config\.toml/);
    await Deno.writeTextFile(copy, config.replace("max_rows = 1000", 'max_rows = "many"'));
    match(await askStatus(folder), /api\.max_rows in supabase\/config\.toml/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

async function askStatus(folder: string): Promise<string> {
  return await runSupabase(["status"], { folder }).catch((error: Error) => error.message);
}
