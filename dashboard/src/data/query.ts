/** Answers that stay while newer ones are fetched. */
import {
  type DefaultError,
  QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverResult,
} from "@tanstack/query-core";
import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
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

/**
 * The answer to a question, asked again every `everyMs` while the page is visible.
 * @param key of the question within the workspace
 */
export function useQuery<Data>(
  key: QueryKey,
  ask: () => Promise<Data>,
  everyMs: number,
): QueryObserverResult<Data, DefaultError> {
  const { client, workspaceId } = useWorld();
  const queryKey = [workspaceId, ...key];
  const observer = useMemo(
    () => new QueryObserver<Data>(client, { queryKey, queryFn: ask, refetchInterval: everyMs }),
    [client, JSON.stringify(queryKey)],
  );
  const [result, setResult] = useState(observer.getCurrentResult());
  useEffect(() => {
    setResult(observer.getCurrentResult());
    return observer.subscribe(setResult);
  }, [observer]);
  return result;
}
