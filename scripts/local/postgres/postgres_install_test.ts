import { deepEqual, match } from "node:assert/strict";
import { join } from "node:path";
import { findPostgres } from "./postgres_install.ts";

const NOWHERE = { path: [], packageRoots: [] };

/** Puts programs that answer like PostgreSQL's into a folder, as a package would. */
async function pretendPostgres(
  root: string,
  version: string,
  extensions: readonly string[],
): Promise<string> {
  const binFolder = join(root, version, "bin");
  const share = join(root, version, "share");
  await Deno.mkdir(binFolder, { recursive: true });
  await Deno.mkdir(join(share, "extension"), { recursive: true });
  const programs = {
    postgres: `echo "postgres (PostgreSQL) ${version}.1 (Debian)"`,
    initdb: "exit 1",
    pg_config: `echo "${share}"`,
  };
  for (const [name, line] of Object.entries(programs)) {
    await Deno.writeTextFile(join(binFolder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  }
  for (const name of extensions) {
    await Deno.writeTextFile(join(share, "extension", `${name}.control`), "");
  }
  return binFolder;
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "nightshift-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a machine without PostgreSQL gets a sentence with what is missing", async () => {
  const search = await findPostgres(NOWHERE);
  match(
    search.found ? "" : search.problem,
    /^There is no PostgreSQL 15–18; .+\.$/,
  );
});

Deno.test("a PostgreSQL without an extension is not taken, and the extension is named", async () => {
  await inFolder(async (folder) => {
    const binFolder = await pretendPostgres(folder, "16", ["pg_cron", "plpgsql_check"]);
    const search = await findPostgres({ path: [binFolder], packageRoots: [folder] });
    match(search.found ? "" : search.problem, /^PostgreSQL 16 is in .+ without pgtap; /);
  });
});

Deno.test("the newest complete version that we support is taken", async () => {
  await inFolder(async (folder) => {
    const all = ["pg_cron", "pgtap", "plpgsql_check"];
    await pretendPostgres(folder, "14", all);
    await pretendPostgres(folder, "15", all);
    const binFolder = await pretendPostgres(folder, "17", all);
    await pretendPostgres(folder, "18", ["pgtap"]);
    await pretendPostgres(folder, "19", all);
    deepEqual(await findPostgres({ path: [binFolder], packageRoots: [folder] }), {
      found: true,
      installation: { major: 17, binFolder, lacks: [] },
    });
  });
});

Deno.test("a version that was asked for is taken, and no other", async () => {
  await inFolder(async (folder) => {
    const all = ["pg_cron", "pgtap", "plpgsql_check"];
    const binFolder = await pretendPostgres(folder, "15", all);
    await pretendPostgres(folder, "17", all);
    deepEqual(await findPostgres({ path: [], packageRoots: [folder] }, 15), {
      found: true,
      installation: { major: 15, binFolder, lacks: [] },
    });
  });
});
