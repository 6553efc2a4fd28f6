/** The form that connects a mailbox. */
import { useState } from "preact/hooks";
import { useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { connect } from "./connect.ts";
import type { Mailbox } from "./shapes.ts";

const PROVIDERS = { gmail: "Gmail", graph: "Microsoft 365", imap: "IMAP" } as const;
type Provider = keyof typeof PROVIDERS;

export function ConnectForm({ again, done }: {
  /** A mailbox that is connected anew; null for a further one. */
  readonly again: Mailbox | null;
  readonly done: () => void;
}) {
  const { call, workspaceId } = useWorld();
  const [provider, setProvider] = useState<Provider>(again?.provider ?? "gmail");
  const { isBusy, problem, run } = useAct();
  const [codeUrl, setCodeUrl] = useState("");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const path = again ? `mailboxes/${again.id}/authorize` : "mailboxes";
    await run(async () => {
      const body = readForm(form, provider, again ? null : workspaceId);
      const answer = await connect(call, path, body, location.origin + location.pathname);
      if (answer.outcome === "leaves") location.href = answer.url;
      else if (answer.outcome === "shows_code") setCodeUrl(answer.url);
      else done();
    });
  };
  return (
    <form class="stacked" onSubmit={submit}>
      {again === null && (
        <label>
          Provider
          <select
            value={provider}
            onChange={(event) => setProvider(event.currentTarget.value as Provider)}
          >
            {Object.entries(PROVIDERS).map(([name, words]) => (
              <option key={name} value={name}>{words}</option>
            ))}
          </select>
        </label>
      )}
      {provider === "imap" && <ImapFields isNew={again === null} />}
      {again === null && (
        <label>
          Days of older email to fetch
          <input name="since_days" type="number" min="0" max="3650" defaultValue="30" required />
        </label>
      )}
      <button type="submit" disabled={isBusy}>
        {provider === "imap" ? "Connect" : `Continue at ${PROVIDERS[provider]}`}
      </button>
      {problem !== "" && <p role="alert" class="problem">{problem}</p>}
      {codeUrl !== "" && (
        <p role="status">
          <a href={codeUrl} target="_blank" rel="noreferrer">Open {PROVIDERS[provider]}</a>{" "}
          in another window. It shows a code: enter it below.
        </p>
      )}
    </form>
  );
}

function ImapFields({ isNew }: { readonly isNew: boolean }) {
  return (
    <>
      {isNew && (
        <label>
          Address
          <input name="address" type="email" autocomplete="off" required />
        </label>
      )}
      <label>
        Server
        <input name="host" placeholder="imap.example.com" required />
      </label>
      <label>
        Port
        <input name="port" type="number" min="1" max="65535" defaultValue="993" required />
      </label>
      <label>
        Encryption
        <select name="security">
          <option value="tls">TLS</option>
          <option value="starttls">STARTTLS</option>
        </select>
      </label>
      <label>
        Password, best one for this use alone
        <input name="password" type="password" autocomplete="off" required />
      </label>
    </>
  );
}

/** @param workspaceId null for a mailbox that is connected again */
function readForm(
  form: FormData,
  provider: Provider,
  workspaceId: string | null,
): Readonly<Record<string, unknown>> {
  const imap = provider === "imap"
    ? {
      imap: {
        host: form.get("host"),
        port: Number(form.get("port")),
        security: form.get("security"),
        password: form.get("password"),
      },
    }
    : {};
  if (workspaceId === null) return imap;
  return {
    workspace_id: workspaceId,
    provider,
    since_days: Number(form.get("since_days")),
    ...provider === "imap" ? { address: form.get("address") } : {},
    ...imap,
  };
}
