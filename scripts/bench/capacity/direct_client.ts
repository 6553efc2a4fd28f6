import type postgres from "postgres";
import {
  createServiceClient,
  type ServiceClient,
} from "../../../supabase/functions/_shared/database/db.ts";

/** A client whose RPCs go straight to PostgreSQL, so that only the database is measured. */
export interface DirectClient {
  readonly client: ServiceClient;
  /** Database time of all calls since the last reading, in ms. */
  takeMs(): number;
}

/** @param sql a single session with the rights of the functions' owner */
export function createDirectClient(sql: postgres.Sql): DirectClient {
  let spentMs = 0;
  const direct = async (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
    const request = new Request(input, init);
    const name = new URL(request.url).pathname.replace("/rest/v1/rpc/", "");
    const params: Record<string, unknown> = await request.json();
    const places = Object.keys(params).map((key, index) => `${key} => $${index + 1}`).join(", ");
    const values = Object.values(params) as postgres.ParameterOrJSON<never>[];
    const startedAt = performance.now();
    const [row] = await sql.unsafe(`select public.${name}(${places}) as answer`, values);
    spentMs += performance.now() - startedAt;
    return Response.json(row?.["answer"] ?? null);
  };
  return {
    client: createServiceClient(
      { supabaseUrl: "http://direct.example", secretKey: "no-key-needed" },
      direct,
    ),
    takeMs() {
      const taken = spentMs;
      spentMs = 0;
      return taken;
    },
  };
}
