/** Invitations: those to me, and the open ones of the workspace. */
import { useState } from "preact/hooks";
import * as z from "zod/mini";
import { useQuery, useWorld } from "../../data/query.ts";
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
  const act = useAct(() => mine.refetch());
  if (!mine.data || mine.data.length === 0) return null;
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
            onClick={() =>
              act.run(() => rpc("end_invitation", { p_invitation_id: one.id }, z.boolean()))}
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
  const act = useAct(() => open.refetch());
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
              onClick={() =>
                act.run(() => rpc("end_invitation", { p_invitation_id: one.id }, z.boolean()))}
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

/** An act behind a button: buttons wait for it, and a failure is told. */
function useAct(done: () => unknown) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  return {
    isBusy,
    problem,
    run: async (act: () => Promise<unknown>) => {
      setBusy(true);
      setProblem("");
      try {
        await act();
        await done();
      } catch (error) {
        setProblem(error instanceof Error ? error.message : "It did not work.");
      } finally {
        setBusy(false);
      }
    },
  };
}
