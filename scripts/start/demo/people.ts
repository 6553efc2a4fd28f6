import { z } from "zod";
import type { Stack } from "../../local/stack.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";

const answerSchema = z.object({ user: z.object({ id: z.string() }) });

/**
 * Signs the accounts up. The owner has all workspaces, the others the first one; the operator is a
 * viewer there.
 * @throws {Error} when a sign-up is not answered with a user
 */
export async function addPeople(stack: Stack, workspaceIds: readonly string[]): Promise<void> {
  for (const { label, email, password } of DEMO_ACCOUNTS) {
    const response = await fetch(`${stack.url}/auth/v1/signup`, {
      method: "POST",
      headers: { apikey: stack.publishableKey, "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    const { user } = answerSchema.parse(await response.json());
    const role = label === "operator" ? "viewer" : label;
    await stack.database.query(
      `insert into public.workspace_members (workspace_id, user_id, role)
       select w.id::uuid, $2, $3 from unnest($1::text[]) with ordinality as w (id, place)
       where w.place = 1 or $3 = 'owner'`,
      [workspaceIds, user.id, role],
    );
    if (label === "operator") {
      await stack.database.query("insert into nightshift.operators (user_id) values ($1)", [
        user.id,
      ]);
    }
  }
}
