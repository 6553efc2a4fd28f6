import { MailboxError } from "../provider.ts";
import { TlsFailure } from "./deno_transport.ts";

/** What of an error of imapflow is looked at; its texts are the server's and go nowhere. */
interface ImapFailure {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
  readonly responseStatus?: unknown;
  readonly serverResponseCode?: unknown;
  readonly response?: unknown;
  readonly throttleReset?: unknown;
}

/** Response codes (RFC 5530) that a login is rejected with although the password may be right. */
const PASSING_CODES = new Set(["UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT", "OVERQUOTA"]);

/** Servers without response codes say it in words. */
const PASSING_WORDS =
  /temporar|try again|too many|unavailable|rate.?limit|timed? ?out|internal|busy|throttl/i;

const ASKS_TO_WAIT = new Set(["LIMIT", "OVERQUOTA", "INUSE", "THROTTLED"]);

const SENT_TOO_MUCH = "The IMAP server sent more than it may.";
const CLOSED = "The IMAP server closed the connection.";

const SENTENCES: Readonly<Record<string, string>> = {
  CONNECT_TIMEOUT: "The IMAP server did not accept a connection in time.",
  GREETING_TIMEOUT: "The IMAP server did not greet in time. Does this port expect TLS?",
  UPGRADE_TIMEOUT: "The IMAP server did not start TLS in time.",
  STARTTLS_INJECTION: "Something was sent before TLS began, so the connection was given up.",
  LineTooLarge: SENT_TOO_MUCH,
  LiteralTooLarge: SENT_TOO_MUCH,
  ResponseTooLarge: SENT_TOO_MUCH,
  TooManyTokens: SENT_TOO_MUCH,
  TooManyResponses: SENT_TOO_MUCH,
  NoConnection: CLOSED,
  EConnectionClosed: CLOSED,
  ClosedAfterConnectText: CLOSED,
  ClosedAfterConnectTLS: CLOSED,
};

/** What a failure of the IMAP library means for the mailbox. */
export function toMailboxError(error: unknown): MailboxError {
  if (error instanceof MailboxError) return error;
  if (error instanceof TlsFailure) {
    return new MailboxError(
      "temporary",
      "No secure connection to the IMAP server: its certificate is not trusted, has expired or " +
        "is for another name, or the port does not expect TLS. The password was not sent.",
      { cause: error },
    );
  }
  const failure: ImapFailure = typeof error === "object" && error !== null ? error : {};
  if (failure.authenticationFailed === true) return explainLogin(failure);
  if (failure.code === "ETHROTTLE" || ASKS_TO_WAIT.has(readCode(failure))) {
    const seconds = Math.ceil(Number(failure.throttleReset ?? 0) / 1_000);
    return new MailboxError("back_off", "The IMAP server asks to slow down.", {
      cause: describe(failure),
      retryAfterSeconds: seconds > 0 ? Math.min(seconds, 86_400) : null,
    });
  }
  const cause = describe(failure);
  if (failure.tlsFailed === true && failure.code === undefined) {
    return new MailboxError(
      "temporary",
      "The IMAP server does not offer STARTTLS, so the password was not sent. Try TLS on port 993.",
      { cause },
    );
  }
  const sentence = SENTENCES[String(failure.code)] ?? "The IMAP server could not be read.";
  return new MailboxError("temporary", sentence, { cause });
}

function explainLogin(failure: ImapFailure): MailboxError {
  const code = readCode(failure);
  const text = typeof failure.response === "string" ? failure.response : "";
  const cause = describe(failure);
  if (PASSING_CODES.has(code) || (code === "" && PASSING_WORDS.test(text))) {
    const isAskedToWait = ASKS_TO_WAIT.has(code) || /too many|limit|throttl/i.test(text);
    return new MailboxError(
      isAskedToWait ? "back_off" : "temporary",
      "The IMAP server cannot log anybody in at the moment.",
      { cause },
    );
  }
  return new MailboxError(
    "reconnect_needed",
    "The IMAP server rejects the user name or password. Many providers need an app password.",
    { cause },
  );
}

function readCode({ serverResponseCode }: ImapFailure): string {
  return String(serverResponseCode ?? "").toUpperCase();
}

/** The error without the server's words and the command, in which the user name is. */
function describe(failure: ImapFailure): Error {
  const parts = [failure.code, failure.responseStatus, readCode(failure)];
  return new Error(`IMAP: ${parts.filter((part) => part).join(" ") || "unknown"}`);
}
