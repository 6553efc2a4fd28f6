import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Cli } from "../cli.ts";
import { DeployError } from "../deploy_error.ts";
import { digestText } from "./secret_plan.ts";

/**
 * Reads the user's settings for the functions; empty ones count as not set.
 * @throws {DeployError} `deploy_usage_invalid` when the file cannot be read
 */
export async function readSettings(path: string | undefined): Promise<Map<string, string>> {
  if (path === undefined) return new Map();
  const text = await Deno.readTextFile(path).catch((cause) => {
    throw new DeployError(
      "deploy_usage_invalid",
      `--settings ${path} cannot be read: ${cause.message}`,
    );
  });
  const settings = Object.entries(parseEnv(text)).flatMap(([name, value]) =>
    value ? [[name, value] as const] : []
  );
  return new Map(settings);
}

/** Names of those secrets that the functions do not have yet, or with another value. */
export function listDiffering(
  wanted: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, string>,
): string[] {
  return [...wanted].filter(([name, value]) => digests.get(name) !== digestText(value))
    .map(([name]) => name);
}

/**
 * Gives secrets to the functions by a file that only this user can read and that goes at once.
 * @throws {DeployError} `deploy_usage_invalid` for a value that no such file can hold
 */
export async function setSecrets(
  cli: Pick<Cli, "run">,
  secrets: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "nightshift-deploy-" });
  try {
    const file = join(folder, "secrets.env");
    await Deno.writeTextFile(file, secrets.map(formatLine).join(""), { mode: 0o600 });
    await cli.run(["secrets", "set", "--env-file", file]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * A line as the CLI reads it: nothing between quotes is escaped, except that between double ones
 * `\\n` and `\\r` are read as line breaks.
 */
function formatLine([name, value]: readonly [name: string, value: string]): string {
  const quote = findQuote(value);
  if (quote !== undefined) return `${name}=${quote}${value}${quote}\n`;
  throw explainQuotes(name);
}

/** @throws {DeployError} `deploy_usage_invalid` for a value that no line can hold */
export function requireWritable([name, value]: readonly [name: string, value: string]): void {
  if (findQuote(value) === undefined) throw explainQuotes(name);
}

function findQuote(value: string): string | undefined {
  return ["'", "`", '"'].find((sign) =>
    !value.includes(sign) && !(sign === '"' && /\\[nr]/.test(value))
  );
}

function explainQuotes(name: string): DeployError {
  return new DeployError(
    "deploy_usage_invalid",
    `${name} has quotes of several kinds in it, which no line of an env file can hold together. ` +
      "Set it in the dashboard, under Edge Functions > Secrets, and leave it out of --settings.",
  );
}
