/** Adding somebody by their address: they agree by accepting an invitation. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { listRolesToGive, ROLE_WORDS } from "./rules.ts";
import { addedSchema, type Role } from "./shapes.ts";

export function AddMember({ caller, close }: {
  readonly caller: Role;
  readonly close: () => void;
}) {
  const { rpc, workspaceId } = useWorld();
  const refresh = useRefresh();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  return (
    <ActDialog
      title="Add somebody"
      confirm="Invite them"
      isReady={/^[^@\s]+@[^@\s]+$/.test(email.trim())}
      close={close}
      act={async () => {
        const args = { p_workspace_id: workspaceId, p_email: email.trim(), p_role: role };
        const { outcome } = await rpc("add_member", args, addedSchema);
        if (outcome === "is_member") {
          throw new Error("They belong to the workspace already. Change their role in the list.");
        }
        await refresh();
      }}
    >
      <label>
        Email address
        <input
          type="email"
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </label>
      <label>
        Role
        <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
          {listRolesToGive(caller).map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </label>
      <p class="note">{ROLE_WORDS[role]}.</p>
      <p class="note">
        Nightshift sends no email. Tell them to sign in here with this address and to accept within
        7 days.
      </p>
    </ActDialog>
  );
}
