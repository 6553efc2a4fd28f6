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
import type { Mark } from "./marks.ts";
import { RequestError } from "./request_error.ts";
import type { Requests } from "./rpc.ts";

/** What every page needs from outside. */
export interface World extends Requests {
  readonly client: QueryClient;
  readonly workspaceId: string;
}

export const WorldContext = createContext<World | null>(null);

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === null) throw new Error("no world around this part");
  return world;
}

/** Has everything of the workspace asked again, after an act. */
export function useRefresh(): () => Promise<void> {
  const { client, workspaceId } = useWorld();
  return () => client.invalidateQueries({ queryKey: [workspaceId] });
}

/** An answer is asked again when it is shown and older than this, whatever the marks say. */
const STALE_MS = 60_000;
/** A person is told rather than kept waiting longer. */
const MOST_WAIT_MS = 10_000;

export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Failures are told, also without a network.
        networkMode: "always",
        staleTime: STALE_MS,
        retry: (count, error) =>
          count < 1 && error instanceof RequestError && error.isPassing &&
          (error.retryAfterMs ?? 0) <= MOST_WAIT_MS,
        retryDelay: (_count, error) => error instanceof RequestError && error.retryAfterMs || 1_000,
      },
    },
  });
}

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
        meta: { follows },
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
