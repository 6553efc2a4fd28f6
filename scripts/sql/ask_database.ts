import { CommandError } from "../lib/command.ts";
import type { DatabaseTarget } from "./choose_target.ts";

/**
 * Sends statements to a local project.
 * @returns the rows of the last statement that has any
 * @throws {CommandError} PostgreSQL's words, with its hint; or that nobody answers
 */
export async function askDatabase(
  { url, secretKey }: Pick<DatabaseTarget, "url" | "secretKey">,
  query: string,
): Promise<readonly unknown[]> {
  const response = await fetch(`${url}/pg/query`, {
    method: "POST",
    headers: { apikey: secretKey, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  }).catch(() => {
    throw new CommandError(`Nothing answers at ${url}. Is the local project still running?`);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && Array.isArray(body)) return body;
  throw new CommandError(readMessage(body) ?? `${url} answered with status ${response.status}.`);
}

function readMessage(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("message" in body)) return undefined;
  const hint = "hint" in body ? `\n${String(body.hint)}` : "";
  return `${String(body.message)}${hint}`;
}
