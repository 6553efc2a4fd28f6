import type { Handler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { validate } from "../../_shared/http/json.ts";
import type { MailboxDeps } from "../deps.ts";
import { listQuerySchema, pathSchema, readMailbox, removeQuerySchema } from "../schemas.ts";

/** `GET /?workspace_id=`: the mailboxes of a workspace, for its members: `{mailboxes}`. */
export function getMailboxes({ store }: MailboxDeps): Handler<AppEnv> {
  return async function listMailboxes(c) {
    const { workspace_id: workspaceId } = validate(listQuerySchema, c.req.query(), "query");
    const mailboxes = await store.ask(c.get("caller"), "list_mailboxes", {
      p_workspace_id: workspaceId,
    });
    return c.json({ mailboxes });
  };
}

/** `POST /{id}/pause`, `/resume` and `/resync`: `{mailbox}`. Asking again changes nothing. */
export function postChange(
  { store }: MailboxDeps,
  change: "pause" | "resume" | "resync",
): Handler<AppEnv> {
  return async function changeMailbox(c) {
    const { id } = validate(pathSchema, c.req.param(), "path");
    const mailbox = await store.ask(c.get("caller"), "change_mailbox", {
      p_mailbox_id: id,
      p_change: change,
    });
    return c.json({ mailbox: readMailbox(mailbox) });
  };
}

/**
 * `DELETE /{id}`: disconnects; with `?erase_emails=true` also deletes its emails, up to 5,000 at a
 * time: `{outcome: "removed" | "more", emails_erased}`.
 */
export function deleteMailbox({ store }: MailboxDeps): Handler<AppEnv> {
  return async function removeMailbox(c) {
    const { id } = validate(pathSchema, c.req.param(), "path");
    const { erase_emails: erasesEmails } = validate(removeQuerySchema, c.req.query(), "query");
    const answer = await store.ask(c.get("caller"), "remove_mailbox", {
      p_mailbox_id: id,
      p_erase_emails: erasesEmails,
    });
    return c.json(answer as Record<string, unknown>);
  };
}
