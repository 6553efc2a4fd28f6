import { z } from "zod";
import { runSupabase } from "../supabase_cli.ts";

const adviceSchema = z.object({
  results: z.array(z.object({ name: z.string(), detail: z.string() })),
});
type Advice = z.output<typeof adviceSchema>["results"];

/**
 * What the CLI's advisors (security and performance) find worth a warning in a database: the name
 * of each rule, and what it found.
 */
export async function listAdvice(databaseUrl: string): Promise<Advice> {
  const text = await runSupabase([
    ...["db", "advisors", `--remote=${databaseUrl}`, "--output-format", "json"],
    ...["--type", "all", "--level", "warn", "--fail-on", "none"],
  ]);
  return adviceSchema.parse(JSON.parse(text)).results;
}

/**
 * Checks the bodies of functions with plpgsql_check. @throws {Error} with its report on any
 * finding.
 */
export async function lintFunctions(databaseUrl: string): Promise<void> {
  const schemas = "public,nightshift";
  await runSupabase([
    "db",
    "lint",
    `--remote=${databaseUrl}`,
    "-s",
    schemas,
    "--fail-on",
    "warning",
  ]);
}
