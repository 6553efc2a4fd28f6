import { resolve } from "node:path";
import { DeployError } from "../../../scripts/deploy/deploy_error.ts";
import { applyPlan } from "../../../scripts/deploy/into/apply_plan.ts";
import {
  describeCopy,
  planFolder,
  requireProjectFolder,
} from "../../../scripts/deploy/into/folder_plan.ts";
import type { Content } from "./content.ts";
import type { Flags } from "./flags.ts";
import { showNextSteps, showPlan } from "./show_plan.ts";

/** What the command has from outside. */
export interface InitWorld {
  readonly print: (line: string) => void;
  /** Asks a person; undefined where nobody is at a terminal. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Aborts when somebody interrupts the command. */
  readonly signal?: AbortSignal;
}

/**
 * Adds Nightshift to the folder of a Supabase project, as a whole or not at all.
 * @throws {DeployError} `deploy_into_conflict`, `deploy_not_confirmed`
 */
export async function init(flags: Flags, content: Content, world: InitWorld): Promise<void> {
  const { print, ask, signal } = world;
  const into = resolve(flags.folder);
  await requireProjectFolder(into);
  const plan = await planFolder(into, content, content.names, { single: flags.single });
  const summary = describeCopy(plan);
  if (summary === undefined) {
    print(`Nightshift ${content.version} is in ${into} already. Nothing was changed.`);
    return;
  }
  print(`Nightshift ${content.version} into ${into}:`);
  for (const line of showPlan(plan, flags.dryRun)) print(line);
  if (flags.dryRun) {
    print(`A dry run: ${summary}. Nothing was changed.`);
    return;
  }
  if (!flags.yes && ask !== undefined) await confirm(ask);
  await applyPlan(into, plan, signal);
  print("Done. Nothing of yours was overwritten.\n");
  for (const line of showNextSteps(content.names)) print(line);
}

async function confirm(ask: (question: string) => Promise<string>): Promise<void> {
  const answer = await ask("Go on? (y/n) ");
  if (/^y(es)?$/i.test(answer.trim())) return;
  throw new DeployError("deploy_not_confirmed", "Not confirmed. Nothing was changed.");
}
