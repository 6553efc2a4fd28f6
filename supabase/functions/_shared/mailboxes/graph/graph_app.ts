import * as oauth from "oauth4webapi";
import type { OAuthApp } from "../oauth_endpoint.ts";
import { MailboxError } from "../provider.ts";

/** The app that is registered with Microsoft, and where Microsoft is. */
export interface GraphSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Such as `https://graph.microsoft.com/v1.0`, without a slash at the end. */
  readonly graphUrl: string;
  /** Such as `https://login.microsoftonline.com/common/oauth2/v2.0`, without a slash at the end. */
  readonly loginUrl: string;
  /** How long one request may take, milliseconds. */
  readonly requestMs: number;
}

/** Microsoft itself. */
export const MICROSOFT = {
  graphUrl: "https://graph.microsoft.com",
  loginUrl: "https://login.microsoftonline.com",
  requestMs: 30_000,
};

/** Errors after which only the user can help. */
const NEEDS_USER = new Set([
  "invalid_grant",
  "interaction_required",
  "login_required",
  "consent_required",
  "access_denied",
]);

/** Errors of the app itself: its secret has expired, or it was removed. */
const NEEDS_OPERATOR = new Set(["invalid_client", "unauthorized_client"]);

/** The app as Microsoft's end of OAuth knows it. */
export function describeMicrosoft(
  { clientId, clientSecret, loginUrl, requestMs }: GraphSettings,
): OAuthApp {
  return {
    clientId,
    clientSecret,
    // Microsoft names a tenant here that is not known before; nothing is signed with it.
    issuer: new URL(loginUrl).origin,
    authorizeUrl: `${loginUrl}/authorize`,
    tokenUrl: `${loginUrl}/token`,
    // Reading email, going on without the user, and the address of the account.
    scope: "Mail.Read offline_access User.Read",
    requestMs,
    explain,
  };
}

function explain(error: unknown): MailboxError {
  if (error instanceof MailboxError) return error;
  const isAnswer = error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.AuthorizationResponseError;
  const code = isAnswer ? error.error : "";
  // Descriptions of errors name the user.
  const cause = new Error(
    `Microsoft: ${code || (error instanceof Error ? error.name : "unknown")}`,
  );
  if (NEEDS_USER.has(code)) {
    const sentence = "Microsoft no longer gives access to this mailbox. Connect it again.";
    return new MailboxError("reconnect_needed", sentence, { cause });
  }
  const isApp = NEEDS_OPERATOR.has(code) || error instanceof oauth.WWWAuthenticateChallengeError;
  const sentence = isApp
    ? "Microsoft rejects the registered app: its secret has expired or is wrong. The operator " +
      "has to set a new one."
    : "Microsoft's login could not be reached.";
  return new MailboxError("temporary", sentence, { cause });
}
