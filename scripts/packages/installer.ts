import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrations } from "../deploy/database/migrations.ts";
import { readDeno } from "../lib/run_program.ts";
import { bundleFunctions } from "../deploy/functions/prepared_bundles.ts";
import { readCopySource } from "../deploy/into/copy_into.ts";
import { REPOSITORY } from "../deploy/project.ts";
import { runCommand } from "../lib/command.ts";
import { listFunctions } from "../local/functions/function_host.ts";

const USAGE = `Usage: deno task installer
Writes \`npx nightshift-supabase\` and what it brings into packages/nightshift-supabase/built, for
\`npm pack\`.`;

const PACKAGE = fileURLToPath(new URL("../../packages/nightshift-supabase/", import.meta.url));

/**
 * Writes into `built` of a folder: the program for Node in one file, the migrations, and the
 * functions as bundles from the lock file.
 * @param folder where the package is, its own by default
 * @throws {Error} with Deno's words when something cannot be bundled
 */
export async function buildInstaller(folder: string = PACKAGE): Promise<void> {
  const built = join(folder, "built");
  await Deno.remove(built, { recursive: true }).catch(() => {});
  const names = await listFunctions();
  const { migrations, functions } = await readCopySource({
    migrations: await readMigrations(),
    bundles: () => bundleFunctions(REPOSITORY, names),
  });
  const files = [
    ...migrations.map(({ version, name, sql }) =>
      [`migrations/${version}_${name}.sql`, sql] as const
    ),
    ...[...functions].map(([path, text]) => [`functions/${path}`, text] as const),
  ];
  for (const [path, text] of files) {
    await Deno.mkdir(dirname(join(built, path)), { recursive: true });
    await Deno.writeTextFile(join(built, path), text);
  }
  await Deno.copyFile(join(REPOSITORY, "LICENSE"), join(built, "LICENSE"));
  await readDeno([
    ...["bundle", "--quiet", "--frozen", "--platform", "deno", "--output", join(built, "main.js")],
    join(PACKAGE, "src/main.ts"),
  ]);
}

if (import.meta.main) {
  await runCommand({ usage: USAGE, options: {} }, async () => {
    await buildInstaller();
    return 0;
  });
}
