import { type Ask, requireConfirmation } from "./confirm.ts";
import { DeployError } from "./deploy_error.ts";
import { applyMigrations, repairDatabase } from "./steps/database_steps.ts";
import { deployFunctions, setFunctionSecrets } from "./steps/function_steps.ts";
import { storeSecret, storeUrl } from "./steps/vault_steps.ts";
import type { Question } from "./facts.ts";
import type { Action, Flags } from "./flags.ts";
import { readSettings } from "./functions/function_secrets.ts";
import { copyInto } from "./into/copy_into.ts";
import { checkLocally, type GivenValues } from "./local_checks.ts";
import { describeNext } from "./next_steps.ts";
import { type ListedProject, listProjects, refuseConflicts, requireReady } from "./preflight.ts";
import { listOurVersions, openProject, type Project, readLocalNames } from "./project.ts";
import { dropPrevious, makeNextSecret, switchVault, teachFunctions } from "./steps/rotate_steps.ts";
import { requireUsableSecret } from "./functions/secret_plan.ts";
import { addOperator } from "./steps/operator_step.ts";
import { checkSmoke } from "./steps/smoke.ts";
import { describeSteps, explainFailed, runSteps, type Step } from "./steps/step.ts";
import {
  deleteFunctions,
  describeLoss,
  pauseTicks,
  rollBack,
  unsetSecrets,
} from "./steps/undo_steps.ts";

/** What the command has from outside. */
export interface DeployWorld {
  readonly print: (line: string) => void;
  /** CRON_SECRET, when the user set it. */
  readonly cronSecret: string | undefined;
  readonly ask: Ask;
}

/** What the first steps of an action look at. */
const QUESTIONS: Readonly<Record<Action, readonly Question[]>> = {
  deploy: ["migrations", "database", "secrets", "functions"],
  rotate: ["database", "secrets"],
  undo: ["database", "functions", "secrets"],
};

/** Replaces the project in a plan that was asked for without one. */
const ANY_PROJECT = "<project-ref>";

/**
 * Deploys, rotates or undoes, as the flags say.
 * @throws {DeployError} one for each way in which it can end early
 */
export async function runDeploy(flags: Flags, world: DeployWorld): Promise<void> {
  const settings = await readSettings(flags.settingsFile);
  const secret = world.cronSecret ?? settings.get("CRON_SECRET");
  settings.delete("CRON_SECRET");
  const values = { secret, settings };
  if (flags.dryRun && flags.projectRef === undefined) {
    const project = await openProject(ANY_PROJECT, flags);
    const notes = await check(project, flags, values);
    explainPlan(planSteps(project, flags, values), notes, flags, world);
    return;
  }
  const opened = await openProject(flags.projectRef ?? ANY_PROJECT, flags);
  await check(opened, flags, values);
  const listed = await chooseProject(flags, world);
  const project = opened.ref === listed.ref ? opened : await openProject(listed.ref, flags);
  world.print(`Project ${listed.name} (${listed.ref})`);
  const steps = planSteps(project, flags, values);

  try {
    await project.facts.ask(QUESTIONS[flags.action]);
  } catch (error) {
    throw explainFailed("Looking at the project", error, "Nothing was changed.");
  }
  if (flags.action === "deploy") {
    const { replaceFunctions } = flags;
    const ourVersions = await listOurVersions(project);
    const localNames = await readLocalNames(project);
    await refuseConflicts({ ...project, ourVersions, localNames }, { replaceFunctions, secret });
  }
  if (!flags.dryRun) await confirm(project, flags, steps, world);
  const { print } = world;
  const changed = await runSteps(steps, { print, facts: project.facts, dryRun: flags.dryRun });
  if (flags.dryRun) {
    world.print(`\nA dry run: ${changed} steps would do something; nothing was changed.`);
  } else world.print(`\n${describeEnd(flags, changed, project)}`);
}

/** Before anybody is asked; an undo needs neither settings nor functions. */
async function check(project: Project, { action }: Flags, values: GivenValues): Promise<string[]> {
  if (action === "deploy") return await checkLocally(project, values);
  if (values.secret !== undefined) requireUsableSecret(values.secret);
  return [];
}

function planSteps(project: Project, flags: Flags, { secret, settings }: GivenValues): Step[] {
  if (flags.action === "undo") {
    return [pauseTicks, deleteFunctions, unsetSecrets, rollBack].map((build) => build(project));
  }
  if (flags.action === "rotate") {
    return [
      makeNextSecret(project, secret),
      teachFunctions(project),
      switchVault(project),
      ...(flags.keepPrevious ? [] : [checkSmoke(project), dropPrevious(project)]),
    ];
  }
  return [
    ...(project.into === undefined ? [] : [copyInto(project, project.into)]),
    applyMigrations(project),
    repairDatabase(project),
    storeSecret(project, secret),
    setFunctionSecrets(project, settings),
    deployFunctions(project),
    storeUrl(project),
    checkSmoke(project),
    ...(flags.operator === undefined ? [] : [addOperator(project, flags.operator)]),
  ];
}

/** What the command line says for an action. */
const ACTION_FLAGS: Readonly<Record<Action, string>> = {
  deploy: "",
  rotate: " --rotate-secret",
  undo: " --undo",
};

function explainPlan(
  steps: readonly Step[],
  notes: readonly string[],
  { action }: Flags,
  { print }: DeployWorld,
): void {
  print(
    `What \`deno task deploy${ACTION_FLAGS[action]}\` does, step by step; steps that ` +
      "are already done are skipped:\n",
  );
  describeSteps(steps, print);
  if (notes.length > 0) {
    print(`\nChecked on this machine:\n${notes.map((note) => `  ${note}`).join("\n")}`);
  }
  print(
    "\nNothing was asked and nothing was changed. With --project-ref REF the dry run also looks " +
      "at the project and says which steps have anything to do. For that, and to deploy, you " +
      "need a Supabase project, and SUPABASE_ACCESS_TOKEN or `npx -y supabase@3.1.0 login`.",
  );
}

async function chooseProject(flags: Flags, world: DeployWorld): Promise<ListedProject> {
  if (flags.projectRef === undefined && world.ask === null) {
    throw new DeployError(
      "deploy_usage_invalid",
      "Which project? Give --project-ref REF, the 20 letters in https://REF.supabase.co. " +
        "--dry-run shows the plan without one.",
    );
  }
  const projects = await listProjects();
  if (flags.projectRef !== undefined) return requireReady(projects, flags.projectRef);
  for (const { ref, name, status } of projects) world.print(`  ${ref}  ${name}  ${status}`);
  return requireReady(projects, world.ask?.("Project ref:")?.trim() ?? "");
}

async function confirm(
  project: Project,
  flags: Flags,
  steps: readonly Step[],
  { print, ask }: DeployWorld,
): Promise<void> {
  const { yes } = flags;
  if (flags.action === "undo") {
    const loss = await describeLoss(project);
    if (loss !== undefined) print(loss);
    const question = "Type the project ref to go on:";
    requireConfirmation({ yes, question, expected: project.ref }, ask);
    return;
  }
  if (!yes) { for (const [index, { title }] of steps.entries()) print(`  ${index + 1}. ${title}`); }
  requireConfirmation({ yes, question: 'Go on? Type "yes":', expected: "yes" }, ask);
}

function describeEnd(flags: Flags, changed: number, project: Project): string {
  if (flags.action === "undo") {
    const files = project.into === undefined
      ? ""
      : ` The files in ${project.into} stay; remove them ` +
        "before the next push.";
    return changed === 0
      ? "Nothing of Nightshift was there; nothing was changed."
      : `Undone.${files}`;
  }
  if (flags.action === "rotate") {
    const end = flags.keepPrevious
      ? "The previous secret stays valid until --rotate-secret runs again."
      : "The previous secret is no longer valid.";
    return `Rotated. ${end} Callers of yours read the new one in the SQL editor: select ` +
      "decrypted_secret from vault.decrypted_secrets where name = 'cron_secret'";
  }
  return changed === 0
    ? "Everything was there already; nothing was changed."
    : describeNext(project.url);
}
