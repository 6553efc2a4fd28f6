import postgres from "postgres";
import { z } from "zod";
import { type Storage, storeSession } from "../../../dashboard/tests/testing/session.ts";
import { buildDashboard } from "../../dashboard/build.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { fillWorkspace, WORKSPACE } from "../dashboard/fill.ts";

const ACCOUNT = { email: "bench@example.com", password: "correct horse battery" };

const answerSchema = z.object({ user: z.object({ id: z.string() }) });

/** A running project with one busy workspace, and somebody who is signed in. */
export interface BusyProject extends AsyncDisposable {
  readonly stack: Stack;
  /** The browser profile of who is signed in. */
  readonly session: Storage;
}

/** Starts the local stack on a real PostgreSQL and fills a workspace with tasks. */
export async function startBusyProject(tasks: number): Promise<BusyProject> {
  const folder = await Deno.makeTempDir({ prefix: "nightshift-browser-" });
  await buildDashboard(folder);
  const stack = await startStack({ database: "postgres", functions: [], dashboardFolder: folder });
  stack.onStop(() => Deno.remove(folder, { recursive: true }));
  try {
    await fill(stack, tasks);
    await ask(stack, "signup");
    const value = await ask(stack, "token?grant_type=password");
    const { user } = answerSchema.parse(JSON.parse(value));
    await stack.database.query(
      `insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, 'owner')`,
      [WORKSPACE, user.id],
    );
    return {
      stack,
      session: storeSession(stack, value),
      [Symbol.asyncDispose]: () => stack.stop(),
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function fill({ database }: Stack, tasks: number): Promise<void> {
  if (database.url === undefined) throw new Error("The database has no port.");
  const url = new URL(database.url);
  url.username = "supabase_admin";
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await fillWorkspace(sql, tasks);
  } finally {
    await sql.end();
  }
}

async function ask({ url, publishableKey }: Stack, path: string): Promise<string> {
  const response = await fetch(`${url}/auth/v1/${path}`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify(ACCOUNT),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The account cannot sign in: ${text}`);
  return text;
}
