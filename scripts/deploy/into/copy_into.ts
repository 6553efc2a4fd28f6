import { join } from "node:path";
import { z } from "zod";
import { type Project, REPOSITORY } from "../project.ts";
import type { Step } from "../steps/step.ts";
import { readAgentSources } from "./agent_sources.ts";
import { applyPlan } from "./apply_plan.ts";
import { describeCopy, type FolderPlan, planFolder, readMigrations } from "./folder_plan.ts";
import { type CopySource, findPresent } from "./plan_copy.ts";

/**
 * Brings migrations, functions and config entries into the user's folder. What is not ours, and
 * what somebody changed, is never overwritten.
 */
export function copyInto(project: Project, into: string): Step {
  return {
    title: `Files: into ${into}/supabase`,
    commands: [
      "copy the migrations to migrations, as <fresh timestamp>_nightshift_<migration>.sql",
      `copy ${project.functions.join(", ")} and what agents import to functions`,
      "append their sections to config.toml",
    ],
    check: async () => {
      const plan = await planCopyInto(project, into);
      const detail = describeCopy(plan);
      return { done: detail === undefined, detail: detail ?? "they are there" };
    },
    changes: ["migrations"],
    apply: async (print) => {
      const plan = await planCopyInto(project, into);
      await applyPlan(into, plan);
      print(`${describeCopy(plan)}: done; commit them`);
    },
  };
}

/**
 * Compares the user's folder with what a deploy brings; asks nobody and changes nothing.
 * @throws {DeployError} `deploy_into_conflict` with every file that is in the way
 */
export async function planCopyInto(project: Project, into: string): Promise<FolderPlan> {
  return await planFolder(into, await readCopySource(project), project.functions);
}

/** How many of our migrations the folder that is deployed from does not have yet. */
export async function countMissing({ into, migrations }: Project): Promise<number> {
  if (into === undefined) return 0;
  const present = findPresent(await readMigrations(into));
  return migrations.filter(({ name }) => !present.has(name)).length;
}

const importMapSchema = z.object({ imports: z.record(z.string(), z.string()) });

/** All that is brought into a user's folder: migrations, bundles, and what agents import. */
export async function readCopySource(
  { migrations, bundles }: Pick<Project, "migrations" | "bundles">,
): Promise<CopySource> {
  const folder = join(REPOSITORY, "supabase/functions");
  const read = (path: string) => Deno.readTextFile(join(folder, path));
  const { imports } = importMapSchema.parse(JSON.parse(await read("deno.json")));
  const files = (await bundles()).flatMap((bundle) => [...bundle.files]);
  return {
    migrations,
    functions: new Map([...await readAgentSources(read, imports), ...files]),
  };
}
