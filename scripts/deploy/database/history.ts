import type { MigrationState } from "../../lib/supabase_cli.ts";
import { DeployError } from "../deploy_error.ts";

/** What the folder's migrations and the project's history say about each other. */
export interface History {
  /** Versions that only the project knows. */
  readonly unknown: readonly string[];
  /** Versions of ours that are not applied yet. */
  readonly ours: readonly string[];
  /** Versions of the user's own that are not applied yet. */
  readonly theirs: readonly string[];
}

/**
 * Sorts the migrations of a folder and of a project. Versions need not be times (`1_init.sql`), and
 * the CLI then lists the same version twice, so what is local and what is remote is compared anew.
 */
export function compareHistory(
  states: readonly MigrationState[],
  ourVersions: ReadonlySet<string>,
): History {
  const locals = new Set(states.map(({ local }) => local).filter(Boolean));
  const remotes = new Set(states.map(({ remote }) => remote).filter(Boolean));
  const waiting = [...locals].filter((version) => !remotes.has(version));
  return {
    unknown: [...remotes].filter((version) => !locals.has(version)),
    ours: waiting.filter((version) => ourVersions.has(version)),
    theirs: waiting.filter((version) => !ourVersions.has(version)),
  };
}

/**
 * Refuses where a push would be rejected or would take more with it than ours.
 * @param into the user's own folder, when it is deployed from there
 * @param names of migrations by version, as their files have them
 * @throws {DeployError} `deploy_history_unknown`, `deploy_migrations_waiting`
 */
export function refuseForeignHistory(
  history: History,
  into: string | undefined,
  names: ReadonlyMap<string, string>,
): void {
  if (history.unknown.length > 0) {
    const where = into ?? "this folder";
    const advice = into === undefined
      ? "This project is managed from another folder: give it, and Nightshift is added there and " +
        "pushed from there: npx -y deno@2.9.6 task deploy --into PATH."
      : `Bring ${into} up to date first: pull what colleagues committed, or fetch it with ` +
        "`npx -y supabase@3.1.0 migration fetch`.";
    throw new DeployError(
      "deploy_history_unknown",
      `The project's history has ${list(history.unknown, names)}, which ${where} lacks. ` +
        `They are yours, and nothing was changed. ${advice} ` +
        'Do not mark them as "reverted", whatever the CLI advises: they are applied.',
    );
  }
  if (history.theirs.length > 0) {
    throw new DeployError(
      "deploy_migrations_waiting",
      `${into ?? "This folder"} has ${
        list(history.theirs, names)
      } of your own that the project lacks, and ` +
        "a push would apply them too. Nothing was changed. Push them first " +
        "(`npx -y supabase@3.1.0 db push`), then deploy again.",
    );
  }
}

/** As the files are called, without `.sql`: `20250101000000_notes`. */
function list(versions: readonly string[], names: ReadonlyMap<string, string>): string {
  const shown = versions.slice(0, 5)
    .map((version) => [version, names.get(version)].filter(Boolean).join("_")).join(", ");
  const rest = versions.length > 5 ? ` and ${versions.length - 5} more` : "";
  return `${versions.length} migration${versions.length === 1 ? "" : "s"} (${shown}${rest})`;
}
