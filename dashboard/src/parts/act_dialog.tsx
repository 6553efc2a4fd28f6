/** A dialog that says what will happen before it does. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

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
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || !isReady) return;
    setBusy(true);
    setProblem("");
    try {
      await act();
      dialog.current?.close();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work.");
      setBusy(false);
    }
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
