import { parseExactly } from "../../../supabase/functions/_shared/database/exact_json.ts";
import { createPostgresConnection, type PostgresConnection } from "@supabase/lite/postgres";
import type { RestHandler } from "../database.ts";
import type { StackKeys } from "../keys.ts";
import { createLiteApp } from "../lite_app.ts";
import { runQuietly } from "../lite_console.ts";
import type { Cluster, LoginRole } from "./postgres_cluster.ts";
import { JSON_TYPE } from "./postgres_types.ts";

/** Sessions of each service at most; the cluster takes 100 in all. */
const POOL_SIZE = 10;

/** The REST and auth layer in front of a cluster. */
export interface PostgresRest {
  readonly handle: RestHandler;
  /** Ends its sessions; requests under way get a second to end. */
  close(): Promise<void>;
}

/** Serves `/rest/v1` in sessions of `authenticator` and `/auth/v1` in those of the auth service. */
export async function startPostgresRest(cluster: Cluster, keys: StackKeys): Promise<PostgresRest> {
  const schema = await readSchema(cluster);
  const restConnection = connect(cluster, "authenticator", schema);
  const authConnection = connect(cluster, "supabase_auth_admin", schema);
  const rest = createLiteApp(restConnection, keys);
  const auth = createLiteApp(authConnection, keys);
  return {
    handle: (request, peerAddress) => {
      const app = new URL(request.url).pathname.startsWith("/auth/") ? auth : rest;
      return runQuietly(async () => await app.fetch(request, { peerAddress }));
    },
    async close() {
      await Promise.all([restConnection, authConnection].map(end));
    },
  };
}

/** The schema is read with rights that see all of it, as PostgREST sees the catalog. */
async function readSchema(cluster: Cluster): Promise<string> {
  const connection = connect(cluster, "supabase_admin");
  try {
    return JSON.stringify(await connection.introspect());
  } finally {
    await end(connection);
  }
}

/** Numbers in documents keep every digit, as with PostgREST. */
const EXACT_JSON_TYPE = { ...JSON_TYPE, parse: parseExactly };

function connect(cluster: Cluster, role: LoginRole, schema?: string): PostgresConnection {
  const url = cluster.url(role);
  const postgresOptions = {
    max: POOL_SIZE,
    onnotice: () => {},
    // lite writes documents as text, which its own types for this driver would write once more.
    types: { json: EXACT_JSON_TYPE, jsonb: EXACT_JSON_TYPE },
  };
  if (schema === undefined) return createPostgresConnection({ url, postgresOptions });
  const schemaCache = {
    get: () => Promise.resolve(schema),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
  return createPostgresConnection({ url, postgresOptions, schemaCache });
}

function end(connection: PostgresConnection): Promise<void> {
  return connection.driver.end({ timeout: 1 });
}
