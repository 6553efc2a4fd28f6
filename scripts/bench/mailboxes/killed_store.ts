import type { SyncStore } from "../../../supabase/functions/email-sync/store/sync_store.ts";

/** The process was killed. */
class Killed extends Error {}

/**
 * A database that answers so many times, and then the process is gone: the last request may still
 * have been carried out, and nothing after it is.
 */
export function killAfter(calls: number, isCarriedOut: boolean): (store: SyncStore) => SyncStore {
  let left = calls;
  return (store) =>
    new Proxy(store, {
      get(target, name, receiver) {
        const method = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]) => {
          if (left <= 0) {
            if (left === 0 && isCarriedOut) {
              left -= 1;
              await method.apply(target, given);
            }
            left -= 1;
            throw new Killed();
          }
          left -= 1;
          return await method.apply(target, given);
        };
      },
    });
}
