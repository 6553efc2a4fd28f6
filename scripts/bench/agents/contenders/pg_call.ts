import type pg from "pg";
import type { CallByName } from "../../database/call_client.ts";

/** Calls functions of the database over the connections that the peers use too. */
export function createPgCall(pool: pg.Pool): CallByName {
  return async (name, parameters) => {
    const places = Object.keys(parameters).map((key, index) => `${key} => $${index + 1}`);
    const values = Object.values(parameters).map((value) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : value
    );
    const { rows } = await pool.query({
      name,
      text: `select public.${name}(${places}) as answer`,
      values,
    });
    return rows[0]?.answer;
  };
}
