import { z } from "zod";
import { UNUSED_PARTS } from "./unused_parts.ts";

const packageSchema = z.looseObject({
  dependencies: z.array(z.string()).optional(),
  optionalDependencies: z.array(z.string()).optional(),
});

const lockSchema = z.looseObject({
  specifiers: z.record(z.string(), z.string()),
  npm: z.record(z.string(), packageSchema),
});

type Lock = z.infer<typeof lockSchema>;

/**
 * A lock file without the unused parts of packages, nor what only they need.
 * @param text a `deno.lock` of version 5
 * @throws {z.ZodError} when it has another form
 * @example await Deno.writeTextFile("deno.lock", pruneLock(await Deno.readTextFile("deno.lock")));
 */
export function pruneLock(text: string): string {
  const lock: Lock = JSON.parse(text);
  // What zod returns has its keys in another order.
  lockSchema.parse(lock);
  for (const { of, parts } of UNUSED_PARTS) {
    for (const [id, entry] of Object.entries(lock.npm)) {
      if (nameOf(id) !== of || entry.dependencies === undefined) continue;
      const kept = entry.dependencies.filter((dependency) => !parts.includes(nameOf(dependency)));
      if (kept.length > 0) entry.dependencies = kept;
      else delete entry.dependencies;
    }
  }
  const reached = findReached(lock);
  const npm = Object.fromEntries(Object.entries(lock.npm).filter(([id]) => reached.has(id)));
  return `${JSON.stringify({ ...lock, npm }, null, 2)}\n`;
}

/** The packages that a specifier needs, directly or through others, by their ids. */
function findReached(lock: Lock): ReadonlySet<string> {
  const ids = Map.groupBy(Object.keys(lock.npm), nameOf);
  const find = (reference: string) =>
    // A dependency is given by its name alone where the lock has one version of it.
    reference in lock.npm
      ? [reference]
      : (ids.get(nameOf(reference)) ?? []).filter((id) =>
        nameOf(reference) === reference || id.startsWith(`${reference}_`)
      );
  const waiting = Object.entries(lock.specifiers).flatMap(([specifier, version]) =>
    find(`${nameOf(specifier.replace(/^npm:/, ""))}@${version}`)
  );
  const reached = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const { dependencies = [], optionalDependencies = [] } = lock.npm[id] ?? {};
    waiting.push(...[...dependencies, ...optionalDependencies].flatMap(find));
  }
  return reached;
}

/** `@scope/name` of `@scope/name@1.2.3_peer@4.5.6`. */
function nameOf(id: string): string {
  const end = id.indexOf("@", 1);
  return end === -1 ? id : id.slice(0, end);
}
