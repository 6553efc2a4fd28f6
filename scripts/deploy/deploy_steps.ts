import { type FunctionBundle } from "./bundle.ts";
import { readReportStatement } from "./chapters.ts";
import { showCommand } from "./cli.ts";
import { DeployError } from "./deploy_error.ts";
import { isSameUrl, refuseOtherUrl } from "./project_url.ts";
import { GENERATED, GIVEN, VAULT_SECRET, VAULT_URL } from "./database_facts.ts";
import { listDiffering, setSecrets } from "./function_secrets.ts";
import { compareHistory } from "./history.ts";
import { listOurVersions, type Project, readBundles } from "./project.ts";
import { planSecret } from "./secret_plan.ts";
import type { Step } from "./steps.ts";
import { createVaultEntry, quoteLiteral, readSecrets, updateVaultEntry } from "./vault.ts";

/** What `functions deploy --use-api` takes for one function. */
const MAX_BUNDLE_BYTES = 5_000_000;

/** Chapters into the database, and what they report. */
export function pushChapters(project: Project): Step {
  const { cli, facts } = project;
  return {
    title: "Database: the chapters",
    commands: [
      showCommand(`db push --remote=${project.ref} --skip-vault`),
      showCommand(`db query --remote=${project.ref} --read-only  # what they report`),
    ],
    check: async () => {
      const versions = await listOurVersions(project);
      const { ours } = compareHistory(await facts.migrations(), versions);
      // Before they are copied into the user's folder, none of the missing is known to the history.
      const waiting = ours.length + project.chapters.length - versions.size;
      return {
        done: waiting === 0,
        detail: waiting === 0 ? "all chapters are applied" : `${waiting} chapters to apply`,
      };
    },
    changes: ["migrations", "relations", "database"],
    apply: async (print) => {
      await cli.pushMigrations();
      for (const row of await cli.query(readReportStatement(project.chapters))) {
        for (const line of Object.values(row)) print(String(line));
      }
    },
  };
}

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
    commands: [
      showCommand(
        `db query --remote=${project.ref}  # select vault.create_secret(…, 'cron_secret')`,
      ),
    ],
    check: async () => ({
      keep: { done: true, detail: "Vault has cron_secret" },
      store: { done: false, detail: "the CRON_SECRET that is set here" },
      generate: { done: false, detail: "a new one, generated in the database" },
    }[await plan()]),
    changes: ["database"],
    apply: async () => {
      await createVaultEntry(cli, {
        name: VAULT_SECRET,
        ...(given === undefined
          ? { description: GENERATED }
          : { description: GIVEN, value: given }),
      });
    },
  };
}

/** The same secret for the functions, and the user's settings. */
export function setFunctionSecrets(
  project: Project,
  settings: ReadonlyMap<string, string>,
): Step {
  const { cli, facts } = project;
  const inspect = async () => {
    const digests = await facts.secrets();
    const entry = (await facts.database()).vault.find(({ name }) => name === VAULT_SECRET);
    const needsSecret = entry === undefined || digests.get("CRON_SECRET") !== entry.digest;
    return { needsSecret, differing: listDiffering(settings, digests) };
  };
  return {
    title: "Functions: secrets",
    commands: [showCommand(`secrets set --remote=${project.ref} --env-file <temporary file>`)],
    check: async () => {
      const { needsSecret, differing } = await inspect();
      const names = [...(needsSecret ? ["CRON_SECRET"] : []), ...differing];
      return {
        done: names.length === 0,
        detail: names.length === 0 ? "they have them" : `set ${names.join(", ")}`,
      };
    },
    changes: ["secrets"],
    apply: async () => {
      const { needsSecret, differing } = await inspect();
      const secrets = [...settings].filter(([name]) => differing.includes(name));
      if (needsSecret) {
        for (const [, secret] of await readSecrets(cli, [VAULT_SECRET])) {
          secrets.push(["CRON_SECRET", secret]);
        }
      }
      await setSecrets(cli, secrets);
    },
  };
}

/** The functions themselves; those that did not change stay. */
export function deployFunctions(project: Project): Step {
  const { cli, facts } = project;
  const findChanged = async (): Promise<FunctionBundle[]> => {
    const bundles = await readBundles(project);
    const { records: list } = await facts.database();
    const records = new Map(list.map((record) => [record.name, record]));
    const versions = new Map((await facts.functions()).map((each) => [each.slug, each.version]));
    return bundles.filter(({ name, digest }) => {
      const record = records.get(name);
      return record?.digest !== digest || versions.get(name) !== record.version;
    });
  };
  return {
    title: "Functions: code",
    commands: [
      showCommand(
        `functions deploy ${project.functions.join(" ")} --use-api --remote=${project.ref}`,
      ),
    ],
    check: async () => {
      const changed = await findChanged().catch((error) => {
        if (error instanceof Deno.errors.NotFound) return undefined;
        throw error;
      });
      if (changed === undefined) return { done: false, detail: "once they are copied" };
      for (const bundle of changed) requireDeployableSize(bundle);
      return {
        done: changed.length === 0,
        detail: changed.length === 0 ? "they are there as they are here" : describeBundles(changed),
      };
    },
    changes: ["functions", "database"],
    apply: async (print) => {
      const changed = await findChanged();
      // Known before they are there: an upload that breaks off is ours all the same.
      await recordFunctions(
        project,
        changed.map(({ name }) => `(${quoteLiteral(name)}, null, null)`),
      );
      await cli.run(["functions", "deploy", ...changed.map(({ name }) => name), "--use-api"]);
      facts.forget(["functions"]);
      const versions = new Map((await facts.functions()).map((each) => [each.slug, each.version]));
      await recordFunctions(
        project,
        changed.map(({ name, digest }) =>
          `(${quoteLiteral(name)}, ${quoteLiteral(digest)}, ${versions.get(name) ?? "null"})`
        ),
      );
      print(`deployed ${changed.map(({ name }) => name).join(", ")}`);
    },
  };
}

function requireDeployableSize({ name, sizeBytes }: FunctionBundle): void {
  if (sizeBytes < MAX_BUNDLE_BYTES) return;
  throw new DeployError(
    "deploy_function_too_large",
    `${name} has ${sizeBytes} bytes; a function may have ${MAX_BUNDLE_BYTES}. Move data out of its code.`,
  );
}

function describeBundles(bundles: readonly FunctionBundle[]): string {
  return bundles.map(({ name, files, sizeBytes }) =>
    `${name} (${files.size} files, ${Math.ceil(sizeBytes / 1000)} kB)`
  ).join(", ");
}

async function recordFunctions(project: Project, values: readonly string[]): Promise<void> {
  await project.cli.execute(
    "insert into nightshift.deployed_functions (name, files_sha256, version) " +
      `values ${values.join(", ")} on conflict (name) do update set ` +
      "files_sha256 = excluded.files_sha256, version = excluded.version, deployed_at = now()",
  );
}

/** Where the functions are; the last entry, because before it is there nothing is sent. */
export function storeUrl(project: Project): Step {
  const { cli, facts, url } = project;
  const find = async () => (await facts.database()).vault.find(({ name }) => name === VAULT_URL);
  return {
    title: "Vault: project_url",
    commands: [
      showCommand(
        `db query --remote=${project.ref}  # select vault.create_secret('${url}', 'project_url')`,
      ),
    ],
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
