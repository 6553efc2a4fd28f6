import { DeployError } from "./deploy_error.ts";
import type { VaultEntry } from "./database/database_facts.ts";

/** Whether a Vault entry holds this URL; a slash at its end makes no difference. */
export function isSameUrl(entry: VaultEntry, url: string): boolean {
  return entry.url?.replace(/\/+$/, "") === url;
}

/**
 * Refuses to change a `project_url` that the user made for other uses.
 * @throws {DeployError} `deploy_vault_differs`
 */
export function refuseOtherUrl(entry: VaultEntry, url: string): void {
  if (isSameUrl(entry, url) || entry.description.startsWith("Nightshift")) return;
  throw new DeployError(
    "deploy_vault_differs",
    `Vault has a project_url of yours, ${entry.url}, and not ${url}. Nothing was changed. If the ` +
      `functions are reached there, add --project-url ${entry.url}; otherwise rename or remove ` +
      "that entry.",
  );
}
