/** Connecting a mailbox: asks for the link, or logs in to IMAP at once. */
import type { CallFunction } from "../../data/rpc.ts";
import { RequestError } from "../../data/request_error.ts";
import { connectedSchema, type Mailbox } from "./shapes.ts";

/** What came of asking. */
export type Connected =
  | { readonly outcome: "connected"; readonly mailbox: Mailbox }
  /** The browser goes there, and comes back with the code. */
  | { readonly outcome: "leaves"; readonly url: string }
  /** The provider shows a code that the user enters here. */
  | { readonly outcome: "shows_code"; readonly url: string };

/**
 * Asks the function `mailboxes`. Where its settings do not list this page, the provider shows the
 * code instead of sending the browser back.
 * @param path of the route: `mailboxes`, or `mailboxes/<id>/authorize`
 * @param here the address of this page without query and fragment
 * @throws {RequestError}
 */
export async function connect(
  call: CallFunction,
  path: string,
  body: Readonly<Record<string, unknown>>,
  here: string,
): Promise<Connected> {
  const isImap = "imap" in body;
  try {
    const answer = await call(
      "POST",
      path,
      isImap ? body : { ...body, redirect_url: here },
      connectedSchema,
    );
    return answer.authorize_url === undefined
      ? { outcome: "connected", mailbox: answer.mailbox }
      : { outcome: "leaves", url: answer.authorize_url };
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== "redirect_not_allowed") throw error;
    const answer = await call("POST", path, body, connectedSchema);
    return { outcome: "shows_code", url: answer.authorize_url ?? "" };
  }
}
