import { parse } from "smol-toml";
import * as z from "zod";

/** What `config.toml` must say about our functions. */
export interface ConfigPlan {
  /** Text to append; empty when all is said. */
  readonly addition: string;
  /** Sections that say something else. */
  readonly conflicts: readonly string[];
}

const configSchema = z.object({
  functions: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

/**
 * Compares a `config.toml` with what our functions need.
 * @throws {Error} of the TOML parser, with line and column, when it is not TOML; and when sections
 * cannot be added to it
 */
export function planConfig(config: string, functions: readonly string[]): ConfigPlan {
  const read = configSchema.safeParse(parse(config));
  if (!read.success) throw new Error(WANTS_SECTIONS);
  const present = read.data.functions ?? {};
  const missing = functions.filter((name) => present[name] === undefined);
  const conflicts = functions.filter((name) => {
    const section = present[name];
    return section !== undefined &&
      Object.entries(describeFunction(name)).some(([key, value]) => section[key] !== value);
  });
  const addition = missing.map(formatSection).join("");
  if (!isToml(config + addition)) throw new Error(WANTS_SECTIONS);
  return {
    addition,
    conflicts: conflicts.map((name) => `supabase/config.toml [functions.${name}]`),
  };
}

const WANTS_SECTIONS =
  "write its functions as sections such as [functions.hello], to which others can be added";

/** An inline table, `functions = { … }`, cannot be extended, so the whole would not be TOML. */
function isToml(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function describeFunction(name: string): Readonly<Record<string, boolean | string>> {
  return {
    verify_jwt: false,
    entrypoint: `./functions/${name}/index.js`,
  };
}

function formatSection(name: string): string {
  const lines = Object.entries(describeFunction(name))
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  return `\n# Nightshift: callers are checked in code\n[functions.${name}]\n${lines.join("")}`;
}
