import { createClient } from "@supabase/supabase-js";
import type { Database } from "../database/database_types.ts";
import { limitTime } from "../database/db.ts";
import type { Env } from "../platform/env.ts";
import type { AgentTask } from "./agent_task.ts";

/**
 * The client that an agent's work gets, with the rights of `service_role`: all of supabase-js,
 * because the work may need storage or users, too.
 */
export function createAgentClient(
  { supabaseUrl, secretKey }: Pick<Env, "supabaseUrl" | "secretKey">,
): AgentTask["db"] {
  return createClient<Database>(supabaseUrl, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: limitTime() },
  });
}
