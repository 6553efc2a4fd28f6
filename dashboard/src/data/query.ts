/** Answers that stay while newer ones are fetched. */
import {
  type DefaultError,
  QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverResult,
} from "@tanstack/query-core";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Rpc } from "./rpc.ts";

/** What every page needs from outside. */
export interface World {
  readonly rpc: Rpc;
  readonly client: QueryClient;
  readonly workspaceId: string;
}

export const WorldContext = createContext<World | null>(null);

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === null) throw new Error("no world around this part");
  return world;
}

export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, staleTime: 5_000, refetchOnWindowFocus: true } },
  });
}

/** What a change is of; a question follows those that its answer depends on. */
export type Mark = "tasks" | "slots" | "emails" | "money";

const POLL_MS = 15_000;

/**
 * The answer to a question. It is asked again when something that it follows has changed.
 * @param key of the question within the workspace
 * @param follows nothing for what changes by hand alone
 */
export function useQuery<Data>(
  key: QueryKey,
  ask: () => Promise<Data>,
  follows: readonly Mark[],
): QueryObserverResult<Data, DefaultError> {
  const { client, workspaceId } = useWorld();
  const queryKey = [workspaceId, ...key];
  const observer = useMemo(
    () =>
      new QueryObserver<Data>(client, {
        queryKey,
        queryFn: ask,
        refetchInterval: follows.length > 0 ? POLL_MS : false,
      }),
    [client, JSON.stringify(queryKey)],
  );
  const [seen, setSeen] = useState({ observer, result: observer.getCurrentResult() });
  useLayoutEffect(() => {
    const show = (result: QueryObserverResult<Data, DefaultError>) => setSeen({ observer, result });
    const unsubscribe = observer.subscribe(show);
    show(observer.getCurrentResult());
    return unsubscribe;
  }, [observer]);
  // After the question has changed, what was seen last answers the one before.
  return seen.observer === observer ? seen.result : observer.getCurrentResult();
}
