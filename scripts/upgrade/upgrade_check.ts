// deno-lint-ignore-file no-console -- a command's output is for its user
/** `deno task upgrade-check`: whether an upgraded database is what a fresh install makes. */
import { CommandError, runCommand } from "../lib/command.ts";
import { MIGRATIONS_FOLDER } from "../local/migrations.ts";
import { startCluster } from "../local/postgres/postgres_cluster.ts";
import { ensurePostgres, readMajor } from "../local/postgres/postgres_install.ts";
import { checkUpgrade } from "./check_upgrade.ts";
import { findLatestRelease, readFolder, readRelease } from "./migration_sets.ts";

const USAGE =
  `Usage: deno task upgrade-check [--from=TAG|FOLDER] [--to=FOLDER] [--data=FILE] [--postgres=N]
  Installs a release, fills it with data, applies the later migrations, and compares everything
  with a fresh install. Exit code 1 and one line for each difference where they are not equal.
  --from  the release: a tag or a folder of its migrations; the latest tag by default
  --to    the folder of migrations to upgrade to; supabase/migrations by default
  --data  SQL that fills the release; rows in the main tables by default
  --postgres=15|16|17|18
          the PostgreSQL to try it on; the installed one by default`;

const SAMPLE_DATA = new URL("./sample_data.sql", import.meta.url);

await runCommand({
  usage: USAGE,
  options: {
    from: { type: "string" },
    to: { type: "string", default: MIGRATIONS_FOLDER },
    data: { type: "string" },
    postgres: { type: "string" },
  },
}, async ({ from, to, data, postgres }) => {
  const search = await ensurePostgres(
    console.log,
    postgres === undefined ? undefined : readMajor(postgres),
  );
  if (!search.found) throw new CommandError(search.problem);
  const release = from ?? await findLatestRelease();
  const now = await readFolder(to);
  if (release === undefined) {
    console.log("There is no release yet, so the migrations of today are one.");
  }
  const upgrade = {
    from: release === undefined
      ? now
      : await isFolder(release)
      ? await readFolder(release)
      : await readRelease(release),
    to: now,
    data: await Deno.readTextFile(data ?? SAMPLE_DATA),
  };
  await using cluster = await startCluster({ installation: search.installation });
  const findings = await checkUpgrade(cluster, upgrade);
  for (const finding of findings) console.log(finding);
  const later = upgrade.to.length - upgrade.from.length;
  console.log(
    findings.length === 0
      ? `Equal: ${upgrade.from.length} migrations, data, then ${later} more are what a fresh ` +
        `install makes on PostgreSQL ${search.installation.major}, and no row was lost.`
      : `${findings.length} differences.`,
  );
  return findings.length === 0 ? 0 : 1;
});

async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then(({ isDirectory }) => isDirectory, () => false);
}
