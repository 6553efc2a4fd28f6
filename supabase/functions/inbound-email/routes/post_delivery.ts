import type { Handler } from "hono";
import { readMessage } from "../../_email/mod.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { chooseWorkspace, readQuery } from "../choose_workspace.ts";
import type { AppDeps } from "../deps.ts";
import type { Provider } from "../providers/provider.ts";

/**
 * `POST` at the path of a provider: one email in its own form. Answers 200 for a new email, for one
 * that is already there, and for what is not an email: `{ignored: reason}`. Providers send again
 * what they do not see accepted, see {@link Provider}. Every email counts against the quota of the
 * day, as strangers write them.
 */
export function postDelivery({ store, clock }: AppDeps, provider: Provider): Handler<AppEnv> {
  return async function answerDelivery(c) {
    const workspaceId = chooseWorkspace(c, readQuery(c));
    const delivered = await provider.read({ headers: c.req.raw.headers, body: c.get("body") });
    if ("ignored" in delivered) return c.json({ ignored: delivered.ignored });
    const reading = await readMessage(delivered.message, clock());
    if (!reading.ok) throw new Problem(reading.refusal.code, reading.refusal.detail);
    const result = await store.ingestEmail(workspaceId, reading.email, { isCounted: true });
    if (result.outcome === "rejected") throw result.problem;
    return c.json({
      id: result.emailId,
      workspace_id: workspaceId,
      provider_message_id: reading.email.providerMessageId,
      duplicate: result.outcome === "duplicate",
    });
  };
}
