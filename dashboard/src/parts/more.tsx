/** The way to the next page of a list. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** More rows are not loaded: nobody reads them, and the page would become slow. */
export const MOST_ROWS = 1_000;

/** A button that fetches the next page and waits for it. */
export function More({ label = "Show more", fetchMore, children }: {
  readonly label?: string;
  readonly fetchMore: () => Promise<void>;
  readonly children?: ComponentChildren;
}) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const go = async () => {
    setBusy(true);
    setProblem("");
    try {
      await fetchMore();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <p class="acts">
      {children}
      <button type="button" disabled={isBusy} onClick={go}>{label}</button>
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
    </p>
  );
}
