import { z } from "zod";
import { runSupabase, SupabaseFailure } from "../lib/supabase_cli.ts";
import { explainFailure } from "./cli.ts";
import { DeployError } from "./deploy_error.ts";
import { VAULT_NEXT, VAULT_SECRET, VAULT_URL } from "./database/database_facts.ts";
import type { Facts, Question } from "./facts.ts";
import { compareHistory, refuseForeignHistory } from "./database/history.ts";
import type { Project } from "./project.ts";
import { refuseOtherUrl } from "./project_url.ts";
import { planSecret } from "./functions/secret_plan.ts";

/** A project as the account's list shows it. */
export interface ListedProject {
  readonly ref: string;
  readonly name: string;
  readonly status: string;
}

const projectsSchema = z.object({
  projects: z.array(z.object({ ref: z.string(), name: z.string(), status: z.string() })),
});

/**
 * The projects of the account that is signed in.
 * @throws {DeployError} `deploy_cli_unusable`, `deploy_not_signed_in`
 */
export async function listProjects(): Promise<readonly ListedProject[]> {
  try {
    const text = await runSupabase(["projects", "list", "--output-format", "json"]);
    return projectsSchema.parse(JSON.parse(text)).projects;
  } catch (error) {
    if (!(error instanceof SupabaseFailure)) throw error;
    throw explainAccount(error);
  }
}

function explainAccount(failure: SupabaseFailure): DeployError {
  const words = explainFailure(failure);
  if (/access token|unauthorized|\b401\b/i.test(words)) {
    return new DeployError(
      "deploy_not_signed_in",
      `You are not signed in to Supabase: ${words} Sign in with ` +
        "`npx -y supabase@3.1.0 login`, or make " +
        "a token at https://supabase.com/dashboard/account/tokens and set SUPABASE_ACCESS_TOKEN. " +
        "Nothing was changed.",
      { cause: failure },
    );
  }
  return new DeployError(
    "deploy_cli_unusable",
    `The Supabase CLI could not ask for your projects: ${words} Nothing was changed. Check that ` +
      "Node 20 or later is installed and that this machine reaches the npm registry and " +
      "api.supabase.com.",
    { cause: failure },
  );
}

/**
 * Refuses a project that is not this account's, or that is not up.
 * @throws {DeployError} `deploy_project_not_found`, `deploy_project_not_ready`
 */
export function requireReady(projects: readonly ListedProject[], ref: string): ListedProject {
  const project = projects.find((candidate) => candidate.ref === ref);
  if (project === undefined) {
    const names = projects.map((each) => `${each.ref} (${each.name})`).join(", ") || "none";
    throw new DeployError(
      "deploy_project_not_found",
      `Your account has no project ${ref}; it has ${names}. Give one of them with --project-ref, ` +
        "or sign in to the other account.",
    );
  }
  if (project.status !== "ACTIVE_HEALTHY") {
    throw new DeployError(
      "deploy_project_not_ready",
      `The project ${project.name} (${ref}) is ${project.status}. Restore it in the dashboard, ` +
        "or wait until it is up, and deploy again. Nothing was changed.",
    );
  }
  return project;
}

/** What of a project a deploy could collide with. */
export interface ConflictScope extends Pick<Project, "url" | "functions" | "into"> {
  readonly facts: Pick<Facts, Question>;
  /** Versions of our migrations in the folder that is deployed. */
  readonly ourVersions: ReadonlySet<string>;
  /** Names of all migrations in that folder, by version. */
  readonly localNames: ReadonlyMap<string, string>;
}

/**
 * Looks for whatever a deploy must not walk over; changes nothing.
 * @throws {DeployError} `deploy_history_unknown`, `deploy_migrations_waiting`,
 * `deploy_rotation_unfinished`, `deploy_secret_differs`, `deploy_secret_unreadable`,
 * `deploy_vault_differs`, `deploy_function_exists`
 */
export async function refuseConflicts(
  { facts, url, functions, into, ourVersions, localNames }: ConflictScope,
  options: { readonly replaceFunctions: boolean; readonly secret: string | undefined },
): Promise<void> {
  const { vault, records, history } = await facts.database();
  const remoteNames = history.map(({ version, name }) => [version, name ?? ""] as const);
  const names = new Map([...remoteNames, ...localNames]);
  refuseForeignHistory(compareHistory(await facts.migrations(), ourVersions), into, names);
  if (vault.some(({ name }) => name === VAULT_NEXT)) {
    throw new DeployError(
      "deploy_rotation_unfinished",
      "A rotation of CRON_SECRET was interrupted. Finish it first: " +
        "npx -y deno@2.9.6 task deploy --rotate-secret. Nothing was changed.",
    );
  }
  planSecret({
    given: options.secret,
    vaultDigest: vault.find(({ name }) => name === VAULT_SECRET)?.digest,
    functionDigest: (await facts.secrets()).get("CRON_SECRET"),
  });
  for (const entry of vault.filter(({ name }) => name === VAULT_URL)) {
    refuseOtherUrl(entry, url);
  }
  if (options.replaceFunctions) return;
  const recorded = new Set(records.map(({ name }) => name));
  const foreign = (await facts.functions()).map(({ slug }) => slug)
    .filter((slug) => functions.includes(slug) && !recorded.has(slug));
  if (foreign.length === 0) return;
  throw new DeployError(
    "deploy_function_exists",
    `The project has ${
      foreign.join(" and ")
    } already, and this command did not deploy it. Nothing ` +
      "was changed. If it may be replaced, add --replace-functions; if it is another function of " +
      "yours, give that one another name first.",
  );
}
