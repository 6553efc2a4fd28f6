/** What owners and admins may do with a mailbox. */
import { useRef } from "preact/hooks";
import { useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { type Mailbox, mailboxSchema, removedSchema } from "./shapes.ts";

export function MailboxActs({ mailbox, done }: {
  readonly mailbox: Mailbox;
  readonly done: () => void;
}) {
  const { rpc } = useWorld();
  const dialog = useRef<HTMLDialogElement>(null);
  const { isBusy, problem, run } = useAct();
  const act = (ask: () => Promise<unknown>) => run(() => ask().then(done));
  const change = (name: "pause" | "resume" | "resync") =>
    act(() => rpc("change_mailbox", { p_mailbox_id: mailbox.id, p_change: name }, mailboxSchema));
  const remove = async (event: SubmitEvent) => {
    event.preventDefault();
    dialog.current?.close();
    const erases = new FormData(event.currentTarget as HTMLFormElement).has("erase");
    await act(async () => {
      let outcome = "more";
      while (outcome === "more") {
        ({ outcome } = await rpc("remove_mailbox", {
          p_mailbox_id: mailbox.id,
          p_erase_emails: erases,
        }, removedSchema));
      }
    });
  };
  const name = mailbox.address ?? "this mailbox";
  return (
    <div class="acts">
      {mailbox.state === "paused"
        ? <button type="button" disabled={isBusy} onClick={() => change("resume")}>Resume</button>
        : mailbox.state !== "pending" && (
          <button
            type="button"
            disabled={isBusy}
            onClick={() => change("pause")}
          >
            Pause
          </button>
        )}
      {(mailbox.state === "live" || mailbox.state === "backfilling") && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => change("resync")}
        >
          Fetch again
        </button>
      )}
      <button type="button" disabled={isBusy} onClick={() => dialog.current?.showModal()}>
        Remove
      </button>
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
      <dialog ref={dialog} aria-label={`Remove ${name}`}>
        <h2>Remove {name}?</h2>
        <p>Its access is deleted, and no more email is fetched. The emails stay, unless you say:</p>
        <form onSubmit={remove}>
          <label>
            <input type="checkbox" name="erase" /> Delete its emails, too. This cannot be undone.
          </label>
          <p class="acts">
            <button type="submit">Remove</button>
            <button type="button" onClick={() => dialog.current?.close()}>Keep it</button>
          </p>
        </form>
      </dialog>
    </div>
  );
}
