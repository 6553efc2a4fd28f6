import { randomUUID } from "node:crypto";
import type { StackKeys } from "../keys.ts";

/** What the hosted platform provides to every function, beside the secrets of the project. */
export function describePlatform(
  projectUrl: string,
  keys: StackKeys,
  databaseUrl?: string,
): Record<string, string> {
  return {
    SUPABASE_URL: projectUrl,
    ...(databaseUrl === undefined ? {} : { SUPABASE_DB_URL: databaseUrl }),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secretKey }),
    SUPABASE_JWKS: JSON.stringify({ keys: [] }),
    SUPABASE_ANON_KEY: keys.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: keys.secretKey,
    // The platform bounds the CPU time of a request; this machine does not.
    RUN_READING_SECONDS: "60",
    SB_REGION: "local",
    SB_EXECUTION_ID: randomUUID(),
  };
}
