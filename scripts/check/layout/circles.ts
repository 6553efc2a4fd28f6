import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { listFiles, ROOT } from "../../lib/list_files.ts";
import { type Check, type Finding } from "../check.ts";
import { runDeno } from "../../lib/run_program.ts";
import { isProduct } from "./product_files.ts";

/** Which files each file imports, types included; paths from the repository's root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The files of a circle can only be understood together. */
export const circlesCheck: Check = {
  name: "circles",
  promise: "no file imports itself over others",
  run: async () => findCircles(await readImportGraph((await listFiles()).filter(isProduct))),
};

/** One finding for each circle, at the first of its files by name. */
export function findCircles(graph: ImportGraph): Finding[] {
  const reachable = new Map([...graph.keys()].map((file) => [file, listReachable(graph, file)]));
  const reported = new Set<string>();
  return [...graph.keys()].sort().flatMap((file) => {
    if (reported.has(file) || !reachable.get(file)?.has(file)) return [];
    const circle = [...reachable.get(file) ?? []].filter((other) =>
      reachable.get(other)?.has(file)
    );
    for (const other of circle) reported.add(other);
    return [{
      file,
      message: `imports itself over ${findShortestCircle(graph, file).join(" → ")}`,
    }];
  });
}

function listReachable(graph: ImportGraph, start: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [...graph.get(start) ?? []];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...graph.get(file) ?? []);
  }
  return seen;
}

/** The way from a file back to itself with the fewest steps, without its start. */
function findShortestCircle(graph: ImportGraph, start: string): readonly string[] {
  const seen = new Set<string>();
  const ways: string[][] = [[start]];
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way.slice(1), start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}

const infoSchema = z.object({
  modules: z.array(z.object({
    specifier: z.string(),
    dependencies: z.array(z.object({
      code: z.object({ specifier: z.string().optional() }).optional(),
      type: z.object({ specifier: z.string().optional() }).optional(),
    })).default([]),
  })),
});

/** Deno's own graph, so that every form of import counts. */
async function readImportGraph(files: readonly string[]): Promise<ImportGraph> {
  const root = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const lines = files.map((file) => `import "${pathToFileURL(join(ROOT, file))}";`);
    await Deno.writeTextFile(root, lines.join("\n"));
    const config = join(ROOT, "deno.json");
    const { success, stdout, stderr } = await runDeno(
      ["info", "--json", "--no-lock", "--config", config, root],
    );
    if (!success) throw new Error(`deno info failed: ${stderr.trim()}`);
    const { modules } = infoSchema.parse(JSON.parse(stdout));
    return new Map(
      modules.filter(({ specifier }) => specifier.startsWith("file:"))
        .map(({ specifier, dependencies }) => [
          toPath(specifier),
          dependencies.flatMap(({ code, type }) => [code?.specifier, type?.specifier])
            .filter((target) => target?.startsWith("file:")).map((target) => toPath(target ?? "")),
        ]),
    );
  } finally {
    await Deno.remove(root);
  }
}

function toPath(url: string): string {
  return relative(ROOT, fileURLToPath(url)).replaceAll("\\", "/");
}
