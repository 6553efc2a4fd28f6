import { showQuery } from "../cli.ts";
import { VAULT_SECRET, VAULT_URL } from "../database/database_facts.ts";
import { createSecret, createVaultEntry, GIVEN, updateVaultEntry } from "../database/vault.ts";
import { planSecret } from "../functions/secret_plan.ts";
import type { Project } from "../project.ts";
import { isSameUrl, refuseOtherUrl } from "../project_url.ts";
import type { Step } from "./step.ts";

/** The secret that the database signs with. */
export function storeSecret(project: Project, given: string | undefined): Step {
  const { cli, facts } = project;
  const plan = async () => {
    const { vault } = await facts.database();
    return planSecret({
      given,
      vaultDigest: vault.find(({ name }) => name === VAULT_SECRET)?.digest,
      functionDigest: (await facts.secrets()).get("CRON_SECRET"),
    });
  };
  return {
    title: "Vault: cron_secret",
    commands: [showQuery(project, "select vault.create_secret(…, 'cron_secret')")],
    check: async () => ({
      keep: { done: true, detail: "Vault has cron_secret" },
      store: { done: false, detail: "the CRON_SECRET that is set here" },
      generate: { done: false, detail: "a new one, generated in the database" },
    }[await plan()]),
    changes: ["database"],
    apply: () => createSecret(cli, VAULT_SECRET, given),
  };
}

/** Where the functions are; the last entry, because before it is there nothing is sent. */
export function storeUrl(project: Project): Step {
  const { cli, facts, url } = project;
  const find = async () => (await facts.database()).vault.find(({ name }) => name === VAULT_URL);
  return {
    title: "Vault: project_url",
    commands: [showQuery(project, `select vault.create_secret('${url}', 'project_url')`)],
    check: async () => {
      const entry = await find();
      if (entry === undefined) return { done: false, detail: url };
      refuseOtherUrl(entry, url);
      return isSameUrl(entry, url)
        ? { done: true, detail: `Vault has ${url}` }
        : { done: false, detail: `${url} instead of ${entry.url}` };
    },
    changes: ["database"],
    apply: async () => {
      const entry = await find();
      if (entry !== undefined) await updateVaultEntry(cli, VAULT_URL, url);
      else await createVaultEntry(cli, { name: VAULT_URL, description: GIVEN, value: url });
    },
  };
}
