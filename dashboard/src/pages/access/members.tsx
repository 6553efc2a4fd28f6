/** Who belongs to the workspace: adding, changing and removing, as far as the caller may. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { count } from "../../words.ts";
import { AddMember } from "./add_member.tsx";
import { OpenInvitations } from "./invitations.tsx";
import { canChange, canRemove, isManager, listRolesToGive, ROLE_WORDS } from "./rules.ts";
import { changedSchema, type Member, type Members, type Role } from "./shapes.ts";
import { WideTable } from "../../parts/wide_table.tsx";

type Act = { readonly kind: "change" | "remove"; readonly member: Member };

export function MembersView({ found }: { readonly found: Members }) {
  const [act, setAct] = useState<Act | null>(null);
  const [isAdding, setAdding] = useState(false);
  const close = () => setAct(null);
  return (
    <section>
      <div class="titled">
        <h2>{count(found.count, "member")}</h2>
        {isManager(found) && (
          <button type="button" onClick={() => setAdding(true)}>Add somebody</button>
        )}
      </div>
      {!isManager(found) && <p class="note">Owners and admins see the addresses.</p>}
      <WideTable>
        <table>
          <thead>
            <tr>
              <th>Who</th>
              <th>Role</th>
              <th>Since</th>
              <th>
                <span class="hidden">What you may do</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.members.map((member) => (
              <Row key={member.user_id} found={found} member={member} act={setAct} />
            ))}
          </tbody>
        </table>
      </WideTable>
      {found.members.length < found.count && (
        <p class="note">The first {found.members.length} are shown.</p>
      )}
      {isManager(found) && <OpenInvitations />}
      {isAdding && <AddMember caller={found.role} close={() => setAdding(false)} />}
      {act?.kind === "change" && <ChangeRole found={found} member={act.member} close={close} />}
      {act?.kind === "remove" && <Remove found={found} member={act.member} close={close} />}
    </section>
  );
}

function Row({ found, member, act }: {
  readonly found: Members;
  readonly member: Member;
  readonly act: (act: Act) => void;
}) {
  const isMe = member.user_id === found.user_id;
  const name = nameOf(member);
  return (
    <tr>
      <td>{name}{isMe && " (you)"}</td>
      <td>{member.role}</td>
      <td>{member.since ? <Moment at={member.since} /> : "unknown"}</td>
      <td>
        {canChange(found, member) && (
          <button
            type="button"
            class="quiet"
            aria-label={`Change the role of ${name}`}
            onClick={() => act({ kind: "change", member })}
          >
            Change
          </button>
        )}
        {canRemove(found, member) && (
          <button
            type="button"
            class="quiet"
            aria-label={isMe ? "Leave the workspace" : `Remove ${name}`}
            onClick={() => act({ kind: "remove", member })}
          >
            {isMe ? "Leave" : "Remove"}
          </button>
        )}
      </td>
    </tr>
  );
}

function nameOf({ email, user_id: id }: Member): string {
  return email ?? `account ${id.slice(0, 8)}`;
}

function ChangeRole({ found, member, close }: {
  readonly found: Members;
  readonly member: Member;
  readonly close: () => void;
}) {
  const { rpc, workspaceId } = useWorld();
  const refresh = useRefresh();
  const [role, setRole] = useState<Role>(member.role);
  return (
    <ActDialog
      title={`Change the role of ${nameOf(member)}`}
      confirm="Change it"
      isReady={role !== member.role}
      close={close}
      act={async () => {
        const args = { p_workspace_id: workspaceId, p_user_id: member.user_id, p_role: role };
        await rpc("change_member", args, changedSchema);
        await refresh();
      }}
    >
      <label>
        Role
        <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
          {listRolesToGive(found.role).map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </label>
      <p class="note">{ROLE_WORDS[role]}. It counts at once.</p>
    </ActDialog>
  );
}

function Remove({ found, member, close }: {
  readonly found: Members;
  readonly member: Member;
  readonly close: () => void;
}) {
  const { rpc, workspaceId } = useWorld();
  const refresh = useRefresh();
  const isMe = member.user_id === found.user_id;
  return (
    <ActDialog
      title={isMe ? "Leave this workspace?" : `Remove ${nameOf(member)}?`}
      confirm={isMe ? "Leave the workspace" : "Remove them"}
      isDanger
      close={close}
      act={async () => {
        const args = { p_workspace_id: workspaceId, p_user_id: member.user_id, p_role: null };
        await rpc("change_member", args, changedSchema);
        if (isMe) location.reload();
        else await refresh();
      }}
    >
      <p>
        {isMe ? "You see" : "They see"} nothing of this workspace any more, at once. Tokens that
        {isMe ? " you have" : " they have"}{" "}
        made stop working. An owner or admin can send a new invitation later.
      </p>
    </ActDialog>
  );
}
