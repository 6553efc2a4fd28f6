import { fileURLToPath } from "node:url";
import type { IntakeReport } from "../import/intake_report.ts";
import { loadMail } from "../import/load_mail.ts";
import type { Stack } from "../local/stack.ts";

/** One workspace of the demo and what came of its email. */
export interface Load {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly intake: IntakeReport;
}

const EXAMPLES_FOLDER = fileURLToPath(new URL("../../examples/mail/", import.meta.url));

/** A workspace for each folder of example email. */
export async function loadExamples(stack: Stack): Promise<readonly Load[]> {
  const folders = Array.from(Deno.readDirSync(EXAMPLES_FOLDER))
    .filter((entry) => entry.isDirectory)
    .map((entry) => entry.name)
    .sort();
  return await Promise.all(
    folders.map((folder) => load(stack, toTitle(folder), [`${EXAMPLES_FOLDER}${folder}`])),
  );
}

/** One workspace with the email of the user. */
export async function loadOwnMail(stack: Stack, paths: readonly string[]): Promise<Load> {
  return await load(stack, "Your emails", paths);
}

async function load(stack: Stack, name: string, paths: readonly string[]): Promise<Load> {
  const rows = await stack.database.query<{ id: string }>(
    "insert into public.workspaces (name) values ($1) returning id",
    [name],
  );
  const workspaceId = rows[0]?.id ?? "";
  const intake = await loadMail(paths, { url: stack.url, secret: stack.cronSecret, workspaceId });
  return { workspaceId, workspaceName: name, intake };
}

/** `harbour-bakery` → `Harbour Bakery`. */
function toTitle(folder: string): string {
  return folder.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
}
