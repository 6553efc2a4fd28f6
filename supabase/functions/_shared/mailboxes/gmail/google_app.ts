import * as oauth from "oauth4webapi";
import type { OAuthApp } from "../oauth_endpoint.ts";
import { MailboxError } from "../provider.ts";

/** How a project is known to Google, and where Google is. */
export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** A stand-in's address, without a slash at its end; null for Google itself. */
  readonly baseUrl: string | null;
}

/** The one scope: nothing is marked as read, moved or sent. */
export const GMAIL_SCOPE = "https://www.googleapis.com/auth/gmail.readonly";

/** Where the API of the user's own mailbox is. */
export function findGmail({ baseUrl }: GoogleSettings): string {
  return `${baseUrl ?? "https://gmail.googleapis.com"}/gmail/v1/users/me`;
}

/** The app as Google's end of OAuth knows it. */
export function describeGoogle({ clientId, clientSecret, baseUrl }: GoogleSettings): OAuthApp {
  return {
    clientId,
    clientSecret,
    issuer: baseUrl ?? "https://accounts.google.com",
    authorizeUrl: `${baseUrl ?? "https://accounts.google.com"}/o/oauth2/v2/auth`,
    tokenUrl: `${baseUrl ?? "https://oauth2.googleapis.com"}/token`,
    scope: GMAIL_SCOPE,
    requestMs: 20_000,
    explain(error, asked) {
      if (error instanceof MailboxError) return error;
      if (error instanceof oauth.AuthorizationResponseError) {
        return notGiven("Access was denied on Google's page.");
      }
      if (error instanceof oauth.ResponseBodyError && error.error === "invalid_grant") {
        return notGiven(
          asked === "by_code"
            ? "Google does not accept the code any more. Ask for a new link."
            : "Google no longer accepts the access. It was withdrawn, or has expired. " +
              "Connect it again.",
        );
      }
      // No cause: it may hold what was sent.
      return new MailboxError("temporary", "Google did not give a new access token.");
    },
  };
}

/** Only the user can help, by connecting anew. @param message a sentence for the user */
export function notGiven(message: string): MailboxError {
  return new MailboxError("reconnect_needed", message);
}
