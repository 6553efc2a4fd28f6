import { runProgram } from "../../lib/run_program.ts";
import { exists, installPackages, updatePackageLists } from "../debian_packages.ts";

/**
 * Installs the distribution's own PostgreSQL with what the tests need; answers undefined or one
 * sentence on what failed. A machine without PostgreSQL stays without a cluster of Debian's making:
 * the packages' own switch for that is set before they arrive, and never changed where it exists.
 */
export async function installOnDebian(print: (line: string) => void): Promise<string | undefined> {
  print("PostgreSQL: reading the package lists (apt-get update)");
  const updated = await updatePackageLists();
  if (updated !== undefined) return updated;
  const major = await readDistributionMajor();
  if (major === undefined) {
    return "apt-cache names no PostgreSQL; install PostgreSQL 15–18 yourself.";
  }
  const packages = [
    `postgresql-${major}`,
    `postgresql-${major}-cron`,
    `postgresql-${major}-pgtap`,
    `postgresql-${major}-plpgsql-check`,
  ];
  await preventDefaultCluster();
  print(`PostgreSQL: installing ${packages.join(" ")}`);
  return await installPackages(packages);
}

const CLUSTER_SETTINGS = "/etc/postgresql-common/createcluster.conf";

async function preventDefaultCluster(): Promise<void> {
  if (await exists(CLUSTER_SETTINGS)) return;
  await Deno.mkdir("/etc/postgresql-common", { recursive: true });
  await Deno.writeTextFile(
    CLUSTER_SETTINGS,
    "# Written by Nightshift's tests, which start clusters of their own in temporary folders.\n" +
      "create_main_cluster = false\n",
  );
}

async function readDistributionMajor(): Promise<number | undefined> {
  const { stdout } = await runProgram("apt-cache", ["depends", "postgresql"]);
  const digits = /Depends: postgresql-(\d+)/.exec(stdout)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
