import { DeployError } from "../deploy_error.ts";

/** A version has four digits for the year. */
const END_OF_VERSIONS = Date.UTC(10_000, 0, 1);

/**
 * Versions for new migrations, one second apart: from now on, but after every version there is.
 * @param existing versions such as `20261122000100`; others are not compared
 * @throws {DeployError} `deploy_into_conflict` when no version can come after the latest
 */
export function chooseVersions(count: number, existing: readonly string[], now: Date): string[] {
  const latest = existing.filter((version) => /^\d{14}$/.test(version)).sort().at(-1);
  const after = latest === undefined ? 0 : parseVersion(latest) + 1000;
  const first = Math.max(now.getTime(), after);
  if (first + count * 1000 > END_OF_VERSIONS) {
    throw new DeployError(
      "deploy_into_conflict",
      `No migration can come after the version ${latest} in supabase/migrations. Give that ` +
        "migration the time at which it was made. Nothing was changed.",
    );
  }
  return Array.from({ length: count }, (_, index) => formatVersion(first + index * 1000));
}

function parseVersion(version: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version)?.slice(1).map(Number) ?? [];
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatVersion(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
