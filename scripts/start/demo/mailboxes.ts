import type { Stack } from "../../local/stack.ts";

/** A mailbox whose access has ended: somebody must connect it again. */
export async function addBrokenMailbox({ database }: Stack, workspaceId: string): Promise<void> {
  await database.query(
    `insert into public.mailboxes (workspace_id, provider, address, state, last_synced_at,
       last_error)
     values ($1, 'imap', 'office@harbour-bakery.example', 'reconnect_needed',
       now() - interval '3 hours', 'The server rejected the password.')`,
    [workspaceId],
  );
}
