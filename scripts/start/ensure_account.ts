import { z } from "zod";
import type { Stack } from "../local/stack.ts";

/** Somebody who can sign in to the dashboard of a local stack. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Local accounts are for this machine alone; the address is nobody's. */
const ACCOUNT: Account = { email: "owner@nightshift.example", password: "nightshift" };

const answerSchema = z.object({ user: z.object({ id: z.string() }) });

/**
 * An owner of a workspace, made at the first start. A kept stack has one already.
 * @throws {Error} when the sign-up is not answered with a user
 */
export async function ensureAccount(
  { url, publishableKey, database }: Pick<Stack, "url" | "publishableKey" | "database">,
  workspaceId: string,
): Promise<Account> {
  const known = await database.query<{ id: string }>(
    "select id from auth.users where email = $1",
    [ACCOUNT.email],
  );
  if (known.length > 0) return ACCOUNT;
  const response = await fetch(`${url}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify(ACCOUNT),
  });
  const { user } = answerSchema.parse(await response.json());
  await database.query(
    "insert into public.workspace_members (workspace_id, user_id, role) values ($1, $2, 'owner')",
    [workspaceId, user.id],
  );
  return ACCOUNT;
}
