import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv, Caller } from "../_shared/http/caller.ts";
import type { TaskStore } from "./deps.ts";

/**
 * A user and an ingest token are only claims until the database has checked them, which it does
 * with their request. Whoever is rejected before that, for a malformed body or an unknown path, is
 * checked here: a caller whom nobody knows is answered with 401 and learns nothing else.
 */
export function admitUnasked(store: TaskStore) {
  const asked = new WeakSet<Caller>();
  const remembering: TaskStore = {
    ...store,
    ask(caller, name, parameters) {
      asked.add(caller);
      return store.ask(caller, name, parameters);
    },
  };
  async function admit(c: Context<AppEnv>): Promise<void> {
    const caller = c.get("caller");
    const isClaim = caller.kind === "ingest_token" || caller.kind === "user";
    if (!isClaim || asked.has(caller)) return;
    asked.add(caller);
    await store.admit(caller);
  }
  const afterwards: MiddlewareHandler<AppEnv> = async function admitAfterwards(c, next) {
    await next();
    await admit(c);
  };
  return { store: remembering, admit, afterwards };
}
