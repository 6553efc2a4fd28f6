import { connectStandIn, syncMailboxes } from "../mailbox/connect_stand_in.ts";
import type { Stack } from "../local/stack.ts";

/** An email that arrived through a connected mailbox. */
export interface MailboxArrival {
  readonly address: string;
  readonly emails_stored: number;
  readonly subject: string;
  readonly direction: string;
}

/** Connects the stand-in to a workspace of its own, and fetches its email. */
export async function receiveByMailbox(stack: Stack): Promise<MailboxArrival> {
  const [workspace] = await stack.database.query<{ id: string }>(
    "insert into public.workspaces (name) values ('Connected mailbox') returning id",
  );
  const target = {
    url: stack.url,
    publishableKey: stack.publishableKey,
    secretKey: stack.secretKey,
    workspaceId: workspace?.id ?? "",
  };
  const { address } = await connectStandIn(target);
  const stored = await syncMailboxes(target);
  const [email] = await stack.database.query<{ subject: string; direction: string }>(
    "select subject, direction from public.client_emails where workspace_id = $1 limit 1",
    [target.workspaceId],
  );
  if (email === undefined) throw new Error("No email arrived through the mailbox.");
  return { address, emails_stored: stored, ...email };
}
