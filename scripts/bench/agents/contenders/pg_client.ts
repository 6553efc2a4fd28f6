import type pg from "pg";
import type { ServiceClient } from "../../../../supabase/functions/_shared/database/db.ts";

/** The part of a client that our stores use, over the connections that the peers use too. */
export function createPgClient(pool: pg.Pool): ServiceClient {
  const rpc = async (name: string, parameters: Record<string, unknown> = {}) => {
    const places = Object.keys(parameters).map((key, index) => `${key} => $${index + 1}`);
    const values = Object.values(parameters).map((value) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : value
    );
    const { rows } = await pool.query({
      name,
      text: `select public.${name}(${places}) as answer`,
      values,
    });
    return { data: rows[0]?.answer, error: null, status: 200 };
  };
  return { rpc } as unknown as ServiceClient;
}
