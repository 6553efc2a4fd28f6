/** The mailboxes from which email comes: their state, and what owners and admins may do. */
import { useEffect, useState } from "preact/hooks";
import { useLive } from "../../data/live.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { ConnectForm } from "./connect_form.tsx";
import { mailboxesAddress } from "./address.ts";
import { MailboxActs } from "./mailbox_acts.tsx";
import { confirmedSchema, type Mailbox, mailboxesSchema } from "./shapes.ts";

const STATE_WORDS: Readonly<Record<Mailbox["state"], string>> = {
  pending: "Not connected yet. It goes by itself after a day.",
  backfilling: "New email is here. Older email is being fetched, newest first.",
  live: "Everything is here. It is looked at every five minutes.",
  reconnect_needed: "The provider no longer accepts the access. Connect it again.",
  paused: "Paused: nothing is fetched until somebody resumes it.",
};
const PROVIDERS = { gmail: "Gmail", graph: "Microsoft 365", imap: "IMAP" } as const;

export function Mailboxes({ code, problem }: { readonly code: string; readonly problem: string }) {
  const { rpc, client, workspaceId } = useWorld();
  const { pulse, error: isUnknown } = useLive();
  const mayManage = pulse?.role === "owner" || pulse?.role === "admin";
  const mailboxes = useQuery(
    ["mailboxes"],
    () => rpc("list_mailboxes", { p_workspace_id: workspaceId }, mailboxesSchema),
    ["emails", "tasks"],
  );
  const refresh = () => client.invalidateQueries({ queryKey: [workspaceId, "mailboxes"] });
  return (
    <>
      <h1>Mailboxes</h1>
      {problem !== "" && <p role="alert" class="problem">Nothing was connected. {problem}</p>}
      {mayManage && <Confirm code={code} done={refresh} />}
      <Answered result={pulse || isUnknown ? mailboxes : { ...mailboxes, data: undefined }}>
        {(found) =>
          found.length === 0
            ? <Empty>No mailbox is connected. Email can also come in by a provider’s post.</Empty>
            : (
              <ul class="cards">
                {found.map((mailbox) => (
                  <Card key={mailbox.id} mailbox={mailbox} mayManage={mayManage} done={refresh} />
                ))}
              </ul>
            )}
      </Answered>
      {mayManage
        ? (
          <details class="card">
            <summary>Connect a mailbox</summary>
            <ConnectForm again={null} done={refresh} />
          </details>
        )
        : pulse && <p class="note">Owners and admins connect and change mailboxes.</p>}
    </>
  );
}

function Card({ mailbox, mayManage, done }: {
  readonly mailbox: Mailbox;
  readonly mayManage: boolean;
  readonly done: () => void;
}) {
  const { address, provider, state, last_synced_at, last_error } = mailbox;
  const needsAccess = state === "reconnect_needed" || state === "pending";
  return (
    <li class={state === "reconnect_needed" ? "card bad" : "card"}>
      <h2>{address ?? "(its provider has not named it yet)"}</h2>
      <p>{STATE_WORDS[state]}</p>
      <p class="note">
        {PROVIDERS[provider]}
        {last_synced_at && (
          <>
            {" · last look "}
            <Moment at={last_synced_at} />
          </>
        )}
        {last_error && ` · ${last_error}`}
      </p>
      {mayManage && <MailboxActs mailbox={mailbox} done={done} />}
      {mayManage && needsAccess && (
        <details>
          <summary>Connect it again</summary>
          <ConnectForm again={mailbox} done={done} />
        </details>
      )}
    </li>
  );
}

/** Hands the one-time code in: at once where the provider sent the browser back with it. */
function Confirm({ code, done }: { readonly code: string; readonly done: () => void }) {
  const { call } = useWorld();
  const [said, setSaid] = useState("");
  const { isBusy, problem, run } = useAct();
  const confirm = (given: string) =>
    run(async () => {
      const { mailbox } = await call("POST", "mailboxes/confirm", { code: given }, confirmedSchema);
      setSaid(`${mailbox.address ?? "The mailbox"} is connected. Its email comes now.`);
      history.replaceState(null, "", mailboxesAddress.format({ code: "", problem: "" }));
      done();
    });
  useEffect(() => {
    if (code !== "") confirm(code);
  }, [code]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirm(String(new FormData(event.currentTarget as HTMLFormElement).get("code") ?? "").trim());
  };
  return (
    <>
      {said !== "" && <p role="status" class="sentence">{said}</p>}
      {problem !== "" && <p role="alert" class="problem">{problem}</p>}
      <details>
        <summary>Enter a code</summary>
        <form class="inline" onSubmit={submit}>
          <label class="wide">
            The code that the provider’s page showed
            <input name="code" required autocomplete="off" />
          </label>
          <button type="submit" disabled={isBusy}>Confirm</button>
        </form>
      </details>
    </>
  );
}
