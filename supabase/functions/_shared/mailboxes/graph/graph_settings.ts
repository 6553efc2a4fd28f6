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

/** What is asked for: reading email, going on without the user, and the address of the account. */
export const GRAPH_SCOPES = ["Mail.Read", "offline_access", "User.Read"] as const;
