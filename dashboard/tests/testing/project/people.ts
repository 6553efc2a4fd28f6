/** Workspaces and who is in them. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** @returns its id */
export async function insertWorkspace({ database }: Stack, name: string): Promise<string> {
  const rows = await database.query<{ id: string }>(
    "insert into public.workspaces (name) values ($1) returning id",
    [name],
  );
  return rows[0]?.id ?? "";
}

/** @returns the id of the user */
export async function signUp(stack: Stack, email: string, password: string): Promise<string> {
  const response = await fetch(`${stack.url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: stack.publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { user } = await response.json();
  return user.id;
}

export async function join(
  { database }: Stack,
  workspace: string,
  user: string | undefined,
  role: string,
): Promise<void> {
  await database.query(
    "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, $3)",
    [workspace, user, role],
  );
}
