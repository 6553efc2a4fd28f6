/** How a project is known to Google, and where Google is. */
export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** A stand-in's address, without a slash at its end; null for Google itself. */
  readonly baseUrl: string | null;
}

/** The one scope: nothing is marked as read, moved or sent. */
export const GMAIL_SCOPE = "https://www.googleapis.com/auth/gmail.readonly";

/** Google's addresses, or those of the stand-in. */
export function listEndpoints({ baseUrl }: GoogleSettings) {
  return {
    issuer: baseUrl ?? "https://accounts.google.com",
    authorize: baseUrl
      ? `${baseUrl}/o/oauth2/v2/auth`
      : "https://accounts.google.com/o/oauth2/v2/auth",
    token: baseUrl ? `${baseUrl}/token` : "https://oauth2.googleapis.com/token",
    gmail: `${baseUrl ?? "https://gmail.googleapis.com"}/gmail/v1/users/me`,
  };
}
