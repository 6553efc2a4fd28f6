import { DeployError } from "./deploy_error.ts";
import { describeBundles, requireDeployableSize } from "./functions/bundle_size.ts";
import { requireUsableSettings } from "./functions/function_settings.ts";
import { requireUsableSecret } from "./functions/secret_plan.ts";
import { planCopyInto } from "./into/copy_into.ts";
import { describeCopy, requireProjectFolder } from "./into/folder_plan.ts";
import type { Project } from "./project.ts";

/** What the user gave to the command. */
export interface GivenValues {
  /** CRON_SECRET, from the environment or the settings. */
  readonly secret: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Checks all that can be checked on this machine, without asking the project: the secret, the
 * settings, the user's folder and what the functions weigh.
 * @returns a sentence on each
 * @throws {DeployError} with everything that was found, not only the first
 */
export async function checkLocally(project: Project, values: GivenValues): Promise<string[]> {
  const { into } = project;
  const { secret, settings } = values;
  const found = await Promise.allSettled([
    secret === undefined ? undefined : check(() => requireUsableSecret(secret)),
    settings.size === 0 ? undefined : check(() => checkSettings(settings)),
    into === undefined ? undefined : checkFolder(project, into),
    checkSizes(project),
  ]);
  const problems = found.flatMap((each) => each.status === "rejected" ? [each.reason] : []);
  if (problems.length > 0) throw joinProblems(problems);
  return found.flatMap((each) => each.status === "fulfilled" && each.value ? [each.value] : []);
}

// deno-lint-ignore require-await -- what it throws becomes a rejection
async function check<Result>(work: () => Result): Promise<Result> {
  return work();
}

function checkSettings(settings: ReadonlyMap<string, string>): string {
  requireUsableSettings(settings);
  return `Settings: ${[...settings.keys()].join(", ")}`;
}

async function checkFolder(project: Project, into: string): Promise<string> {
  await requireProjectFolder(into);
  return `${into}: ${describeCopy(await planCopyInto(project, into)) ?? "nothing to write"}`;
}

async function checkSizes(project: Project): Promise<string> {
  const bundles = await project.bundles();
  for (const bundle of bundles) requireDeployableSize(bundle);
  return `Functions: ${describeBundles(bundles)}`;
}

function joinProblems(problems: readonly unknown[]): unknown {
  const expected = problems.filter((problem) => problem instanceof DeployError);
  const [first] = expected;
  // A mistake of our own stays what it is, with its stack.
  if (first === undefined || expected.length < problems.length) {
    return problems.find((problem) => !(problem instanceof DeployError));
  }
  const messages = expected.map(({ message }) => message);
  return new DeployError(first.code, messages.join("\n"), { cause: first });
}
