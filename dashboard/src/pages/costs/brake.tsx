/** Stops the spending of a workspace, and lets it go on. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { exactTime } from "../../words.ts";
import { brakedSchema, type Spending } from "./shapes.ts";

export function Brake({ spending: { role, brake } }: { readonly spending: Spending }) {
  const { rpc, workspaceId } = useWorld();
  const refresh = useRefresh();
  const [isAsked, setAsked] = useState(false);
  const isBraked = brake !== null;
  const mayBrake = role === "owner" || role === "admin";
  const change = async () => {
    const args = { p_workspace_id: workspaceId, p_is_braked: !isBraked };
    await rpc("brake_spending", args, brakedSchema);
    await refresh();
  };
  const act = isBraked ? "Let spending go on" : "Stop spending";
  return (
    <div class="acts">
      {brake && <span role="status">Spending was stopped on {exactTime(brake.at)}.</span>}
      {mayBrake
        ? <button type="button" onClick={() => setAsked(true)}>{act}</button>
        : <span class="note">Owners and admins can stop spending.</span>}
      {isAsked && (
        <ActDialog
          title={`${act}?`}
          confirm={act}
          act={change}
          close={() => setAsked(false)}
        >
          <p>
            {isBraked
              ? "Models are called again from the next run on, within the budgets."
              : "From the next run on no model is called for this workspace. Emails that need " +
                "one wait. Work that has begun is paid for. Budgets stay as they are."}
          </p>
        </ActDialog>
      )}
    </div>
  );
}
