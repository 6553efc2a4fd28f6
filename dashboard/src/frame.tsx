/** The frame: in which workspace, on which page. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Config } from "./config.ts";
import { go, useFragment } from "./data/address.ts";
import type { View } from "./data/page.ts";
import { createClient, WorldContext } from "./data/query.ts";
import { createRpc } from "./data/rpc.ts";
import type { Sessions } from "./data/session.ts";
import { readWorkspaces, type Workspace } from "./data/workspaces.ts";
import { findView, PAGES } from "./pages.ts";
import { Shown } from "./parts/shown.tsx";

export interface FrameProps {
  readonly config: Config;
  readonly sessions: Sessions;
}

const CHOSEN = "nightshift-workspace";

export function Frame({ config, sessions }: FrameProps) {
  const fragment = useFragment();
  const view = useMemo(() => findView(fragment), [fragment]);
  const [workspaces, setWorkspaces] = useState<readonly Workspace[] | null>(null);
  const [problem, setProblem] = useState("");
  const [chosen, setChosen] = useState(localStorage.getItem(CHOSEN) ?? "");
  useEffect(() => {
    readWorkspaces(config, sessions).then(
      setWorkspaces,
      (error: unknown) => setProblem(error instanceof Error ? error.message : "It did not work."),
    );
  }, [config, sessions]);
  useEffect(() => {
    document.title = `${view.title} · Nightshift`;
  }, [view.title]);
  const current = workspaces?.find(({ id }) => id === chosen) ?? workspaces?.[0];
  const choose = (id: string) => {
    localStorage.setItem(CHOSEN, id);
    go("#/");
    setChosen(id);
  };
  return (
    <>
      <header>
        <a class="brand" href="#/">Nightshift</a>
        <Navigation page={view.page} />
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
      </header>
      <main>
        {problem !== "" && <p role="alert" class="problem">{problem}</p>}
        {workspaces?.length === 0 && <WithoutWorkspace sessions={sessions} />}
        {current && (
          <Inside
            key={current.id}
            config={config}
            sessions={sessions}
            workspaceId={current.id}
            view={view}
          />
        )}
      </main>
    </>
  );
}

function Navigation({ page }: { readonly page: string }) {
  return (
    <nav aria-label="Pages">
      {PAGES.map(({ name, link }) =>
        link && (
          <a key={name} href={link.href} aria-current={name === page ? "page" : undefined}>
            {link.text}
          </a>
        )
      )}
    </nav>
  );
}

/** One workspace; another one is another world, in which nothing of this is kept. */
function Inside({ config, sessions, workspaceId, view }: FrameProps & {
  readonly workspaceId: string;
  readonly view: View;
}) {
  const world = useMemo(() => ({
    rpc: createRpc(config, sessions),
    client: createClient(),
    workspaceId,
  }), [config, sessions, workspaceId]);
  return (
    <WorldContext.Provider value={world}>
      <Shown view={view} />
    </WorldContext.Provider>
  );
}

function WithoutWorkspace({ sessions }: Pick<FrameProps, "sessions">) {
  const [email, setEmail] = useState("");
  useEffect(() => {
    sessions.readUser().then((user) => setEmail(user?.email ?? ""));
  }, [sessions]);
  return (
    <p class="empty">
      You belong to no workspace yet. Ask an owner to invite {email || "your address"}.
    </p>
  );
}
