import { dirname, join } from "node:path";
import { z } from "zod";
import { collectModules } from "../bundle.ts";
import { COPIED_PREFIX } from "../chapters.ts";
import { DeployError } from "../deploy_error.ts";
import { type Project, readFolder, REPOSITORY } from "../project.ts";
import type { Step } from "../steps.ts";
import { planConfig } from "./config_entries.ts";
import { arrangeFunctions, type CopiedFile, type CopySource, planCopy } from "./plan_copy.ts";

const CONFIG = "supabase/config.toml";

/** For agents of the user's own, which no function of ours imports. */
const FOR_AGENTS = ["_shared/agent.ts", "_shared/with_task.ts"];

/** Brings chapters, functions and config entries into the user's folder; overwrites nothing. */
export function copyInto(project: Project, into: string): Step {
  return {
    title: `Files: into ${into}/supabase`,
    commands: [
      "copy the chapters to migrations, as <fresh timestamp>_nightshift_<chapter>.sql",
      `copy ${project.functions.join(", ")} and what they share to functions`,
      "append their sections to config.toml",
    ],
    check: async () => {
      const { writes, addition } = await plan(project, into);
      const count = writes.length + (addition === "" ? 0 : 1);
      return {
        done: count === 0,
        detail: count === 0 ? "they are there" : `${count} files to write`,
      };
    },
    changes: ["migrations"],
    apply: async (print) => {
      const { writes, addition } = await plan(project, into);
      for (const { path, text } of writes) {
        // deno-lint-ignore no-await-in-loop -- in the order of the chapters
        await writeNewFile(join(into, path), text);
      }
      if (addition !== "") await Deno.writeTextFile(join(into, CONFIG), addition, { append: true });
      print(
        `wrote ${writes.length} files${addition === "" ? "" : `, extended ${CONFIG}`}; commit them`,
      );
    },
  };
}

/**
 * Refuses a folder that is none of a Supabase project.
 * @throws {DeployError} `deploy_into_conflict`
 */
export async function requireProjectFolder(into: string): Promise<void> {
  const config = await Deno.stat(join(into, CONFIG)).catch(() => undefined);
  if (config?.isFile) return;
  throw new DeployError(
    "deploy_into_conflict",
    `${into} has no ${CONFIG}. Give the folder that holds your supabase/ folder, or make one there ` +
      "with `npx -y supabase@3.1.0 init`. Nothing was changed.",
  );
}

async function plan(
  project: Project,
  into: string,
): Promise<{ writes: readonly CopiedFile[]; addition: string }> {
  const config = await Deno.readTextFile(join(into, CONFIG));
  const source = await readSource(project);
  const files = planCopy(source, {
    migrations: await readMigrations(into),
    files: await readPresent(into, arrangeFunctions(source)),
  }, new Date());
  const entries = planConfig(config, project.functions);
  const conflicts = [...files.conflicts, ...entries.conflicts];
  if (conflicts.length === 0) return { writes: files.writes, addition: entries.addition };
  throw new DeployError(
    "deploy_into_conflict",
    `In ${into} these say something else than ours would: ${conflicts.join(", ")}. Nothing was ` +
      "overwritten. Compare them; a file that you do not need goes or gets another name.",
  );
}

const importMapSchema = z.object({ imports: z.record(z.string(), z.string()) });

async function readSource({ chapters, functions }: Project): Promise<CopySource> {
  const entries = [...functions.map((name) => `${name}/index.ts`), ...FOR_AGENTS];
  const importMap = JSON.parse(await Deno.readTextFile(join(REPOSITORY, "deno.json")));
  return {
    chapters,
    modules: await collectModules(
      entries,
      (path) => Deno.readTextFile(join(REPOSITORY, "supabase/functions", path)),
    ),
    imports: importMapSchema.parse(importMap).imports,
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

async function readPresent(
  into: string,
  wanted: readonly CopiedFile[],
): Promise<Map<string, string>> {
  const present = new Map<string, string>();
  for (const { path } of wanted) {
    // deno-lint-ignore no-await-in-loop -- some seventy small files
    const text = await Deno.readTextFile(join(into, path)).catch(() => undefined);
    if (text !== undefined) present.set(path, text);
  }
  return present;
}

async function writeNewFile(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text, { createNew: true });
}
