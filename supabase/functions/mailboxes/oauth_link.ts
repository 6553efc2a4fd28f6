import { createHash } from "node:crypto";
import type { Caller } from "../_shared/http/caller.ts";
import { hashText } from "../_shared/http/credentials.ts";
import { Problem } from "../_shared/http/problem.ts";
import type { OAuthConnection } from "../_shared/mailboxes/oauth_connection.ts";
import type { Mailbox, MailboxDeps } from "./deps.ts";

/** Our address, as it is registered with the providers. */
export function callbackUrl({ env }: Pick<MailboxDeps, "env">): string {
  return `${env.supabaseUrl}/functions/v1/mailboxes/callback`;
}

/** @throws {Problem} `provider_not_configured` */
export function requireConnection(
  { connections }: Pick<MailboxDeps, "connections">,
  provider: string,
): OAuthConnection {
  const connection = provider === "gmail" || provider === "graph" ? connections[provider] : null;
  if (connection !== null) return connection;
  const names = provider === "graph" ? "MICROSOFT" : "GOOGLE";
  throw new Problem(
    "provider_not_configured",
    `The functions lack ${names}_CLIENT_ID and ${names}_CLIENT_SECRET.`,
  );
}

/** @throws {Problem} `redirect_not_allowed` for a page that the settings do not list. */
export function requireRedirect(
  deps: Pick<MailboxDeps, "env">,
  redirectUrl: string | undefined,
): void {
  if (redirectUrl === undefined || isAllowedRedirect(deps, redirectUrl)) return;
  throw new Problem(
    "redirect_not_allowed",
    "/redirect_url: MAILBOX_REDIRECT_URLS does not list this page.",
  );
}

/** Whether the settings list a page. Its query is free. */
export function isAllowedRedirect(
  { env }: Pick<MailboxDeps, "env">,
  redirectUrl: string,
): boolean {
  const asked = pageOf(redirectUrl);
  return asked !== null && env.mailboxRedirectUrls.some((allowed) => pageOf(allowed) === asked);
}

/** A page without its query; null for what is no URL, or has a user in it. */
function pageOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, username, password, origin, pathname } = new URL(url);
  return /^https?:$/.test(protocol) && username + password === "" ? origin + pathname : null;
}

/**
 * A link to the provider for one mailbox, good for ten minutes and one use. The database keeps only
 * the hash of its state.
 */
export async function createLink(
  deps: MailboxDeps,
  caller: Caller,
  connection: OAuthConnection,
  { mailbox, redirectUrl }: { readonly mailbox: Mailbox; readonly redirectUrl: string | undefined },
): Promise<string> {
  const state = deps.createSecret();
  const verifier = deps.createSecret();
  await deps.store.ask(caller, "begin_authorization", {
    p_mailbox_id: mailbox.id,
    p_state_hash: hashText(state),
    p_pkce_verifier: verifier,
    p_redirect_url: redirectUrl ?? null,
  });
  const address = mailbox["address"];
  return connection.authorizeUrl({
    state,
    codeChallenge: createHash("sha256").update(verifier).digest("base64url"),
    redirectUri: callbackUrl(deps),
    loginHint: typeof address === "string" ? address : null,
  });
}
