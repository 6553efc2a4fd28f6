/** For somebody without a workspace: invitations, a workspace of one's own, the operator's page. */
import { useEffect, useMemo, useState } from "preact/hooks";
import * as z from "zod/mini";
import { useIsOperator } from "./pages/operator/use_is_operator.ts";
import type { View } from "./data/page.ts";
import { createClient, useWorld, WorldContext } from "./data/query.ts";
import type { Requests } from "./data/rpc.ts";
import type { Sessions } from "./data/session.ts";
import { InvitationsToMe } from "./pages/access/invitations.tsx";
import { operatorAddress } from "./pages/operator/address.ts";
import { useAct } from "./parts/acts.tsx";
import { Missing } from "./parts/states.tsx";
import { Shown } from "./parts/shown.tsx";

interface OutsideProps {
  readonly sessions: Pick<Sessions, "readUser">;
  readonly view: View;
}

export function Outside({ requests, ...props }: OutsideProps & { readonly requests: Requests }) {
  const world = useMemo(() => ({ ...requests, client: createClient(), workspaceId: "" }), [
    requests,
  ]);
  return (
    <WorldContext.Provider value={world}>
      <Contents {...props} />
    </WorldContext.Provider>
  );
}

function Contents({ sessions, view }: OutsideProps) {
  const isOperator = useIsOperator();
  if (isOperator && view.page === operatorAddress.page) return <Shown view={view} />;
  return (
    <>
      <WithoutWorkspace sessions={sessions} />
      <InvitationsToMe />
      <NewWorkspace />
      {isOperator && (
        <p>
          You are an operator:{" "}
          <a href={operatorAddress.format({ act: null, on: null })}>see the project</a>.
        </p>
      )}
    </>
  );
}

function WithoutWorkspace({ sessions }: Pick<OutsideProps, "sessions">) {
  const [email, setEmail] = useState("");
  useEffect(() => {
    sessions.readUser().then((user) => setEmail(user?.email ?? ""));
  }, [sessions]);
  return (
    <Missing title="No workspace">
      You belong to no workspace yet. Ask an owner to invite {email || "your address"}.
    </Missing>
  );
}

function NewWorkspace() {
  const { rpc } = useWorld();
  const [name, setName] = useState("");
  const { isBusy, problem, run } = useAct();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await run(async () => {
      await rpc("create_workspace", { p_name: name }, z.string());
      // Without a name nothing more is made until the page is there anew.
      setName("");
      location.reload();
    });
  };
  return (
    <form class="fields" onSubmit={submit}>
      <label>
        Or make a workspace of your own{" "}
        <input
          value={name}
          maxLength={200}
          placeholder="Its name"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={isBusy || name.trim() === ""}>Make it</button>
      {problem !== "" && <p role="alert" class="problem">{problem}</p>}
    </form>
  );
}
