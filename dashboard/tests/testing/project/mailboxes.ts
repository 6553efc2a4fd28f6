/** Mailboxes: one that works and one whose access has ended. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** @param mark in front of their addresses */
export async function insertMailboxes(
  { database }: Stack,
  workspace: string,
  mark: string,
): Promise<void> {
  await database.query(
    `with mailboxes as (
       insert into public.mailboxes (workspace_id, provider, address, state, last_synced_at, last_error)
       values ($1, 'gmail', lower($2) || 'orders@bakery.example', 'live', now(), null),
         ($1, 'imap', lower($2) || 'office@bakery.example', 'reconnect_needed', now() - interval '1 day',
           'The password was rejected.')
       returning id, workspace_id
     )
     insert into nightshift.mailbox_sync (mailbox_id, workspace_id)
     select m.id, m.workspace_id from mailboxes m`,
    [workspace, mark],
  );
}
