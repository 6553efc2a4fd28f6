import { timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import type { LocalDatabase } from "./database.ts";

/** Serves `POST /pg/query`. */
export type SqlHandler = (request: Request) => Promise<Response>;

/**
 * Answers `{"query": "…"}`, one or more statements, with the rows of the last one that has any, as
 * a JSON array. They run as `postgres`: the embedded database has no port for psql. The path and
 * shape are those of a self-hosted project's query endpoint; the secret key is required on
 * `apikey`.
 */
export function createSqlHandler(database: LocalDatabase, secretKey: string): SqlHandler {
  return async (request) => {
    if (!isSame(request.headers.get("apikey") ?? "", secretKey)) {
      return Response.json({ message: "Give the secret key in the header apikey." }, {
        status: 401,
      });
    }
    const query = request.method === "POST" ? await readQuery(request) : undefined;
    if (query === undefined) {
      return Response.json({ message: 'POST {"query": "select 1"} with SQL of your own.' }, {
        status: 400,
      });
    }
    try {
      const rows = await database.runScript(query);
      return new Response(JSON.stringify(rows, writeBigint), {
        headers: { "content-type": "application/json" },
      });
    } catch (error) {
      return Response.json(describeSqlError(error), { status: 400 });
    }
  };
}

/** What PostgreSQL says about an error, with its hint where it gives one. */
function describeSqlError(error: unknown): { message: string; hint?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const hint: unknown = "hint" in error ? error.hint : undefined;
  return { message: error.message, ...(typeof hint === "string" && hint !== "" ? { hint } : {}) };
}

async function readQuery(request: Request): Promise<string | undefined> {
  try {
    const body: unknown = await request.json();
    if (typeof body !== "object" || body === null || !("query" in body)) return undefined;
    return typeof body.query === "string" ? body.query : undefined;
  } catch {
    return undefined;
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Numbers that JSON readers would round are written as text. */
function writeBigint(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
