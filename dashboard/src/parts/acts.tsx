/** Acts: what waits for them, what tells of a failure, and a dialog that asks before. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** An act under way, or the latest one. */
export interface ActState {
  /** What begins another act waits. */
  readonly isBusy: boolean;
  /** Why the latest one failed; empty when it did not. */
  readonly problem: string;
  /** Does it, and says whether it succeeded. Never rejects. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** The acts of one form or a row of buttons. */
export function useAct(): ActState {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const run = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setProblem("");
    try {
      await act();
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work.");
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}

/**
 * A native dialog: it keeps the focus inside, Escape leaves it, and the focus goes back to the
 * button that opened it. While it acts, it waits; when that fails, it stays and says why.
 */
export function ActDialog(
  { title, confirm, act, close, isReady = true, isDanger = false, children }: {
    readonly title: string;
    /** What the button says, such as `Pause it`. */
    readonly confirm: string;
    readonly act: () => Promise<unknown>;
    readonly close: () => void;
    /** False while something is still to be filled in. */
    readonly isReady?: boolean;
    readonly isDanger?: boolean;
    readonly children: ComponentChildren;
  },
) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { isBusy, problem, run } = useAct();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || !isReady) return;
    await run(async () => {
      await act();
      dialog.current?.close();
    });
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="act-title">
      <form onSubmit={submit}>
        <h2 id="act-title">{title}</h2>
        {children}
        {problem !== "" && <p role="alert" class="problem">{problem}</p>}
        <p class="acts">
          <button type="submit" class={isDanger ? "danger" : "main"} disabled={isBusy || !isReady}>
            {confirm}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>Leave it</button>
        </p>
      </form>
    </dialog>
  );
}
