/** The way to the next page of a list. */
import type { ComponentChildren } from "preact";
import { useAct } from "./acts.tsx";

/** More rows are not loaded: nobody reads them, and the page would become slow. */
export const MOST_ROWS = 1_000;

/** A button that fetches the next page and waits for it. */
export function More({ label = "Show more", fetchMore, children }: {
  readonly label?: string;
  readonly fetchMore: () => Promise<void>;
  readonly children?: ComponentChildren;
}) {
  const { isBusy, problem, run } = useAct();
  return (
    <p class="acts">
      {children}
      <button type="button" disabled={isBusy} onClick={() => run(fetchMore)}>{label}</button>
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
    </p>
  );
}
