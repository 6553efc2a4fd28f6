/**
 * The release of these functions. Written by `deno task ok --write` from `version` in the
 * repository's deno.json.
 */
export const VERSION = "0.1.0-rc.1";

/** What `GET /health` says about versions. */
export interface VersionReport {
  /** Release of the functions. */
  readonly version: string;
  /** Release of the database; null where it does not know. */
  readonly database_version: string | null;
  /** One sentence on what to do; only where the two differ. */
  readonly version_problem?: string;
}

/**
 * Compares the functions with the database that they work on.
 * @param databaseVersion as `health()` in the database gives it; anything but text is unknown
 * @param version release of the functions; their own by default
 * @example reportVersions("0.2.0").version_problem
 */
export function reportVersions(databaseVersion: unknown, version = VERSION): VersionReport {
  const known = typeof databaseVersion === "string" ? databaseVersion : null;
  const report = { version, database_version: known };
  if (known === version) return report;
  const database = known === null
    ? "the database does not know its version, so it is older"
    : `the database is ${known}`;
  return {
    ...report,
    version_problem: `The functions are ${version} and ${database}. ` +
      "Deploy the migrations and the functions of one release (docs/guides/upgrade.md).",
  };
}
