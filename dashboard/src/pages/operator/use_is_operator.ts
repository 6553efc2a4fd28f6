/** Whether the signed-in user runs the project. Operators are independent of workspaces. */
import * as z from "zod/mini";
import type { QueryClient } from "@tanstack/query-core";
import { useQuery, useWorld } from "../../data/query.ts";
import type { Rpc } from "../../data/rpc.ts";

const KEY = "operator";

/** Asked beside the workspaces, so that the navigation is whole at once; null for no answer. */
export function readIsOperator(rpc: Rpc): Promise<boolean | null> {
  return rpc("is_project_operator", {}, z.boolean()).catch(() => null);
}

/** Has a workspace begin with an answer. */
export function keepIsOperator(client: QueryClient, workspaceId: string, answer: boolean): void {
  client.setQueryData([workspaceId, KEY], answer);
}

/** False until the project has answered; the database asks again at every act. */
export function useIsOperator(): boolean {
  const { rpc } = useWorld();
  const { data } = useQuery([KEY], () => rpc("is_project_operator", {}, z.boolean()), []);
  return data === true;
}
