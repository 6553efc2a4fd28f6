/** Draws a view as soon as its page's code is here. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { View } from "../data/page.ts";
import { Placeholder, Problem } from "./states.tsx";

type Drawn =
  | { readonly view: View; readonly draw: () => ComponentChildren }
  | { readonly view: View; readonly error: Error };

/** Until then it shows the view before, so that nothing flickers. */
export function Shown({ view }: { readonly view: View }) {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [attempt, setAttempt] = useState(0);
  useLayoutEffect(() => {
    let isWanted = true;
    view.load().then(
      (draw) => isWanted && setDrawn({ view, draw }),
      () => isWanted && setDrawn({ view, error: new Error(NOT_FETCHED) }),
    );
    return () => {
      isWanted = false;
    };
  }, [view, attempt]);
  if (drawn === null) return <Placeholder />;
  return "draw" in drawn
    ? drawn.draw()
    : <Problem error={drawn.error} refetch={() => setAttempt(attempt + 1)} />;
}

const NOT_FETCHED = "This page could not be loaded. If it was updated meanwhile, reload it.";
