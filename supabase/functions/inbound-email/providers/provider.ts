/** What a provider of email sends us, and how it wants to be answered. */
import type { ParsedMessage } from "../../_email/mod.ts";
import type { SignatureScheme } from "../../_shared/http/guard.ts";

/** Asks another server. */
export type Fetch = typeof globalThis.fetch;

/** One request of a provider, its credentials and signature checked. */
export interface Delivery {
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What is in a delivery: an email, or why it is not one. */
export type Delivered =
  | { readonly message: Uint8Array | ParsedMessage }
  | { readonly ignored: string };

/** One provider. Everything that differs between them is here. */
export interface Provider {
  /** Its paths under the function's, such as `/postmark`. */
  readonly paths: readonly string[];
  /** How it signs; undefined where it does not, or nobody has told us its key. */
  readonly signature?: SignatureScheme | undefined;
  /**
   * Reads a delivery.
   * @throws {Problem} `malformed_json`, `invalid_request`, `unsupported_media_type`,
   * `mail_unreadable`, `provider_not_set_up`, `email_not_fetched`
   */
  read(delivery: Delivery): Delivered | Promise<Delivered>;
  /** The status that tells it not to send an email again that will never be accepted. */
  readonly refusedStatus?: 200 | 403 | 406;
  /** The status that tells it to send an email again later, where 429 does not. */
  readonly laterStatus?: 503;
}
