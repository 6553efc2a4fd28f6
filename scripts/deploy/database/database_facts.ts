import { z } from "zod";
import { SupabaseFailure } from "../../lib/supabase_cli.ts";
import type { Cli } from "../cli.ts";
import { DeployError } from "../deploy_error.ts";
import { quoteLiteral } from "./vault.ts";

/** The Vault entries that dispatch reads. */
export const VAULT_SECRET = "cron_secret";
export const VAULT_URL = "project_url";
/** The next secret while a rotation is under way. */
export const VAULT_NEXT = "cron_secret_next";

/** A Vault entry without its secret. */
export interface VaultEntry {
  readonly name: string;
  /** SHA-256 of the secret, hex. */
  readonly digest: string;
  readonly description: string;
  /** The text itself, of `project_url` only. */
  readonly url: string | null;
}

/** What is asked, each part with what must exist for it. */
type Parts = Readonly<Record<string, { readonly needs: readonly string[]; readonly sql: string }>>;

const VAULT_FILTER = `s.name in ('${VAULT_SECRET}', '${VAULT_NEXT}', '${VAULT_URL}')`;

/** Which entries there are, without decrypting any. */
const VAULT_NAMES = {
  needs: ["vault.secrets"],
  sql: "select s.name, s.description, '' as digest, null as url from vault.secrets s " +
    `where ${VAULT_FILTER}`,
};

const PARTS = {
  vault: {
    needs: ["vault.decrypted_secrets"],
    sql: `select s.name, s.description,
        encode(sha256(convert_to(s.decrypted_secret, 'UTF8')), 'hex') as digest,
        case when s.name = '${VAULT_URL}' then s.decrypted_secret end as url
      from vault.decrypted_secrets s
      where ${VAULT_FILTER}`,
  },
  // Functions that the command deployed; without digest where an upload did not end.
  records: {
    needs: ["nightshift.deployed_functions"],
    sql: `select f.name, f.files_sha256 as digest, f.version from nightshift.deployed_functions f`,
  },
  history: {
    needs: ["supabase_migrations.schema_migrations"],
    sql: "select m.version, m.name from supabase_migrations.schema_migrations m",
  },
  ticking: {
    needs: ["public.task_schedules"],
    sql: "select s.name from public.task_schedules s where s.enabled",
  },
  missingExtensions: {
    needs: ["nightshift.list_missing_extensions()"],
    sql: "select m.extension as name from nightshift.list_missing_extensions() m order by 1",
  },
  missingJobs: {
    needs: ["nightshift.list_missing_jobs()", "cron.job"],
    sql: "select m.name from nightshift.list_missing_jobs() m order by m.name",
  },
  wrongRights: {
    needs: ["nightshift.compare_rights()"],
    sql: "select c.object as name from nightshift.compare_rights() c",
  },
  operators: {
    needs: ["nightshift.operators"],
    sql: `select lower(coalesce(u.email, '')) as name
      from nightshift.operators o join auth.users u on u.id = o.user_id`,
  },
  madeTables: {
    needs: ["nightshift.installed_objects"],
    sql: "select o.name from nightshift.installed_objects o where o.kind = 'table'",
  },
  finishedRun: {
    needs: ["nightshift.deployed_functions", "public.autonomous_tasks"],
    sql: `select t.id as name
      from public.autonomous_tasks t
      where t.workspace_id is null and t.task_type = 'continuous_intelligence_update'
        and t.status in ('completed', 'partial_failure')
        and t.executed_at > (select max(f.deployed_at) from nightshift.deployed_functions f)
      order by t.executed_at desc
      limit 1`,
  },
} as const satisfies Parts;

const OBJECTS = [...new Set<string>(Object.values(PARTS).flatMap(({ needs }) => needs))];

const rowSchema = z.tuple([z.record(z.string(), z.unknown())]);
const namesSchema = z.array(z.object({ name: z.string() })).transform((rows) =>
  rows.map(({ name }) => name)
);
const factsSchema = z.object({
  /** Those of the tables and functions that matter here that exist. */
  existing: namesSchema.transform((names): ReadonlySet<string> => new Set(names)),
  vault: z.array(z.object({
    name: z.string(),
    digest: z.string(),
    description: z.string().nullable().transform((text) => text ?? ""),
    url: z.string().nullable(),
  })),
  records: z.array(z.object({
    name: z.string(),
    digest: z.string().nullable(),
    version: z.number().nullable(),
  })),
  history: z.array(z.object({ version: z.string(), name: z.string().nullable() })),
  ticking: namesSchema,
  missingExtensions: namesSchema,
  missingJobs: namesSchema,
  wrongRights: namesSchema,
  /** Their addresses, in lower case. */
  operators: namesSchema,
  madeTables: namesSchema,
  finishedRun: namesSchema.transform((ids) => ids[0] ?? null),
});

/** What the database says about Nightshift in it. */
export type DatabaseFacts = z.output<typeof factsSchema>;

/**
 * What the database says; of tables that are absent, nothing. Secrets stay in the database.
 * @throws {DeployError} `deploy_vault_unreadable`
 */
export async function readDatabaseFacts(cli: Pick<Cli, "execute">): Promise<DatabaseFacts> {
  try {
    return await ask(cli, PARTS);
  } catch (error) {
    if (!(error instanceof SupabaseFailure)) throw error;
    // Without the question to Vault it works: then Vault is what fails.
    const { vault } = await ask(cli, { ...PARTS, vault: VAULT_NAMES }).catch(() => ({ vault: [] }));
    if (vault.length === 0) throw error;
    throw explainVault(vault.map(({ name }) => name), error);
  }
}

/** One query, because each is a process of its own. */
async function ask(cli: Pick<Cli, "execute">, parts: Parts): Promise<DatabaseFacts> {
  const existing = `select o.name from (values ${
    OBJECTS.map((name) => `('${name}')`).join(", ")
  }) as o (name) where ${isThere("o.name")}`;
  const columns = Object.entries(parts).map(([name, { needs, sql }]) => {
    const condition = needs.map((object) => isThere(quoteLiteral(object))).join(" and ");
    return `case when ${condition} then ${askLater(sql)} else '[]'::json end as "${name}"`;
  });
  // Not read-only: the readers' role of a hosted project may not decrypt.
  const [row] = rowSchema.parse(
    await cli.execute(`select ${askLater(existing)} as existing, ${columns.join(", ")}`),
  );
  return factsSchema.parse(row);
}

function isThere(name: string): string {
  return `(case when ${name} like '%()' then to_regprocedure(${name})::oid ` +
    `else to_regclass(${name})::oid end is not null)`;
}

/** A query as text, so that it is parsed only where its tables exist. Hex, because XML escapes. */
function askLater(sql: string): string {
  const query =
    "select encode(convert_to(coalesce(json_agg(p), '[]')::text, 'UTF8'), 'hex') as j " +
    `from (${sql}) as p`;
  const xml = `query_to_xml(${quoteLiteral(query)}, false, false, '')`;
  const hex = `(xpath('/table/row/j/text()', ${xml}))[1]::text`;
  return `convert_from(decode(${hex}, 'hex'), 'UTF8')::json`;
}

function explainVault(names: readonly string[], cause: SupabaseFailure): DeployError {
  return new DeployError(
    "deploy_vault_unreadable",
    `Vault cannot decrypt ${
      names.join(" and ")
    }. That happens when a backup is restored on another ` +
      "server, because the key stays on the old one. Delete these entries in the SQL editor and " +
      "deploy again; a new secret is generated:\n" +
      `delete from vault.secrets where name in (${names.map(quoteLiteral).join(", ")});`,
    { cause },
  );
}
