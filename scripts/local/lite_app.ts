import { App } from "@supabase/lite";
import type { StackKeys } from "./keys.ts";

type LiteConnection = NonNullable<ConstructorParameters<typeof App>[0]["connection"]>;

/** The REST and auth layer on a connection, with the limits of a hosted project. */
export function createLiteApp(connection: LiteConnection, keys: StackKeys) {
  // Once it meets a table with row level security, lite would grant everything in its schema to
  // anon and authenticated. "active" is the state after that step: grants stay as migrated.
  Reflect.set(connection, "rlsState", "active");
  return new App({
    connection,
    api: { max_rows: 1000, pg_safe_update: true },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
    },
  });
}
