import { join } from "node:path";
import { toRepositoryPath } from "./repository_path.ts";

const FUNCTIONS = "supabase/functions";
/** What a browser gets. */
const DASHBOARD = "dashboard/src/";

/** What touches the platform, and the one file of `_shared` where functions may write it. */
const PLATFORM_FILES: Readonly<Record<string, string>> = {
  "Deno.env": "platform/env.ts",
  "new Date()": "platform/clock.ts",
  "Date.now": "platform/clock.ts",
  "crypto.randomUUID": "platform/ids.ts",
  "EdgeRuntime": "platform/background.ts",
};

/** Where agents get all of supabase-js; our own functions need its smallest part. */
const AGENT_CLIENT = `${FUNCTIONS}/_shared/agents/agent_client.ts`;

/** Packages that the three `deno.json` files name; a subpath of one is allowed too. */
export interface PackageNames {
  /** Of `supabase/functions/deno.json`: what is deployed. */
  readonly functions: readonly string[];
  /** Of `dashboard/deno.json`: what a browser gets. */
  readonly dashboard: readonly string[];
  /** Of the root's `deno.json`: tools. */
  readonly tools: readonly string[];
}

/**
 * Says what is wrong with an import, undefined when it is allowed.
 * Arrows: functions → their own folder, `_email` and `_shared` → packages; `_email` and `_shared`
 * import neither functions nor each other; the dashboard imports types alone from elsewhere;
 * scripts and tests may import anything. Everybody names packages as their `deno.json` does:
 * functions and dashboard take theirs from their own, their tests from the root's too.
 * @param importer absolute path of the importing file
 * @param isType whether nothing but types is imported, by `import type`
 */
export function judgeImport(
  importer: string,
  specifier: string,
  packages: PackageNames,
  isType = false,
): string | undefined {
  if (specifier.startsWith("node:")) return undefined;
  if (/^\.\.?\//.test(specifier)) return judgeRelative(importer, specifier, isType);
  if (/^[a-z]+:/i.test(specifier) || specifier.startsWith("/")) {
    return `"${specifier}": only bare names from deno.json, node: and relative paths are imported`;
  }
  const { file, names } = findPackages(importer, packages);
  const known = names.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  return known
    ? undefined
    : `"${specifier}" is not in the imports of ${file}; add it there with its exact version`;
}

/**
 * Says why the names taken from a package make bundles larger than they need be, undefined when
 * they do not.
 * @param names the names in the package, `*` for all of it
 */
export function judgeNames(
  importer: string,
  specifier: string,
  names: readonly string[],
): string | undefined {
  if (findRoom(importer) === undefined) return undefined;
  if (specifier === "zod" && names.includes("z")) {
    return 'write import * as z from "zod": the name z brings 350 kB of other languages along';
  }
  if (specifier === "@supabase/supabase-js" && toRepositoryPath(importer) !== AGENT_CLIENT) {
    return `only ${AGENT_CLIENT} imports it: it brings 220 kB along; call createServiceClient`;
  }
  return undefined;
}

function findPackages(
  importer: string,
  { functions, dashboard, tools }: PackageNames,
): { file: string; names: readonly string[] } {
  const path = toRepositoryPath(importer);
  if (findRoom(importer) !== undefined) {
    return { file: `${FUNCTIONS}/deno.json`, names: functions };
  }
  if (isDashboard(importer)) return { file: "dashboard/deno.json", names: dashboard };
  const own = path.startsWith(`${FUNCTIONS}/`)
    ? functions
    : path.startsWith("dashboard/")
    ? dashboard
    : [];
  return { file: "deno.json", names: [...own, ...tools] };
}

function judgeRelative(
  importer: string,
  specifier: string,
  isType: boolean,
): string | undefined {
  const target = toRepositoryPath(join(importer, "..", specifier));
  if (isDashboard(importer) && !isType && !target.startsWith(DASHBOARD)) {
    return `"${specifier}" leads to ${target}; the dashboard imports types alone from there`;
  }
  const room = findRoom(importer);
  if (room === undefined) return undefined;
  const allowed = room.startsWith("_") ? [room] : [room, "_email", "_shared"];
  if (allowed.some((name) => target.startsWith(`${FUNCTIONS}/${name}/`))) return undefined;
  const rooms = allowed.map((name) => `${FUNCTIONS}/${name}`).join(" and ");
  return `"${specifier}" leads to ${target}; this file may import from ${rooms} only`;
}

/** Says where a platform name belongs, undefined when this file may use it. */
export function judgePlatformUse(file: string, name: string): string | undefined {
  const home = PLATFORM_FILES[name];
  const room = findRoom(file);
  if (home === undefined || room === undefined) return undefined;
  const homePath = `${FUNCTIONS}/_shared/${home}`;
  if (toRepositoryPath(file) === homePath) return undefined;
  return `${name} is for ${homePath} alone; take it from there or as a parameter`;
}

/**
 * Says why a kind of declaration cannot be deployed, undefined when it can. Bundles are JavaScript,
 * and the hosted runtime (Deno 2.1.4) does not parse `using` there.
 * @param kind as in the source: `const`, `let`, `using`, `await using`
 */
export function judgeDeclaration(file: string, kind: string): string | undefined {
  if (!kind.endsWith("using") || findRoom(file) === undefined) return undefined;
  if (toRepositoryPath(file).includes("/testing/")) return undefined;
  return `the hosted runtime does not parse "${kind}"; dispose in a finally block`;
}

/** Whether a file is part of what a browser gets. */
function isDashboard(file: string): boolean {
  return toRepositoryPath(file).startsWith(DASHBOARD) && !/_test\.tsx?$/.test(file);
}

/** The function, or `_shared`, whose code a file is; undefined for scripts, tests and the rest. */
function findRoom(file: string): string | undefined {
  const [first, second, room] = toRepositoryPath(file).split("/");
  if (`${first}/${second}` !== FUNCTIONS || room === undefined || room === "tests") {
    return undefined;
  }
  return file.endsWith("_test.ts") ? undefined : room;
}
