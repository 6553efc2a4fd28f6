import { dirname, join, relative, sep } from "node:path";
import { z } from "zod";
import { COPIED_PREFIX } from "../database/migrations.ts";
import { DeployError } from "../deploy_error.ts";
import { COPIED_SHARED, type Project, readFolder, REPOSITORY } from "../project.ts";
import type { Step } from "../steps/step.ts";
import { readAgentSources } from "./agent_sources.ts";
import { planConfig } from "./config_entries.ts";
import { type CopyPlan, type CopySource, planCopy } from "./plan_copy.ts";

const CONFIG = "supabase/config.toml";

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
      for (const path of plan.removals) {
        await Deno.remove(join(into, path));
      }
      for (const { path, text } of plan.writes) {
        // In the order of the migrations.
        await writeFile(join(into, path), text);
      }
      const { addition } = plan;
      if (addition !== "") await Deno.writeTextFile(join(into, CONFIG), addition, { append: true });
      print(`${describeCopy(plan)}: done; commit them`);
    },
  };
}

/**
 * Refuses a folder that is not of a Supabase project.
 * @throws {DeployError} `deploy_into_conflict`
 */
export async function requireProjectFolder(into: string): Promise<void> {
  const config = await Deno.stat(join(into, CONFIG)).catch(() => undefined);
  if (config?.isFile) return;
  throw new DeployError(
    "deploy_into_conflict",
    `${into} has no ${CONFIG}. Give the folder that holds your supabase/ folder, or make one ` +
      "there with `npx -y supabase@3.1.0 init`. Nothing was changed.",
  );
}

/** What would be done to the folder; undefined where nothing. */
export function describeCopy({ writes, removals, addition }: FolderPlan): string | undefined {
  const parts = [
    ...(writes.length > 0 ? [`${writes.length} files to write`] : []),
    ...(removals.length > 0 ? [`${removals.length} of an earlier release to remove`] : []),
    ...(addition === "" ? [] : [`${CONFIG} to extend`]),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}

interface FolderPlan extends Omit<CopyPlan, "conflicts"> {
  /** Text to append to `config.toml`. */
  readonly addition: string;
}

/**
 * Compares the user's folder with what a deploy brings; asks nobody and changes nothing.
 * @throws {DeployError} `deploy_into_conflict` with every file that is in the way
 */
export async function planCopyInto(project: Project, into: string): Promise<FolderPlan> {
  const config = await Deno.readTextFile(join(into, CONFIG));
  const source = await readSource(project);
  const { conflicts, ...plan } = planCopy(source, {
    migrations: await readMigrations(into),
    functions: await readFunctions(into, [COPIED_SHARED, ...project.functions]),
  }, new Date());
  const entries = planEntries(config, project, into);
  const all = [...conflicts, ...entries.conflicts];
  if (all.length === 0) return { ...plan, addition: entries.addition };
  throw new DeployError(
    "deploy_into_conflict",
    `In ${into} these say something else than ours would: ${all.join(", ")}. Nothing was ` +
      "overwritten. Compare them; a file that you do not need goes or gets another name.",
  );
}

function planEntries(config: string, { functions }: Project, into: string) {
  try {
    return planConfig(config, functions);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new DeployError(
      "deploy_into_conflict",
      `${join(into, CONFIG)} cannot be read: ${reason}. Correct it. Nothing was changed.`,
      { cause },
    );
  }
}

const importMapSchema = z.object({ imports: z.record(z.string(), z.string()) });

async function readSource(project: Project): Promise<CopySource> {
  const folder = join(REPOSITORY, "supabase/functions");
  const read = (path: string) => Deno.readTextFile(join(folder, path));
  const { imports } = importMapSchema.parse(JSON.parse(await read("deno.json")));
  const bundles = (await project.bundles()).flatMap(({ files }) => [...files]);
  return {
    migrations: project.migrations,
    functions: new Map([...await readAgentSources(read, imports), ...bundles]),
  };
}

async function readMigrations(into: string): Promise<Map<string, string>> {
  const folder = join(into, "supabase/migrations");
  const migrations = new Map<string, string>();
  for await (const { name: file } of readFolder(folder)) {
    const text = file.includes(COPIED_PREFIX) ? await Deno.readTextFile(join(folder, file)) : "";
    migrations.set(file, text);
  }
  return migrations;
}

/** Text by path from `supabase/functions`, of every file in these folders. */
async function readFunctions(
  into: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const root = join(into, "supabase/functions");
  const found = new Map<string, string>();
  const waiting = names.map((name) => join(root, name));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for await (const { name, isDirectory, isFile } of readFolder(folder)) {
      const path = join(folder, name);
      if (isDirectory) waiting.push(path);
      else if (isFile) {
        found.set(relative(root, path).split(sep).join("/"), await Deno.readTextFile(path));
      }
    }
  }
  return found;
}

async function writeFile(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}
