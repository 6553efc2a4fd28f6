/** What the link to a provider has to say. */
export interface AuthorizeRequest {
  /** Comes back with the browser, unchanged. */
  readonly state: string;
  /** S256 of the PKCE verifier. */
  readonly codeChallenge: string;
  /** Our callback, as it is registered with the provider. */
  readonly redirectUri: string;
  /** The address that the user named; null where they did not. */
  readonly loginHint: string | null;
}

/** What the browser brought back, and what proves that it was meant for us. */
export interface AuthorizeAnswer {
  /** The parameters of the callback, with a state that was checked. */
  readonly parameters: URLSearchParams;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly signal: AbortSignal;
}

/** Access to a mailbox, for as long as the provider lets it be. */
export interface Grant {
  /** The address of the account, lower case, by the provider's own word. */
  readonly address: string;
  /** What the provider's `open` takes; goes to Vault. */
  readonly credentials: Readonly<Record<string, unknown>>;
  /** When the access ends by itself, as far as the provider says; null otherwise. */
  readonly tokenExpiresAt: Date | null;
}

/** How a mailbox of a provider is connected in the browser. The function `mailboxes` uses it. */
export interface OAuthConnection {
  /** The link that the user opens. */
  authorizeUrl(request: AuthorizeRequest): string;
  /**
   * Exchanges the code and asks whose mailbox it is.
   * @throws {MailboxError} `reconnect_needed` with a sentence for the user when access was not
   * given: denied, without the needed scope, or without a refresh token; else `temporary`.
   */
  finish(answer: AuthorizeAnswer): Promise<Grant>;
}
