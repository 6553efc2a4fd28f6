import { showCommand, showQuery } from "../cli.ts";
import { DeployError } from "../deploy_error.ts";
import { VAULT_NEXT, VAULT_SECRET } from "../database/database_facts.ts";
import { setSecrets } from "../functions/function_secrets.ts";
import type { Project } from "../project.ts";
import { digestText } from "../functions/secret_plan.ts";
import type { Step } from "./step.ts";
import { createSecret, readSecrets } from "../database/vault.ts";

const PREVIOUS = "CRON_SECRET_PREVIOUS";
/** Instances that were started before end by themselves within minutes. */
const ACCEPT_LIMIT_MS = 180_000;
const PAUSE_MS = 500;

/** Digests that say how far a rotation is. */
interface Standing {
  readonly current: string;
  /** The next secret; undefined once Vault has switched. */
  readonly next: string | undefined;
  readonly function: string | undefined;
  readonly previous: string | undefined;
}

/**
 * Makes the next secret, in Vault, where an interrupted rotation finds it again.
 * Where only the former secret is left to drop, that rotation is finished instead of another begun.
 */
export function makeNextSecret(project: Project, given: string | undefined): Step {
  return {
    title: "Vault: the next secret",
    commands: [showQuery(project, `select vault.create_secret(…, '${VAULT_NEXT}')`)],
    check: async () => {
      const { current, next, previous } = await readStanding(project);
      if (next !== undefined) return { done: true, detail: "a rotation is under way" };
      if (previous !== undefined) return { done: true, detail: "a rotation waits for its end" };
      if (given === undefined || digestText(given) !== current) {
        return {
          done: false,
          detail: given === undefined ? "generated there" : "the CRON_SECRET set here",
        };
      }
      throw new DeployError(
        "deploy_usage_invalid",
        "CRON_SECRET, as it is set here, is the current secret. Set the next one, or unset it " +
          "and one is generated. Nothing was changed.",
      );
    },
    changes: ["database"],
    apply: () => createSecret(project.cli, VAULT_NEXT, given),
  };
}

/** Lets the functions take both secrets. */
export function teachFunctions(project: Project): Step {
  const { cli } = project;
  return {
    title: "Functions: the next secret and the previous one",
    commands: [
      showCommand(
        `secrets set --remote=${project.ref} --env-file <temporary file>` +
          `  # CRON_SECRET, ${PREVIOUS}`,
      ),
    ],
    check: async () => {
      const { current, next, ...functions } = await readStanding(project);
      const isTaught = next === undefined ||
        functions.function === next && functions.previous === current;
      return { done: isTaught, detail: isTaught ? "they accept both" : "set both" };
    },
    changes: ["secrets"],
    apply: async () => {
      const secrets = await readSecrets(cli, [VAULT_NEXT, VAULT_SECRET]);
      const toVariable = (name: string) => name === VAULT_NEXT ? "CRON_SECRET" : PREVIOUS;
      await setSecrets(cli, [...secrets].map(([name, secret]) => [toVariable(name), secret]));
    },
  };
}

/** Lets the database sign with the next secret, once a function was seen to take it. */
export function switchVault(project: Project): Step {
  const { cli, url } = project;
  const address = `${url}/functions/v1/continuous-intelligence`;
  return {
    title: "Vault: from now on the next secret",
    commands: [
      `GET ${address}  # until it takes the next secret`,
      showQuery(project, "select vault.update_secret(…)"),
    ],
    check: async () => {
      const { next } = await readStanding(project);
      return { done: next === undefined, detail: next === undefined ? "Vault has it" : "switch" };
    },
    changes: ["database"],
    apply: async () => {
      const next = (await readSecrets(cli, [VAULT_NEXT])).get(VAULT_NEXT) ?? "";
      await awaitAcceptance(address, next);
      await cli.execute(`
        do $switch$
        declare
          v_next record;
        begin
          select s.decrypted_secret, s.description into strict v_next
          from vault.decrypted_secrets s where s.name = '${VAULT_NEXT}';
          perform vault.update_secret(s.id, v_next.decrypted_secret, null, v_next.description)
          from vault.secrets s where s.name = '${VAULT_SECRET}';
          delete from vault.secrets s where s.name = '${VAULT_NEXT}';
        end
        $switch$`);
    },
  };
}

/**
 * Ends the validity of the former secret. A tick that was dispatched after the switch has come
 * through by then, and pg_net sends in order: what was signed before it has left.
 */
export function dropPrevious(project: Project): Step {
  return {
    title: "Functions: without the previous secret",
    commands: [showCommand(`secrets unset ${PREVIOUS} --remote=${project.ref}`)],
    check: async () => {
      const { previous } = await readStanding(project);
      const isDropped = previous === undefined;
      return { done: isDropped, detail: isDropped ? "it is gone" : "drop it" };
    },
    changes: ["secrets"],
    apply: async () => void await project.cli.run(["secrets", "unset", PREVIOUS]),
  };
}

/** @throws {DeployError} `deploy_nothing_there` where there is no secret to rotate */
async function readStanding({ facts, ref }: Project): Promise<Standing> {
  const { vault: entries } = await facts.database();
  const vault = new Map(entries.map(({ name, digest }) => [name, digest]));
  const functions = await facts.secrets();
  const current = vault.get(VAULT_SECRET);
  if (current === undefined) {
    throw new DeployError(
      "deploy_nothing_there",
      `Vault of ${ref} has no cron_secret to rotate. Deploy first: ` +
        "npx -y deno@2.9.6 task deploy. Nothing was changed.",
    );
  }
  return {
    current,
    next: vault.get(VAULT_NEXT),
    function: functions.get("CRON_SECRET"),
    previous: functions.get(PREVIOUS),
  };
}

/** @throws {DeployError} `deploy_step_failed` when the function keeps refusing the secret */
async function awaitAcceptance(address: string, secret: string): Promise<void> {
  const deadline = Date.now() + ACCEPT_LIMIT_MS;
  let last = "";
  do {
    last = await askStatus(address, secret);
    if (last === "200") return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (Date.now() < deadline);
  throw new DeployError(
    "deploy_step_failed",
    `${address} does not take the next secret yet: ${last}. Ticks go on with the present one.`,
  );
}

async function askStatus(address: string, secret: string): Promise<string> {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
