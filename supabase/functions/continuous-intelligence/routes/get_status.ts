import type { Handler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import type { AppDeps } from "../deps.ts";

/** `GET /`: backlog, latest runs, next scheduled time. Reads only; a GET never processes emails. */
export function getStatus({ store }: Pick<AppDeps, "store">): Handler<AppEnv> {
  return async function answerStatus(c) {
    return c.json(await store.readStatus(), 200, { "cache-control": "no-store" });
  };
}
