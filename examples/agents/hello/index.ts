/**
 * An agent of one's own: counts the workspaces and greets. Copy the folder to
 * supabase/functions/hello.
 */
import { createAgent } from "../_shared/agent.ts";
import { unwrap } from "../_shared/database/db.ts";

export default createAgent("hello", async ({ payload, db }) => {
  const workspaces = unwrap(await db.from("workspaces").select("id").limit(100));
  return {
    output: { greeting: `Hello, ${payload["name"] ?? "world"}!`, workspaces: workspaces.length },
    costUsd: 0,
  };
});
