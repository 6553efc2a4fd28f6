/** Who gets in? */
import { useQuery, useWorld } from "../../data/query.ts";
import { Answered, Empty } from "../../parts/states.tsx";
import { InvitationsToMe } from "./invitations.tsx";
import { MembersView } from "./members.tsx";
import { isManager } from "./rules.ts";
import { membersSchema } from "./shapes.ts";
import { Tokens } from "./tokens.tsx";

export function Access() {
  const { rpc, workspaceId } = useWorld();
  const members = useQuery(
    ["members"],
    () => rpc("list_members", { p_workspace_id: workspaceId }, membersSchema),
    [],
  );
  return (
    <>
      <h1>Access</h1>
      <InvitationsToMe />
      <Answered result={members}>
        {(found) =>
          found === null ? <Empty>You are no member of this workspace any more.</Empty> : (
            <>
              {isManager(found) ? <Tokens /> : (
                <section>
                  <h2>Tokens</h2>
                  <Empty>Owners and admins manage the tokens of external systems.</Empty>
                </section>
              )}
              <MembersView found={found} />
            </>
          )}
      </Answered>
    </>
  );
}
