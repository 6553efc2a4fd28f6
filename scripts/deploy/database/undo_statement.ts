import { listCopiedNames, type Migration } from "./migrations.ts";
import { quoteLiteral } from "./vault.ts";

/** Ends our session's wait for a lock that a run holds; the undo can be started again. */
export const LOCK_TIMEOUT = "15s";

/** One part of an undo. */
export interface UndoPart {
  /** A table without which there is nothing to do; undefined for a part that looks itself. */
  readonly needs: string | undefined;
  readonly sql: string;
}

/**
 * What undoes everything in the database, in order: Vault entries, migrations, and our lines of the
 * migration history, under whatever version they were pushed. Extensions that we created but others
 * use by now stay.
 * @param rollbacks in the order in which they run
 */
export function listUndoParts(
  rollbacks: readonly Migration[],
  migrations: readonly Migration[],
): UndoPart[] {
  const copied = listCopiedNames(migrations).map(quoteLiteral).join(", ");
  const own = migrations.map(({ version, name }) =>
    `(${quoteLiteral(version)}, ${quoteLiteral(name)})`
  );
  return [
    {
      needs: "vault.secrets",
      sql: `delete from vault.secrets s
        where s.name in ('cron_secret', 'cron_secret_next', 'project_url')
          and s.description like 'Nightshift: %'`,
    },
    {
      needs: "nightshift.installed_objects",
      sql: `delete from nightshift.installed_objects o
        where o.kind = 'extension' and (
          o.name = 'pg_cron' and exists (
            select from cron.job j
            where j.command not like 'select nightshift.%'
              and j.command not like 'call nightshift.%')
          or o.name = 'supabase_vault' and exists (select from vault.secrets))`,
    },
    ...rollbacks.map(({ sql }) => ({ needs: undefined, sql })),
    {
      needs: "supabase_migrations.schema_migrations",
      sql: `delete from supabase_migrations.schema_migrations m
        where m.name in (${copied})
          or (m.version, m.name) in (${own.join(", ")})`,
    },
  ];
}

/** One statement, hence one transaction, that undoes what {@link listUndoParts} lists. */
export function buildUndoStatement(
  rollbacks: readonly Migration[],
  migrations: readonly Migration[],
): string {
  const lines = listUndoParts(rollbacks, migrations).map(({ needs, sql }) => {
    const execute = `execute ${quoteDollar(sql, "part")};`;
    return needs === undefined
      ? `  ${execute}`
      : `  if to_regclass('${needs}') is not null then ${execute} end if;`;
  });
  return `do ${
    quoteDollar(
      `\nbegin\n  perform set_config('lock_timeout', '${LOCK_TIMEOUT}', true);\n${
        lines.join("\n")
      }\nend\n`,
      "undo",
    )
  }`;
}

/** Quotes text that may hold any quote itself. */
function quoteDollar(text: string, name: string): string {
  let tag = `$${name}$`;
  for (let count = 1; text.includes(tag); count++) tag = `$${name}${count}$`;
  return `${tag}${text}${tag}`;
}
