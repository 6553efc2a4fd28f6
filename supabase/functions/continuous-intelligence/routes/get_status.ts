import type { Handler } from "hono";
import type { AppEnv } from "../../_shared/http/app.ts";
import type { Dependencies } from "../app.ts";

/** `GET /`: backlog, latest runs, next slot. Reads only; nothing is ever processed by a GET. */
export function getStatus({ store }: Pick<Dependencies, "store">): Handler<AppEnv> {
  return async function answerStatus(c) {
    return c.json(await store.readStatus(), 200, { "cache-control": "no-store" });
  };
}
