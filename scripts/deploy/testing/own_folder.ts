import { join, relative } from "node:path";
import { readMigrations } from "../database/migrations.ts";

/** A user's own project folder, with a migration, a function and shared modules of their own. */
export interface OwnFolder extends AsyncDisposable {
  readonly folder: string;
  /** Every file's text by its path; not what the CLI keeps for itself. */
  readAll(): Promise<Map<string, string>>;
  listMigrations(): Promise<readonly unknown[]>;
}

const FILES: Readonly<Record<string, string>> = {
  "supabase/config.toml":
    'project_id = "mine"\n\n[functions.hello]\nverify_jwt = true\nimport_map = "./functions/hello/deno.json"\n',
  "supabase/migrations/20250101000000_notes.sql": "create table public.notes (body text);\n",
  "supabase/functions/hello/index.ts": 'export { greeting } from "../_shared/platform/env.ts";\n',
  "supabase/functions/_shared/platform/env.ts": 'export const greeting = "hello";\n',
};

/** Makes the folder; it goes with the test. */
export async function createOwnFolder(): Promise<OwnFolder> {
  const folder = await Deno.makeTempDir({ prefix: "own-folder-of-nightshift-" });
  for (const [path, text] of Object.entries(FILES)) {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  }
  return {
    folder,
    readAll: () => readAll(folder),
    listMigrations: readMigrations,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Every file's text by its path from the folder; not what the CLI keeps for itself. */
export async function readAll(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    for await (const { name, isFile } of Deno.readDir(path)) {
      const child = join(path, name);
      if (isFile) files.set(relative(folder, child), await Deno.readTextFile(child));
      else if (name !== ".temp") await visit(child);
    }
  };
  await visit(folder);
  return files;
}
