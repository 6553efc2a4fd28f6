import { showCommand } from "../cli.ts";
import { VAULT_SECRET } from "../database/database_facts.ts";
import { quoteLiteral, readSecrets } from "../database/vault.ts";
import type { FunctionBundle } from "../functions/bundle.ts";
import { describeBundles, requireDeployableSize } from "../functions/bundle_size.ts";
import { listDiffering, setSecrets } from "../functions/function_secrets.ts";
import { withUploadFolder } from "../functions/upload_folder.ts";
import { type Project, REPOSITORY } from "../project.ts";
import type { Step } from "./step.ts";

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

/** The functions themselves, bundled; those that did not change stay. */
export function deployFunctions(project: Project): Step {
  const { cli, facts } = project;
  const findChanged = async (): Promise<FunctionBundle[]> => {
    const bundles = await project.bundles();
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
      const changed = await findChanged();
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
      const names = changed.map(({ name }) => name);
      if (project.into !== undefined) await cli.deployFunctions(names, project.into);
      else {
        await withUploadFolder(REPOSITORY, changed, (folder) => cli.deployFunctions(names, folder));
      }
      facts.forget(["functions"]);
      const versions = new Map((await facts.functions()).map((each) => [each.slug, each.version]));
      await recordFunctions(
        project,
        changed.map(({ name, digest }) =>
          `(${quoteLiteral(name)}, ${quoteLiteral(digest)}, ${versions.get(name) ?? "null"})`
        ),
      );
      print(`deployed ${names.join(", ")}`);
    },
  };
}

async function recordFunctions(project: Project, values: readonly string[]): Promise<void> {
  await project.cli.execute(
    "insert into nightshift.deployed_functions (name, files_sha256, version) " +
      `values ${values.join(", ")} on conflict (name) do update set ` +
      "files_sha256 = excluded.files_sha256, version = excluded.version, deployed_at = now()",
  );
}
