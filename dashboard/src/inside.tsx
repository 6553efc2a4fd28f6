/** One workspace; another one is another world, in which nothing of this is kept. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { go } from "./data/address.ts";
import { useKeyListener, useKeys } from "./data/keys.ts";
import { type Live, LiveContext, useLivePulse } from "./data/live.ts";
import { keepIsOperator, useIsOperator } from "./pages/operator/use_is_operator.ts";
import type { View } from "./data/page.ts";
import { createClient, WorldContext } from "./data/query.ts";
import { ROW_KEYS } from "./data/row_keys.ts";
import type { Requests } from "./data/rpc.ts";
import { PAGES } from "./pages.ts";
import { KeysHelp } from "./parts/keys_help.tsx";
import { LiveBar } from "./parts/live_bar.tsx";
import { Shown } from "./parts/shown.tsx";
import { useTitle } from "./parts/trouble.ts";
import { summarize } from "./pages/overview/summary.ts";

export function Inside({ requests, workspaceId, isOperator, view, menu }: {
  readonly requests: Requests;
  readonly workspaceId: string;
  /** Null where the project did not say; then it is asked again. */
  readonly isOperator: boolean | null;
  readonly view: View;
  /** Workspaces and the way out. */
  readonly menu: ComponentChildren;
}) {
  const world = useMemo(() => {
    const client = createClient();
    if (isOperator !== null) keepIsOperator(client, workspaceId, isOperator);
    return { ...requests, client, workspaceId };
  }, [requests, workspaceId]);
  const live = useLivePulse(world);
  const [isHelping, setHelping] = useState(false);
  useTitle(view.title, live.pulse ? summarize(live.pulse, []).tone : null);
  useFrameKeys(live, () => setHelping(true));
  return (
    <WorldContext.Provider value={world}>
      <LiveContext.Provider value={live}>
        <a class="skip" href="#main" onClick={skip}>Skip to the page</a>
        <header>
          <a class="brand" href="#/">Nightshift</a>
          <Navigation page={view.page} />
          {menu}
        </header>
        <LiveBar help={() => setHelping(true)} />
        <main id="main" tabIndex={-1}>
          <Shown view={view} />
        </main>
        {isHelping && <KeysHelp close={() => setHelping(false)} />}
      </LiveContext.Provider>
    </WorldContext.Provider>
  );
}

/** The fragment is the address of the page, so the link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function useFrameKeys(live: Live, help: () => void): void {
  useKeys({
    ...Object.fromEntries(
      PAGES.flatMap(({ link }) =>
        link?.key ? [[`g ${link.key}`, { words: link.text, act: () => go(link.href) }]] : []
      ),
    ),
    ...ROW_KEYS,
    ".": { words: "Pause, or go on", act: () => live.setPaused(!live.isPaused) },
    "[Shift]+?": { words: "This help", act: help },
  });
  useKeyListener();
}

function Navigation({ page }: { readonly page: string }) {
  const isOperator = useIsOperator();
  return (
    <nav aria-label="Pages">
      {PAGES.map(({ name, link }) =>
        link && (isOperator || !link.isForOperators) && (
          <a key={name} href={link.href} aria-current={name === page ? "page" : undefined}>
            {link.text}
          </a>
        )
      )}
    </nav>
  );
}
