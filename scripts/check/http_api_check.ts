import openapiTS, { astToString } from "openapi-typescript";
import { describeTestApi } from "../../supabase/functions/autonomous-tasks/testing/test_app.ts";
import { PROBLEMS } from "../../supabase/functions/_shared/http/problem.ts";
import type { Check } from "./check.ts";
import { findOutdated, type GeneratedFiles, writeGenerated } from "./generated_files.ts";
import { renderHttpApi } from "./http_api_page.ts";
import { runDeno } from "../lib/run_program.ts";

const PAGE = "docs/reference/http-api.md";
const TYPES = "packages/client/src/api_types.ts";
const CODES = "packages/client/src/error_codes.ts";

/** The page for people and the types of the client say what the OpenAPI document says. */
export const httpApiCheck: Check = {
  name: "http-api",
  promise: `${PAGE} and the types of packages/client show the task API as its document has it`,
  run: async () => await findOutdated(await render(), { command: "deno task ok --write" }),
  write: async () => await writeGenerated(await render()),
};

async function render(): Promise<GeneratedFiles> {
  const document = JSON.parse(JSON.stringify(describeTestApi()));
  const types = astToString(await openapiTS(document));
  const head = "// Generated from the OpenAPI document by `deno task ok --write`.\n";
  const files = await Promise.all([
    format(PAGE, "md", renderHttpApi(document)),
    format(TYPES, "ts", `${head}// deno-lint-ignore-file\n${types}`),
    format(CODES, "ts", `${head}${renderCodes(document)}`),
  ]);
  return new Map(files);
}

/** The codes of all errors that the document describes, as a type. */
function renderCodes(document: unknown): string {
  const described = JSON.stringify(document).matchAll(/`(\w+)`: /g);
  const known = Array.from(described, ([, code = ""]) => code).filter((code) => code in PROBLEMS);
  const codes = [...new Set([...known, "method_not_allowed"])].sort();
  return `
/** The codes of the errors that the API responds with; see docs/reference/errors.md. */
export type ApiErrorCode = ${codes.map((code) => `"${code}"`).join(" | ")};
`;
}

async function format(file: string, extension: string, text: string) {
  const { success, stdout, stderr } = await runDeno(["fmt", "--ext", extension, "-"], {
    input: text,
  });
  if (!success) throw new Error(`deno fmt failed on ${file}: ${stderr.trim()}`);
  return [file, stdout] as const;
}
