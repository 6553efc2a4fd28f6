import { deepStrictEqual, match, ok } from "node:assert/strict";
import { join } from "node:path";
import { parse, parseDocument } from "yaml";
import { z } from "zod";
import { listFiles } from "../lib/list_files.ts";
import { ROOT } from "./check.ts";

const workflowSchema = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.object({ contents: z.literal("read") }).strict(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      "runs-on": z.string(),
      "timeout-minutes": z.int().max(60),
      strategy: z.object({
        "fail-fast": z.literal(false),
        matrix: z.record(z.string(), z.array(z.union([z.string(), z.number()])).min(1)),
      }).optional(),
      steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

const read = (file: string) => Deno.readTextFileSync(join(ROOT, file));
const all = await listFiles();
const files = all.filter((file) => /^\.github\/.*\.yml$/.test(file));
const workflows = files.filter((file) => file.startsWith(".github/workflows/"));
const steps = workflows.flatMap((file) =>
  Object.values(workflowSchema.parse(parse(read(file))).jobs).flatMap((job) => job.steps)
);
const scripts = steps.flatMap(({ run }) => run ?? []);
const { tasks, version } = JSON.parse(read("deno.json"));

Deno.test("every file of .github is YAML that no reader takes in two ways", () => {
  deepStrictEqual(workflows.map((file) => file.split("/").at(-1)).sort(), [
    "ci.yml",
    "release.yml",
  ]);
  for (const file of files) {
    const { errors, warnings } = parseDocument(read(file), { strict: true, uniqueKeys: true });
    deepStrictEqual([...errors, ...warnings].map(({ message }) => `${file}: ${message}`), []);
  }
});

Deno.test("every action is pinned to a commit, with its version beside it", () => {
  const uses = workflows.flatMap((file) =>
    Array.from(read(file).matchAll(/uses: (.+)/g), ([, action = ""]) => action)
  );
  ok(uses.length > 0);
  deepStrictEqual(
    uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
    [],
  );
});

Deno.test("every command of the workflows is there, and the README names the two that matter", () => {
  const commands = scripts.flatMap((script) =>
    Array.from(script.matchAll(/npx -y deno@\S+ task (\w+)/g), ([command, task = ""]) => ({
      command,
      task,
    }))
  );
  deepStrictEqual([...new Set(commands.map(({ task }) => task))].sort(), ["demo", "test"]);
  deepStrictEqual(commands.filter(({ task }) => !(task in tasks)), []);
  deepStrictEqual(commands.filter(({ command }) => !read("README.md").includes(command)), []);
});

Deno.test("expressions name only what the job has, and no step writes what others chose into a script", () => {
  for (const file of workflows) {
    for (const job of Object.values(workflowSchema.parse(parse(read(file))).jobs)) {
      const text = JSON.stringify(job);
      for (const [, name = ""] of text.matchAll(/\$\{\{ matrix\.(\w+) \}\}/g)) {
        ok(name in (job.strategy?.matrix ?? {}), `${file}: matrix.${name}`);
      }
      for (const { run = "" } of job.steps) {
        for (const [expression] of run.matchAll(/\$\{\{.*?\}\}/g)) {
          match(expression, /^\$\{\{ matrix\.\w+ \}\}$/, `${file}: ${expression} in a script`);
        }
      }
    }
  }
});

Deno.test("a release packs the packages, attaches the SQL files and the notes of its version, and publishes nothing", () => {
  const [release = ""] = scripts.filter((script) => script.includes("gh release create"));
  match(release, /--draft --verify-tag/);
  deepStrictEqual(scripts.filter((script) => /npm publish|jsr publish/.test(script)), []);
  const packed = scripts.flatMap((script) =>
    Array.from(script.matchAll(/cd (packages\/[\w-]+) && npm pack/g), ([, folder = ""]) => folder)
  );
  const packages = all.flatMap((file) =>
    /^(packages\/[\w-]+)\/package\.json$/.exec(file)?.[1] ?? []
  );
  deepStrictEqual(packed.sort(), packages.sort());
  ok(all.filter((file) => /^dist\/[^/]+\.sql$/.test(file)).length >= 2);
  const notes = release.match(/docs\/releases\/\$\{GITHUB_REF_NAME#v\}\.md/);
  ok(notes !== null && read(`docs/releases/${version}.md`).startsWith(`# ${version}\n`));
});
