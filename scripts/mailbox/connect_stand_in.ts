/** Connects the mailbox of the Gmail stand-in as a person would, over HTTP alone. */
import { CommandError } from "../lib/command.ts";

/** A local stack that knows the stand-in. */
export interface ConnectTarget {
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Which workspace gets the email. */
  readonly workspaceId: string;
}

/** What came of it. */
export interface ConnectedMailbox {
  readonly id: string;
  readonly address: string;
  readonly state: string;
}

const RUN_MS = 60_000;

/**
 * Signs a new owner of the workspace up, opens the link that `mailboxes` gives as a browser does,
 * and hands the code in. A mailbox that is connected already stays as it is, and one that lost its
 * access, as after a restart of the stand-in, is connected again.
 * @throws {CommandError} with the answer that was not as expected
 */
export async function connectStandIn(target: ConnectTarget): Promise<ConnectedMailbox> {
  const mailboxes = `${target.url}/functions/v1/mailboxes`;
  const known = await findConnected(target);
  if (known !== undefined && known.state !== "reconnect_needed") return known;
  const headers = await signUpOwner(target);
  const made = known === undefined
    ? await post(mailboxes, headers, { workspace_id: target.workspaceId, provider: "gmail" })
    : await post(`${mailboxes}/${known.id}/authorize`, headers, {});
  const page = await fetch(String(made["authorize_url"]));
  const text = await page.text();
  const [code] = /^[\w-]{43}$/m.exec(text) ?? [];
  if (code === undefined) throw new CommandError(text.trim());
  const { mailbox } = await post(`${mailboxes}/confirm`, headers, { code });
  return mailbox as unknown as ConnectedMailbox;
}

/** One run of the schedule `email-sync`, to its end: how many emails were stored so far. */
export async function syncMailboxes(target: ConnectTarget): Promise<number> {
  await query(target, "select nightshift.run_now('email-sync')");
  const givesUpAt = performance.now() + RUN_MS;
  while (performance.now() < givesUpAt) {
    const [run] = await query<{ open: number; stored: number }>(
      target,
      `select count(*) filter (where status in ('pending', 'running'))::integer as open,
         coalesce(sum((output_data ->> 'emails_stored')::integer), 0)::integer as stored
       from public.autonomous_tasks where task_type = 'email_sync' and workspace_id is null`,
    );
    if (run?.open === 0) return run.stored;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new CommandError(`The run of email-sync did not end in ${RUN_MS / 1_000} s.`);
}

/** The Gmail mailbox of the workspace that somebody has connected before. */
async function findConnected(
  { url, secretKey, workspaceId }: ConnectTarget,
): Promise<ConnectedMailbox | undefined> {
  const answer = await fetch(`${url}/functions/v1/mailboxes?workspace_id=${workspaceId}`, {
    headers: { apikey: secretKey },
  });
  if (!answer.ok) throw new CommandError(`The mailboxes are not listed: ${await answer.text()}`);
  const { mailboxes } = await answer.json() as {
    readonly mailboxes: readonly (ConnectedMailbox & { readonly provider: string })[];
  };
  return mailboxes.find(({ provider, state }) => provider === "gmail" && state !== "pending");
}

async function signUpOwner(target: ConnectTarget): Promise<Record<string, string>> {
  const email = `owner-${crypto.randomUUID()}@example.com`;
  const json = { apikey: target.publishableKey, "content-type": "application/json" };
  const { access_token: token } = await post(`${target.url}/auth/v1/signup`, json, {
    email,
    password: crypto.randomUUID(),
  });
  // Only ids and an address that was made here: nothing of anybody's is put into the statement.
  await query(
    target,
    `insert into public.workspace_members (workspace_id, user_id, role)
     select '${target.workspaceId}', u.id, 'owner' from auth.users u where u.email = '${email}'`,
  );
  return { ...json, authorization: `Bearer ${token}` };
}

/** Runs SQL of ours as `postgres`. */
async function query<Row>(
  { url, secretKey }: ConnectTarget,
  statement: string,
): Promise<Row[]> {
  const answer = await fetch(`${url}/pg/query`, {
    method: "POST",
    headers: { apikey: secretKey, "content-type": "application/json" },
    body: JSON.stringify({ query: statement }),
  });
  if (!answer.ok) throw new CommandError(`The database answered ${await answer.text()}`);
  return await answer.json();
}

async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new CommandError(`POST ${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
