import type { Handler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validate } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { connectImap, forgetMailbox } from "../connect_imap.ts";
import type { MailboxDeps } from "../deps.ts";
import { createLink, requireConnection, requireRedirect } from "../oauth_link.ts";
import {
  authorizeSchema,
  confirmedSchema,
  confirmSchema,
  newMailboxSchema,
  pathSchema,
  readMailbox,
} from "../schemas.ts";

/**
 * `POST /`: makes a mailbox. Gmail and Microsoft 365 answer 201 with `{mailbox, authorize_url}`,
 * the link that the user opens. IMAP is connected at once, by one login, and answers `{mailbox}`.
 */
export function postMailbox(deps: MailboxDeps): Handler<AppEnv> {
  return async function createMailbox(c) {
    const caller = c.get("caller");
    const asked = validate(newMailboxSchema, readJson(c));
    const isImap = asked.provider === "imap";
    const connection = isImap ? null : requireConnection(deps, asked.provider);
    if (!isImap) requireRedirect(deps, asked.redirect_url);
    if (!isImap && caller.kind !== "user") throw needsUser();
    const mailbox = readMailbox(
      await deps.store.ask(caller, "create_mailbox", {
        p_workspace_id: asked.workspace_id,
        p_provider: asked.provider,
        p_address: asked.address ?? null,
        p_since_days: asked.since_days,
      }),
    );
    if (isImap) {
      const credentials = { ...asked.imap, username: asked.imap.username ?? asked.address };
      try {
        return c.json({ mailbox: await connectImap(deps, mailbox, credentials) }, 201);
      } catch (error) {
        await forgetMailbox(deps, caller, mailbox);
        throw error;
      }
    }
    const link = await createLink(
      deps,
      caller,
      connection ?? requireConnection(deps, asked.provider),
      {
        mailbox,
        redirectUrl: asked.redirect_url,
      },
    );
    return c.json({ mailbox, authorize_url: link }, 201);
  };
}

/** `POST /{id}/authorize`: connects a mailbox again: a new link, or a new password. */
export function postAuthorize(deps: MailboxDeps): Handler<AppEnv> {
  return async function authorizeMailbox(c) {
    const caller = c.get("caller");
    const { id } = validate(pathSchema, c.req.param(), "path");
    const asked = validate(authorizeSchema, readJson(c));
    const mailbox = readMailbox(
      await deps.store.ask(caller, "get_mailbox", { p_mailbox_id: id }),
    );
    if ("imap" in asked) {
      const { username = String(mailbox["address"]) } = asked.imap;
      if (mailbox["provider"] !== "imap") {
        throw new Problem("invalid_request", "/imap: this mailbox is connected in the browser.");
      }
      return c.json({ mailbox: await connectImap(deps, mailbox, { ...asked.imap, username }) });
    }
    if (caller.kind !== "user") throw needsUser();
    const connection = requireConnection(deps, String(mailbox["provider"]));
    requireRedirect(deps, asked.redirect_url);
    const link = await createLink(deps, caller, connection, {
      mailbox,
      redirectUrl: asked.redirect_url,
    });
    return c.json({ mailbox, authorize_url: link });
  };
}

/** `POST /confirm`: the user who asked for the link hands in the one-time code. */
export function postConfirm({ store }: MailboxDeps): Handler<AppEnv> {
  return async function confirmMailbox(c) {
    const caller = c.get("caller");
    const { code } = validate(confirmSchema, readJson(c));
    if (caller.kind !== "user") throw needsUser();
    const answer = confirmedSchema.parse(
      await store.ask(caller, "confirm_mailbox", { p_code: code }),
    );
    if (answer.outcome === "confirmed") return c.json({ mailbox: answer.mailbox });
    if (answer.outcome === "exists") {
      throw new Problem(
        "mailbox_exists",
        `The workspace has a mailbox ${answer.address} already. Connect that one again.`,
      );
    }
    throw new Problem(
      "confirmation_invalid",
      "The code is not valid for you, was used, or is too old. Ask for a new link.",
    );
  };
}

function needsUser(): Problem {
  return new Problem(
    "forbidden",
    "A signed-in user connects a mailbox in the browser, and the same user confirms it.",
  );
}
