import { z } from "zod";
import type { Cli } from "../cli.ts";

/** Text as an SQL literal. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** 244 random bits from the database's own source, so that no statement holds the secret. */
const GENERATED_SECRET = "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')";

/** Makes a Vault entry; without a value it is generated where it stays. */
export async function createVaultEntry(
  cli: Cli,
  entry: { readonly name: string; readonly description: string; readonly value?: string },
): Promise<void> {
  const value = entry.value === undefined ? GENERATED_SECRET : quoteLiteral(entry.value);
  await cli.execute(
    `select vault.create_secret(${value}, ${quoteLiteral(entry.name)}, ` +
      `${quoteLiteral(entry.description)}) is not null as stored`,
  );
}

/** Gives a Vault entry another value. */
export async function updateVaultEntry(cli: Cli, name: string, value: string): Promise<void> {
  await cli.execute(
    `select vault.update_secret(s.id, ${quoteLiteral(value)}) from vault.secrets s ` +
      `where s.name = ${quoteLiteral(name)}`,
  );
}

const secretsSchema = z.array(z.object({ name: z.string(), secret: z.string() }));

/** Texts of Vault entries by name; for handing them to the functions, never for printing. */
export async function readSecrets(
  cli: Cli,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = secretsSchema.parse(
    await cli.execute(
      "select s.name, s.decrypted_secret as secret from vault.decrypted_secrets s " +
        `where s.name in (${names.map(quoteLiteral).join(", ")})`,
    ),
  );
  return new Map(rows.map(({ name, secret }) => [name, secret]));
}
