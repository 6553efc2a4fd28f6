/** What every act of an operator has in common. */
import { useWorld } from "../../data/query.ts";
import { operatorAddress } from "./address.ts";

/** Leaves a dialog without a further entry in the history. */
export function leaveDialog(): void {
  location.replace(operatorAddress.format({ act: null, on: null }));
}

/** Has everything asked again after an act. */
export function useRefresh(): () => Promise<void> {
  const { client, workspaceId } = useWorld();
  return () => client.invalidateQueries({ queryKey: [workspaceId] });
}
