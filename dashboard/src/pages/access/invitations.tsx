/** Invitations: those to me, and the open ones of the workspace. */
import * as z from "zod/mini";
import { useQuery, useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { type Invitation, invitationsSchema } from "./shapes.ts";

/** Empty without invitations. After accepting, the page begins anew with the workspace. */
export function InvitationsToMe() {
  const { rpc } = useWorld();
  const mine = useQuery(
    ["invitations-to-me"],
    () => rpc("list_invitations", {}, invitationsSchema),
    [],
  );
  const act = useAct();
  if (!mine.data || mine.data.length === 0) return null;
  const end = async ({ id }: Invitation) => {
    await rpc("end_invitation", { p_invitation_id: id }, z.boolean());
    await mine.refetch();
  };
  const accept = async ({ id }: Invitation) => {
    await rpc("accept_invitation", { p_invitation_id: id }, z.string());
    location.reload();
  };
  return (
    <section aria-label="Invitations to you">
      {mine.data.map((one) => (
        <p key={one.id} class="acts">
          <span>You are invited to {one.workspace_name ?? "a workspace"} as {one.role}.</span>
          <button
            type="button"
            class="main"
            disabled={act.isBusy}
            onClick={() => act.run(() => accept(one))}
          >
            Accept
          </button>
          <button
            type="button"
            disabled={act.isBusy}
            onClick={() => act.run(() => end(one))}
          >
            Decline
          </button>
        </p>
      ))}
      {act.problem !== "" && <p role="alert" class="problem">{act.problem}</p>}
    </section>
  );
}

export function OpenInvitations() {
  const { rpc, workspaceId } = useWorld();
  const open = useQuery(
    ["invitations"],
    () => rpc("list_invitations", { p_workspace_id: workspaceId }, invitationsSchema),
    [],
  );
  const act = useAct();
  const end = async ({ id }: Invitation) => {
    await rpc("end_invitation", { p_invitation_id: id }, z.boolean());
    await open.refetch();
  };
  if (!open.data || open.data.length === 0) return null;
  return (
    <>
      <h3>Invited</h3>
      <ul>
        {open.data.map((one) => (
          <li key={one.id}>
            {one.email} as {one.role}, until <Moment at={one.expires_at} />{" "}
            <button
              type="button"
              class="quiet"
              aria-label={`Withdraw the invitation of ${one.email}`}
              disabled={act.isBusy}
              onClick={() => act.run(() => end(one))}
            >
              Withdraw
            </button>
          </li>
        ))}
      </ul>
      {act.problem !== "" && <p role="alert" class="problem">{act.problem}</p>}
    </>
  );
}
