/** The frame: who is signed in, in which workspace, on which page. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Config } from "./config.ts";
import { createClient, WorldContext } from "./data/query.ts";
import { useRoute } from "./data/route.ts";
import { createRpc } from "./data/rpc.ts";
import type { Sessions } from "./data/session.ts";
import { readWorkspaces, type Workspace } from "./data/workspaces.ts";
import { Answers } from "./pages/answers.tsx";
import { Overview } from "./pages/overview.tsx";
import { SignIn } from "./pages/sign_in.tsx";
import { SlotPage } from "./pages/slot.tsx";

const CHOSEN = "nightshift-workspace";

interface AppProps {
  readonly config: Config;
  readonly sessions: Sessions;
}

export function App({ config, sessions }: AppProps) {
  const [isSignedIn, setSignedIn] = useState<boolean | null>(null);
  useEffect(() => {
    sessions.watch(setSignedIn);
    sessions.readToken().then((token) => setSignedIn(token !== null));
  }, [sessions]);
  if (isSignedIn === null) return <div class="placeholder" role="status" aria-label="Loading" />;
  return isSignedIn
    ? <Inside config={config} sessions={sessions} />
    : <SignIn sessions={sessions} />;
}

function Inside({ config, sessions }: AppProps) {
  const [workspaces, setWorkspaces] = useState<readonly Workspace[] | null>(null);
  const [problem, setProblem] = useState("");
  const [chosen, setChosen] = useState(localStorage.getItem(CHOSEN) ?? "");
  useEffect(() => {
    readWorkspaces(config, sessions).then(
      setWorkspaces,
      (error: unknown) => setProblem(error instanceof Error ? error.message : "It did not work."),
    );
  }, [config, sessions]);
  const current = workspaces?.find(({ id }) => id === chosen) ?? workspaces?.[0];
  const choose = (id: string) => {
    localStorage.setItem(CHOSEN, id);
    location.hash = "#/";
    setChosen(id);
  };
  return (
    <>
      <header>
        <a class="brand" href="#/">Nightshift</a>
        <Links />
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
        {current && <Pages key={current.id} config={config} sessions={sessions} id={current.id} />}
      </main>
    </>
  );
}

function Links() {
  const { page } = useRoute();
  return (
    <nav aria-label="Pages">
      <a href="#/" aria-current={page === "overview" ? "page" : undefined}>Overview</a>
      <a href="#/answers" aria-current={page === "answers" ? "page" : undefined}>To answer</a>
    </nav>
  );
}

/** Another workspace is another world: nothing of the one before is kept. */
function Pages({ config, sessions, id }: AppProps & { readonly id: string }) {
  const route = useRoute();
  const world = useMemo(() => ({
    rpc: createRpc(config, sessions),
    client: createClient(),
    workspaceId: id,
  }), [config, sessions, id]);
  return (
    <WorldContext.Provider value={world}>
      {route.page === "overview" && <Overview />}
      {route.page === "slot" && (
        <SlotPage key={route.slot} schedule={route.schedule} slot={route.slot} />
      )}
      {route.page === "answers" && <Answers tab={route.tab} emailId={route.emailId} />}
    </WorldContext.Provider>
  );
}

function WithoutWorkspace({ sessions }: Pick<AppProps, "sessions">) {
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
