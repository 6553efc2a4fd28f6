/** Asks before something happens, and says what will. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * A dialog with one act and the way back.
 * @param act what the button says
 */
export function Confirm({ title, act, isBusy = false, confirm, close, children }: {
  readonly title: string;
  readonly act: string;
  readonly isBusy?: boolean;
  confirm(): void;
  close(): void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    // Without an effect of its own the dialog would not hold the focus.
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {children}
      <p class="acts">
        <button type="button" disabled={isBusy} onClick={confirm}>{act}</button>
        <button type="button" onClick={() => dialog.current?.close()}>Go back</button>
      </p>
    </dialog>
  );
}
