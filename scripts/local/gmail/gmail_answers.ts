import { Buffer } from "node:buffer";
import type { gmail_v1 } from "@googleapis/gmail";
import type { GmailMailbox, StoredMessage } from "./gmail_mailbox.ts";

/** The answers of the Gmail API, in the types of Google's own client. */

export function describeProfile(mailbox: GmailMailbox) {
  return {
    emailAddress: mailbox.address,
    messagesTotal: mailbox.messages.size,
    threadsTotal: new Set(mailbox.messages.values().map(({ threadId }) => threadId)).size,
    historyId: mailbox.historyId.toString(),
  } satisfies gmail_v1.Schema$Profile;
}

/** One page, behind `token`. */
export function describeList(messages: readonly StoredMessage[], token: string, limit: number) {
  const behind = messages.filter((message) => token === "" || placeOf(message) < token);
  const page = behind.slice(0, limit);
  const last = page.at(-1);
  return {
    ...(page.length > 0 ? { messages: page.map(({ id, threadId }) => ({ id, threadId })) } : {}),
    ...(last && behind.length > limit ? { nextPageToken: placeOf(last) } : {}),
    resultSizeEstimate: messages.length,
  } satisfies gmail_v1.Schema$ListMessagesResponse;
}

/** Sorts as the list does: by time, then by id. */
function placeOf({ receivedAt, id }: StoredMessage): string {
  return `${String(receivedAt.getTime()).padStart(15, "0")}-${id}`;
}

/** One page, behind `token`. With `isEmpty` it has nothing but a token for the next one. */
export function describeHistory(
  added: readonly StoredMessage[],
  { token, limit, historyId, isEmpty }: {
    readonly token: string;
    readonly limit: number;
    readonly historyId: bigint;
    readonly isEmpty: boolean;
  },
) {
  const [after = "0"] = token.split(":");
  const behind = added.filter((message) => message.historyId > BigInt(after));
  const page = isEmpty ? [] : behind.slice(0, limit);
  const next = page.at(-1)?.historyId ?? BigInt(after);
  return {
    ...(page.length > 0
      ? {
        history: page.map((message) => ({
          id: message.historyId.toString(),
          messagesAdded: [{
            message: {
              id: message.id,
              threadId: message.threadId,
              labelIds: [...message.labelIds],
            },
          }],
        })),
      }
      : {}),
    ...(behind.length > page.length ? { nextPageToken: `${next}:${isEmpty ? "1" : "0"}` } : {}),
    historyId: historyId.toString(),
  } satisfies gmail_v1.Schema$ListHistoryResponse;
}

function describeDetails({ id, threadId, labelIds, historyId, receivedAt, raw }: StoredMessage) {
  return {
    id,
    threadId,
    labelIds: [...labelIds],
    snippet: "",
    historyId: historyId.toString(),
    internalDate: String(receivedAt.getTime()),
    sizeEstimate: raw.length,
  } satisfies gmail_v1.Schema$Message;
}

/** `format=raw` as a stream, as a large one must not be held as text. */
export function streamRaw(message: StoredMessage): ReadableStream<Uint8Array> {
  const details = JSON.stringify(describeDetails(message) satisfies gmail_v1.Schema$Message);
  const encoder = new TextEncoder();
  const step = 3 * 65_536;
  let at = -1;
  return new ReadableStream({
    pull(controller) {
      if (at === -1) {
        controller.enqueue(encoder.encode(`${details.slice(0, -1)},\n  "raw": "`));
        at = 0;
      } else if (at < message.raw.length) {
        const piece = message.raw.subarray(at, at + step);
        controller.enqueue(encoder.encode(Buffer.from(piece).toString("base64url")));
        at += step;
      } else {
        // Google escapes the padding.
        const padding = "\\u003d".repeat((3 - message.raw.length % 3) % 3);
        controller.enqueue(encoder.encode(`${padding}"\n}`));
        controller.close();
      }
    },
  });
}

/** `format=full`: texts are there, attachments are named. Knows the messages of the examples. */
export function describeFull(message: StoredMessage) {
  const text = Buffer.from(message.raw).toString("latin1");
  return {
    ...describeDetails(message),
    payload: describePart(text),
  } satisfies gmail_v1.Schema$Message;
}

function describePart(text: string): gmail_v1.Schema$MessagePart {
  const end = text.search(/\r?\n\r?\n/);
  const head = end === -1 ? text : text.slice(0, end);
  const body = end === -1 ? "" : text.slice(end).replace(/^\r?\n\r?\n/, "");
  const headers = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/).filter(Boolean).map((line) => ({
    name: line.slice(0, line.indexOf(":")),
    value: line.slice(line.indexOf(":") + 1).trim(),
  }));
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ??
    "text/plain";
  const mimeType = type.split(";", 1)[0]?.trim().toLowerCase() ?? "text/plain";
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  if (mimeType.startsWith("multipart/") && boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1).map((part) =>
      describePart(part.replace(/^\r?\n/, "").replace(/\r?\n$/, ""))
    );
    return { mimeType, filename: "", headers, body: { size: 0 }, parts };
  }
  const filename = /filename="?([^";]+)/i.exec(
    headers.find(({ name }) => name.toLowerCase() === "content-disposition")?.value ?? "",
  )?.[1] ?? "";
  if (filename !== "") {
    return { mimeType, filename, headers, body: { attachmentId: "a", size: body.length } };
  }
  const data = Buffer.from(body, "latin1").toString("base64url");
  return { mimeType, filename, headers, body: { size: body.length, data } };
}

/** Any failure, in Google's shape. */
export function describeError(code: number, reason: string, message: string) {
  const status = code === 401 ? "UNAUTHENTICATED" : code === 404 ? "NOT_FOUND" : "UNKNOWN";
  return { error: { code, message, status, errors: [{ domain: "global", reason, message }] } };
}
