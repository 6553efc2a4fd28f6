/**
 * The borders of the email reader, `supabase/functions/_email`: what it may use, and who may look
 * inside.
 */
import { join } from "node:path";
import { toRepositoryPath } from "./repository_path.ts";

const READER = "supabase/functions/_email/";
const DOORS = `${READER}mod.ts`;

/** Packages whose result depends on their input alone. A subpath of one is allowed too. */
const PURE_PACKAGES = ["css-what", "html-to-text", "htmlparser2", "ical.js", "postal-mime", "zod"];
/** Modules of Node, and the only names that may be taken from them. */
const PURE_NODE_NAMES: Readonly<Record<string, readonly string[]>> = {
  "node:crypto": ["createHash"],
};

/** Globals that reach a clock, the network, the machine, or chance. */
const IMPURE_GLOBALS = new Set([
  ..."Deno process fetch crypto performance navigator localStorage sessionStorage caches".split(
    " ",
  ),
  ..."setTimeout setInterval WebSocket EventSource Worker BroadcastChannel console".split(" "),
]);
/** Members that do the same; local time is a setting of the machine. */
const IMPURE_MEMBERS = new Set([
  ..."Date.now Date.* Math.random Math.* globalThis import.meta.url import.meta.dirname".split(" "),
]);
const LOCAL_TIME =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset)$/;

/** The commands that measure the reader and train it may look behind the doors. */
const INSIDER = /^scripts\/(?:eval|train)[/.]/;

/** Whether a file is part of the reader itself; its tests and their helpers are not. */
function isReaderFile(file: string): boolean {
  const path = toRepositoryPath(file);
  return path.startsWith(READER) && !isTest(path);
}

/**
 * Says what is wrong with an import into or out of the reader, undefined when it is allowed.
 * @param names what is imported by name; `*` and `default` for those forms, undefined where unknown
 */
export function judgeReaderImport(
  importer: string,
  specifier: string,
  names?: readonly string[],
): string | undefined {
  if (specifier.startsWith(".")) return judgeVisitor(importer, specifier);
  if (!isReaderFile(importer)) return undefined;
  if (specifier.startsWith("node:")) {
    const allowed = PURE_NODE_NAMES[specifier] ?? [];
    if (names?.length && names.every((name) => allowed.includes(name))) return undefined;
    return `"${specifier}": the email reader is pure; of Node it may import createHash of ` +
      "node:crypto only";
  }
  const isPure = PURE_PACKAGES.some((name) =>
    specifier === name || specifier.startsWith(`${name}/`)
  );
  if (isPure) return undefined;
  return `"${specifier}": the email reader is pure; it may import ${PURE_PACKAGES.join(", ")} only`;
}

/** Says why a name is not for the reader, undefined when it may be used there. */
export function judgeReaderUse(file: string, name: string): string | undefined {
  if (!isReaderFile(file)) return undefined;
  const [first = ""] = name.split(".");
  const last = name.split(".").at(-1) ?? "";
  const isImpure = IMPURE_GLOBALS.has(first) || IMPURE_MEMBERS.has(name) ||
    IMPURE_MEMBERS.has(first) || name.includes(".") && LOCAL_TIME.test(last) ||
    name === "new Date()" || name === "Date()";
  return isImpure
    ? `${name}: the email reader is pure; take what it needs as a parameter`
    : undefined;
}

function judgeVisitor(importer: string, specifier: string): string | undefined {
  const from = toRepositoryPath(importer);
  const target = toRepositoryPath(join(importer, "..", specifier));
  const isInside = from.startsWith(READER) || INSIDER.test(from);
  if (!target.startsWith(READER) || target === DOORS || isInside || isTest(from)) return undefined;
  return `"${specifier}" looks behind the email reader's doors; import ${DOORS}`;
}

function isTest(path: string): boolean {
  return path.endsWith("_test.ts") || path.includes("/testing/") ||
    path.startsWith("supabase/functions/tests/");
}
