import type { Caller, CallerKind } from "../_shared/http/caller.ts";
import type { Clock } from "../_shared/platform/clock.ts";
import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";
import type { OAuthConnection } from "../_shared/mailboxes/oauth_connection.ts";
import type { MailboxProvider } from "../_shared/mailboxes/provider.ts";

/** A mailbox as the database describes it; passed on as it is. */
export type Mailbox = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the database says of a state that came back. */
export type TakenState =
  | { readonly outcome: "unknown" }
  | {
    readonly outcome: "taken";
    readonly provider: string;
    readonly pkce_verifier: string;
    readonly redirect_url: string | null;
  };

/** The database as this function needs it; see the comments of its functions. */
export interface MailboxStore {
  /**
   * Whether the database knows the caller; counts as one of its requests.
   * @throws {Problem} `unauthorized`, `rate_limited`, `store_unavailable`
   */
  admit(caller: Caller): Promise<void>;
  /** Asks one function in the caller's name. @throws {Problem} what the database says. */
  ask(
    caller: Caller,
    name: UserFunction,
    given: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  takeState(stateHash: string): Promise<TakenState>;
  keepAuthorization(kept: {
    readonly stateHash: string;
    readonly address: string;
    readonly credentials: Readonly<Record<string, unknown>>;
    readonly codeHash: string;
    readonly tokenExpiresAt: Date | null;
  }): Promise<{ readonly outcome: string; readonly address?: string | undefined }>;
  connectWithPassword(
    mailboxId: string,
    credentials: Readonly<Record<string, unknown>>,
  ): Promise<Mailbox>;
}

/** Functions that a user, or the project's own key, may ask. */
export type UserFunction =
  | "create_mailbox"
  | "begin_authorization"
  | "confirm_mailbox"
  | "list_mailboxes"
  | "get_mailbox"
  | "change_mailbox"
  | "remove_mailbox";

/** What the function needs from outside. */
export interface MailboxDeps {
  readonly env: Pick<
    Env,
    "cronSecrets" | "secretKeys" | "corsOrigins" | "supabaseUrl" | "mailboxRedirectUrls"
  >;
  readonly store: MailboxStore;
  readonly connections: Readonly<Record<"gmail" | "graph", OAuthConnection | null>>;
  readonly imap: MailboxProvider;
  readonly clock: Clock;
  readonly log: Log;
  /** 43 characters that nobody can guess. */
  readonly createSecret: () => string;
}

/** The callers that are accepted. Only a signed-in user can connect a mailbox in the browser. */
export const KINDS: readonly CallerKind[] = ["user", "secret_key"];
