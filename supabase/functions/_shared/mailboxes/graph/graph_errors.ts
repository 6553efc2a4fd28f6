import * as z from "zod";
import { MailboxError } from "../provider.ts";
import { readRetryAfter } from "../retry_after.ts";

const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/** Codes of a place in the changes that Microsoft no longer knows. */
const PLACE_LOST = /sync.?state|resync|syncgeneration|deltatoken|skiptoken/i;

const NO_MAILBOX = /^(?:MailboxNotEnabledForRESTAPI|MailboxNotSupportedForRESTAPI)$/;

/** The code in an error of Graph, such as `ErrorItemNotFound`; empty without one. */
export function readErrorCode(body: Uint8Array): string {
  try {
    const parsed = errorSchema.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return parsed.success ? parsed.data.error.code.slice(0, 100) : "";
  } catch {
    return "";
  }
}

/** What an answer of Graph other than success means for the mailbox. */
export function toGraphError(
  status: number,
  headers: Headers,
  code: string,
): MailboxError {
  const cause = new Error(`Microsoft Graph: ${status} ${code}`.trim());
  if (status === 410 || (status === 400 && PLACE_LOST.test(code))) {
    return new MailboxError("cursor_expired", "Microsoft no longer knows the last place.", {
      cause,
    });
  }
  const retryAfterSeconds = readRetryAfter(headers);
  if (status === 429 || retryAfterSeconds !== null) {
    return new MailboxError("back_off", "Microsoft asks to slow down.", {
      cause,
      retryAfterSeconds,
    });
  }
  if (NO_MAILBOX.test(code)) {
    return new MailboxError("temporary", "This account has no mailbox at Exchange Online.", {
      cause,
    });
  }
  const sentence = status === 403
    ? "Microsoft does not let this app read the mailbox. An administrator may have blocked it."
    : `Microsoft answered with an error (${status}).`;
  return new MailboxError("temporary", sentence, { cause });
}
