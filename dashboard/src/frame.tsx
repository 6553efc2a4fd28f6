/** The frame: in which workspace, on which page. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Config } from "./config.ts";
import { go, useFragment } from "./data/address.ts";
import { createRequests } from "./data/rpc.ts";
import type { Sessions } from "./data/session.ts";
import { readWorkspaces, type Workspace } from "./data/workspaces.ts";
import { Inside } from "./inside.tsx";
import { Outside } from "./outside.tsx";
import { findView } from "./pages.ts";
import { readIsOperator } from "./pages/operator/use_is_operator.ts";
import { Placeholder, Problem } from "./parts/states.tsx";

export interface FrameProps {
  readonly config: Config;
  readonly sessions: Sessions;
}

const CHOSEN = "nightshift-workspace";

export function Frame({ config, sessions }: FrameProps) {
  const fragment = useFragment();
  const view = useMemo(() => findView(fragment), [fragment]);
  const requests = useMemo(() => createRequests(config, sessions), [config, sessions]);
  const [workspaces, setWorkspaces] = useState<readonly Workspace[] | null>(null);
  const [isOperator, setOperator] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<Error | null>(null);
  const [chosen, setChosen] = useState(localStorage.getItem(CHOSEN) ?? "");
  const read = () => {
    setProblem(null);
    Promise.all([readWorkspaces(requests.read), readIsOperator(requests.rpc)]).then(
      ([found, answer]) => {
        setOperator(answer);
        setWorkspaces(found);
      },
      setProblem,
    );
  };
  useEffect(read, [requests]);
  const current = workspaces?.find(({ id }) => id === chosen) ?? workspaces?.[0];
  const choose = (id: string) => {
    localStorage.setItem(CHOSEN, id);
    go("#/");
    setChosen(id);
  };
  const menu = (
    <>
      {workspaces && workspaces.length > 1 && (
        <select
          aria-label="Workspace"
          value={current?.id ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {workspaces.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      )}
      {workspaces?.length === 1 && <span class="workspace">{current?.name}</span>}
      <button type="button" class="quiet" onClick={() => sessions.signOut()}>Sign out</button>
    </>
  );
  if (current) {
    return (
      <Inside
        key={current.id}
        requests={requests}
        workspaceId={current.id}
        isOperator={isOperator}
        view={view}
        menu={menu}
      />
    );
  }
  return (
    <>
      <header>
        <a class="brand" href="#/">Nightshift</a>
        {menu}
      </header>
      <main>
        {problem && <Problem error={problem} refetch={read} />}
        {workspaces?.length === 0 && (
          <Outside
            requests={requests}
            sessions={sessions}
            view={view}
          />
        )}
        {!problem && workspaces === null && <Placeholder />}
      </main>
    </>
  );
}
