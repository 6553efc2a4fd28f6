import type { Env } from "../_shared/platform/env.ts";
import type { Log } from "../_shared/platform/log.ts";

/** An email as Resend takes it. */
export interface AlertEmail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An email that is due, and the API key that may send it. */
export interface DueEmail {
  readonly apiKey: string;
  readonly email: AlertEmail;
}

/** What keeps the alerts. */
export interface AlertStore {
  /**
   * The email of an alert whose request is under way; null for every other id.
   * @throws {Problem} `store_unavailable`, `internal_error`
   */
  openEmail(alertId: string): Promise<DueEmail | null>;
  /**
   * The email of a report whose delivery is under way; null for every other id.
   * @throws {Problem} `store_unavailable`, `internal_error`
   */
  openReport(deliveryId: string): Promise<DueEmail | null>;
}

/**
 * Sends one email, once for each id, however often it is asked.
 * @throws {Problem} `email_not_sent` with what the provider said, on one line
 */
export type SendEmail = (id: string, due: DueEmail) => Promise<void>;

/** What the function needs from outside. */
export interface AppDeps {
  readonly secrets: Pick<Env, "cronSecrets" | "secretKeys">;
  readonly store: AlertStore;
  readonly sendEmail: SendEmail;
  readonly log: Log;
}
