import { type Ask, requireConfirmation } from "./confirm.ts";
import { DeployError } from "./deploy_error.ts";
import {
  deployFunctions,
  pushChapters,
  setFunctionSecrets,
  storeSecret,
  storeUrl,
} from "./deploy_steps.ts";
import type { Question } from "./facts.ts";
import type { Action, Flags } from "./flags.ts";
import { readSettings } from "./function_secrets.ts";
import { copyInto, requireProjectFolder } from "./into/copy_into.ts";
import { describeNext } from "./next_steps.ts";
import { type ListedProject, listProjects, refuseConflicts, requireReady } from "./preflight.ts";
import { listOurVersions, openProject, type Project } from "./project.ts";
import { dropPrevious, makeNextSecret, switchVault, teachFunctions } from "./rotate_steps.ts";
import { requireUsableSecret } from "./secret_plan.ts";
import { checkSmoke } from "./smoke.ts";
import { describeSteps, explainFailed, runSteps, type Step } from "./steps.ts";
import { deleteFunctions, describeLoss, pauseTicks, rollBack, unsetSecrets } from "./undo_steps.ts";

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

/** Stands in for the project in a plan that was asked for without one. */
const ANY_PROJECT = "<project-ref>";

/**
 * Deploys, rotates or undoes, as the flags say.
 * @throws {DeployError} one for each way in which it can end early
 */
export async function runDeploy(flags: Flags, world: DeployWorld): Promise<void> {
  if (world.cronSecret !== undefined) requireUsableSecret(world.cronSecret);
  const settings = await readSettings(flags.settingsFile);
  const secret = world.cronSecret ?? settings.get("CRON_SECRET");
  settings.delete("CRON_SECRET");
  if (flags.dryRun && flags.projectRef === undefined) {
    const project = await openProject(ANY_PROJECT, flags);
    explainPlan(planSteps(project, flags, { secret, settings }), flags, world);
    return;
  }
  const listed = await chooseProject(flags, world);
  const project = await openProject(listed.ref, flags);
  world.print(`Project ${listed.name} (${listed.ref})`);
  const steps = planSteps(project, flags, { secret, settings });

  if (project.into !== undefined) await requireProjectFolder(project.into);
  try {
    await project.facts.ask(QUESTIONS[flags.action]);
  } catch (error) {
    throw explainFailed("Looking at the project", error, "Nothing was changed.");
  }
  if (flags.action === "deploy") {
    const { replaceFunctions } = flags;
    const ourVersions = await listOurVersions(project);
    await refuseConflicts({ ...project, ourVersions }, { replaceFunctions, secret });
  }
  if (!flags.dryRun) await confirm(project, flags, steps, world);
  const { print } = world;
  const changed = await runSteps(steps, { print, facts: project.facts, dryRun: flags.dryRun });
  if (flags.dryRun) {
    world.print(`\nA dry run: ${changed} steps would do something; nothing was changed.`);
  } else world.print(`\n${describeEnd(flags, changed, project)}`);
}

interface Values {
  readonly secret: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
}

function planSteps(project: Project, flags: Flags, { secret, settings }: Values): Step[] {
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
    pushChapters(project),
    storeSecret(project, secret),
    setFunctionSecrets(project, settings),
    deployFunctions(project),
    storeUrl(project),
    checkSmoke(project),
  ];
}

/** What stands on the command line for an action. */
const ACTION_FLAGS: Readonly<Record<Action, string>> = {
  deploy: "",
  rotate: " --rotate-secret",
  undo: " --undo",
};

function explainPlan(steps: readonly Step[], { action }: Flags, { print }: DeployWorld): void {
  print(
    `What \`deno task deploy${
      ACTION_FLAGS[action]
    }\` does, step by step; a step that is done already ` +
      "is passed over:\n",
  );
  describeSteps(steps, print);
  print(
    "\nNothing was asked and nothing was changed. With --project-ref REF the dry run also looks at the " +
      "project and says which steps have anything to do. For that, and to deploy, you need: a Supabase " +
      "project, and SUPABASE_ACCESS_TOKEN or `npx -y supabase@3.1.0 login`.",
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
