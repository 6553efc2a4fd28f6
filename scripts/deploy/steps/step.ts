import { SupabaseFailure } from "../../lib/supabase_cli.ts";
import { explainFailure } from "../cli.ts";
import { DeployError } from "../deploy_error.ts";
import type { Facts, Question } from "../facts.ts";

/** Whether a step has anything to do, and why. */
export interface StepState {
  readonly done: boolean;
  /** One sentence fragment for the person who watches. */
  readonly detail: string;
}

/** One step: described before, checked against the project, applied only where it is needed. */
export interface Step {
  readonly title: string;
  /** What it would run, without secrets. */
  readonly commands: readonly string[];
  /** Looks, and changes nothing. `hasChanged`: whether a step before it did something. */
  readonly check: (hasChanged: boolean) => Promise<StepState>;
  /** What of the project is another afterwards. */
  readonly changes: readonly Question[];
  /** Does it, telling what it does; what is done already it leaves. */
  readonly apply: (print: (line: string) => void) => Promise<void>;
}

/** How steps are run. */
export interface StepRun {
  readonly print: (line: string) => void;
  readonly facts: Pick<Facts, "forget">;
  /** Checks only. */
  readonly dryRun: boolean;
}

/** Prints what the steps would run, without asking anybody. */
export function describeSteps(steps: readonly Step[], print: (line: string) => void): void {
  for (const [index, step] of steps.entries()) {
    print(`[${index + 1}/${steps.length}] ${step.title}`);
    for (const command of step.commands) print(`      ${command}`);
  }
}

/**
 * Runs steps in order; one that is done already is passed over.
 * @returns how many steps did something, or would
 * @throws {DeployError} with the step's title, what happened and how to go on
 */
export async function runSteps(steps: readonly Step[], run: StepRun): Promise<number> {
  let changed = 0;
  for (const [index, step] of steps.entries()) {
    run.print(`[${index + 1}/${steps.length}] ${step.title}`);
    try {
      const state = await step.check(changed > 0);
      run.print(`      ${state.done ? "nothing to do: " : ""}${state.detail}`);
      if (state.done) continue;
      changed++;
      for (const command of step.commands) {
        run.print(`      ${run.dryRun ? "would run" : "$"} ${command}`);
      }
      if (run.dryRun) continue;
      await step.apply((line) => run.print(`      ${line}`));
      run.facts.forget(step.changes);
    } catch (error) {
      throw explainStop(error, step, index, run);
    }
  }
  return changed;
}

function explainStop(error: unknown, step: Step, index: number, run: StepRun): unknown {
  const before = index === 0 || run.dryRun
    ? "Nothing was changed before it."
    : "The steps before it stay as they are.";
  return explainFailed(step.title, error, `${before} Correct that and run the same command again.`);
}

/** Says what failed where and how to go on; a mistake of our own keeps its stack. */
export function explainFailed(title: string, error: unknown, hint: string): unknown {
  if (error instanceof DeployError) {
    return new DeployError(error.code, `${title}: ${error.message}\n${hint}`, { cause: error });
  }
  if (!(error instanceof SupabaseFailure)) return error;
  return new DeployError(
    "deploy_step_failed",
    `${title}: \`supabase ${error.command}\` failed: ${explainFailure(error)}\n${hint}`,
    { cause: error },
  );
}
