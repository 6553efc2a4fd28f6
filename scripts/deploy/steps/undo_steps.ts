import { readRollbacks } from "../database/migrations.ts";
import { type Cli, showCommand } from "../cli.ts";
import { VAULT_SECRET } from "../database/database_facts.ts";
import { GENERATED } from "../database/vault.ts";
import type { Project } from "../project.ts";
import type { Step } from "./step.ts";
import { buildUndoStatement } from "../database/undo_statement.ts";

const INSTALLED = "nightshift.installed_objects";
const SECRETS = ["CRON_SECRET", "CRON_SECRET_PREVIOUS"];

/** Stops the ticks, so that none meets a half-removed project. */
export function pauseTicks({ cli, facts, ref }: Project): Step {
  return {
    title: "Database: no more ticks",
    commands: [showCommand(`db query --remote=${ref}  # select nightshift.pause_all()`)],
    check: async () => {
      const { ticking } = await facts.database();
      const isStill = ticking.length === 0;
      return {
        done: isStill,
        detail: isStill ? "no schedule ticks" : `pause ${ticking.join(", ")}`,
      };
    },
    changes: ["database"],
    apply: async () => void await cli.execute("select nightshift.pause_all()"),
  };
}

/** Deletes the functions that the command deployed, and no others. */
export function deleteFunctions({ cli, facts, ref, functions }: Project): Step {
  const find = async () => {
    const recorded = new Set((await facts.database()).records.map(({ name }) => name));
    return (await facts.functions()).map(({ slug }) => slug).filter((slug) => recorded.has(slug));
  };
  return {
    title: "Functions: delete",
    commands: functions.map((name) => showCommand(`functions delete ${name} --remote=${ref}`)),
    check: async () => {
      const names = await find();
      return { done: names.length === 0, detail: names.join(", ") || "none of ours is there" };
    },
    changes: ["functions"],
    apply: async (print) => {
      for (const name of await find()) {
        await cli.run(["functions", "delete", name]);
        print(`deleted ${name}`);
      }
    },
  };
}

/** Removes the secret from the functions' environment if the command generated it. */
export function unsetSecrets({ cli, facts, ref }: Project): Step {
  const find = async () => {
    const entry = (await facts.database()).vault.find(({ name }) => name === VAULT_SECRET);
    if (entry?.description !== GENERATED) return [];
    const digests = await facts.secrets();
    return SECRETS.filter((name) => digests.has(name));
  };
  return {
    title: "Functions: secrets",
    commands: [showCommand(`secrets unset ${SECRETS.join(" ")} --remote=${ref}`)],
    check: async () => {
      const names = await find();
      const detail = names.length > 0
        ? `unset ${names.join(", ")}`
        : "none that was generated here";
      return { done: names.length === 0, detail };
    },
    changes: ["secrets"],
    apply: async () => void await cli.run(["secrets", "unset", ...await find()]),
  };
}

/** Undoes the migrations, from the last to the first, with cron jobs, Vault entries and history. */
export function rollBack({ cli, facts, ref, migrations }: Project): Step {
  return {
    title: "Database: cron jobs, schema, Vault entries, history",
    commands: [showCommand(`db query --remote=${ref}  # supabase/rollback, in one transaction`)],
    check: async () => {
      const isInstalled = (await facts.database()).existing.has(INSTALLED);
      const detail = isInstalled ? "roll the migrations back" : "the schema is not there";
      return { done: !isInstalled, detail };
    },
    changes: ["migrations", "database"],
    apply: async () =>
      void await cli.execute(buildUndoStatement(await readRollbacks(), migrations)),
  };
}

/** Tables whose rows an undo deletes, unless the table was there before. */
const DATA_TABLES = ["autonomous_tasks", "email_intelligence", "client_emails", "workspaces"];
const ADOPTABLE_TABLES = [
  "public.client_emails",
  "public.workspace_members",
  "public.workspaces",
];

/** What an undo would delete, in a person's words; undefined where nothing is installed. */
export async function describeLoss({ cli, facts }: Project): Promise<string | undefined> {
  const { existing, madeTables } = await facts.database();
  if (!existing.has(INSTALLED)) return undefined;
  const adopted = ADOPTABLE_TABLES.filter((name) => !madeTables.includes(name));
  // A guess of the statistics would do, but a fresh project has none.
  const counts = existing.has("public.autonomous_tasks")
    ? await countRows(cli, DATA_TABLES.filter((name) => !adopted.includes(`public.${name}`)))
    : [];
  const stays = adopted.length > 0 ? ` ${adopted.join(" and ")} stay: they were there before.` : "";
  return `This deletes the functions, the cron jobs${counts.join("")} and the schema.${stays}`;
}

async function countRows(cli: Cli, tables: readonly string[]): Promise<string[]> {
  const existing = tables.map((name) =>
    `select '${name}' as name, (xpath('/row/c/text()', ` +
    `query_to_xml('select count(*) as c from public.${name}', false, true, '')))[1]::text ` +
    `as rows where to_regclass('public.${name}') is not null`
  );
  const rows = await cli.query(existing.join(" union all "));
  return rows.map((row) => `, ${row["rows"]} rows of ${row["name"]}`);
}
