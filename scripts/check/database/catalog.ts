import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Cluster } from "../../local/postgres/postgres_cluster.ts";
import { runPsql } from "../../local/postgres/psql.ts";

const constraintSchema = z.object({ name: z.string(), definition: z.string() });

const relationSchema = z.object({
  name: z.string(),
  kind: z.enum(["table", "view", "materialized view"]),
  unlogged: z.boolean(),
  row_security: z.boolean(),
  options: z.array(z.string()),
  comment: z.string().nullable(),
  columns: z.array(z.object({
    name: z.string(),
    type: z.string(),
    not_null: z.boolean(),
    identity: z.boolean(),
    generated: z.boolean(),
    default: z.string().nullable(),
    comment: z.string().nullable(),
  })),
  constraints: z.array(constraintSchema),
  indexes: z.array(z.string()),
  policies: z.array(z.object({
    name: z.string(),
    command: z.string(),
    roles: z.array(z.string()),
    using: z.string().nullable(),
    check: z.string().nullable(),
  })),
  triggers: z.array(z.string()),
  grants: z.record(z.string(), z.string()),
});

const routineSchema = z.object({
  name: z.string(),
  arguments: z.string(),
  /** Null for procedures. */
  result: z.string().nullable(),
  volatility: z.string(),
  security_definer: z.boolean(),
  comment: z.string().nullable(),
  callers: z.array(z.string()),
});

const domainSchema = z.object({
  name: z.string(),
  type: z.string(),
  comment: z.string().nullable(),
  constraints: z.array(constraintSchema),
});

const routinesSchema = z.object({
  functions: z.array(routineSchema),
  domains: z.array(domainSchema),
});

/** A table or view with its columns, constraints, indexes, policies, triggers and grants. */
export type Relation = z.output<typeof relationSchema>;
/** A function with its signature and who may call it. */
export type Routine = z.output<typeof routineSchema>;
/** A domain with its constraints. */
export type Domain = z.output<typeof domainSchema>;

/** What `public` and `nightshift` contain. Names include the schema. */
export interface Catalog {
  readonly relations: readonly Relation[];
  readonly functions: readonly Routine[];
  readonly domains: readonly Domain[];
}

/** Reads the catalog of a migrated database. @throws {Error} in PostgreSQL's words */
export async function readCatalog(cluster: Cluster): Promise<Catalog> {
  const read = async (name: string): Promise<unknown> => {
    const query = await Deno.readTextFile(fileURLToPath(new URL(`./${name}.sql`, import.meta.url)));
    // Without a search path PostgreSQL prints every name with its schema.
    const sql = `set search_path = ''; ${query}`;
    const url = cluster.url("supabase_admin");
    return JSON.parse(await runPsql(cluster.installation.binFolder, url, { sql }));
  };
  const [relations, routines] = await Promise.all([read("relations"), read("routines")]);
  return {
    relations: z.array(relationSchema).parse(relations),
    ...routinesSchema.parse(routines),
  };
}
