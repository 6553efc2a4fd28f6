/** Postmark's inbound webhook: one JSON document, with the raw email where that is switched on. */
import { Buffer } from "node:buffer";
import * as z from "zod";
import type { ParsedMessage } from "../../_email/mod.ts";
import { parseDocument } from "./documents.ts";
import type { Delivered, Delivery, Provider } from "./provider.ts";

/** A text that may be left out, or null. */
const text = z.string().nullish().transform((said) => said ?? "");

const inboundSchema = z.object({
  From: text,
  To: text,
  Cc: text,
  Subject: text,
  Date: text,
  MessageID: text,
  TextBody: text,
  HtmlBody: text,
  RawEmail: z.string().nullish(),
  Headers: z.array(z.object({ Name: text, Value: text })).nullish().transform((all) => all ?? []),
  Attachments: z.array(z.object({
    Name: text,
    ContentType: text,
    ContentLength: z.number().nullish().transform((size) => size ?? 0),
  })).nullish().transform((all) => all ?? []),
});

/**
 * Postmark signs nothing: the ingest token is the password in the webhook's URL. It sends again
 * until it gets 200, for 10.5 hours, and gives up at 403.
 */
export const postmark: Provider = {
  paths: ["/postmark"],
  refusedStatus: 403,
  read({ body }: Delivery): Delivered {
    const said = parseDocument(inboundSchema, dropContents(body));
    const { RawEmail: raw } = said;
    return { message: raw ? new TextEncoder().encode(raw) : toMessage(said) };
  },
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** The key of a file's base64. Inside of a string its quotes would have backslashes. */
const CONTENT_KEY = '"Content"';
const MAX_SPACES = 10;

/** The document without the contents of files, which would fill the memory as strings. */
function dropContents(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const kept: Uint8Array[] = [];
  let from = 0;
  for (let key = bytes.indexOf(CONTENT_KEY); key !== -1;) {
    const after = key + CONTENT_KEY.length;
    const colon = bytes.toString("latin1", after, after + MAX_SPACES);
    const start = after + (/^\s*:\s*"/.exec(colon)?.[0].length ?? -1);
    const end = start >= after ? bytes.indexOf(QUOTE, start) : -1;
    if (end > start && bytes[end - 1] !== BACKSLASH) {
      kept.push(bytes.subarray(from, start));
      from = end;
    }
    key = bytes.indexOf(CONTENT_KEY, Math.max(after, end));
  }
  return kept.length === 0 ? body : Buffer.concat([...kept, bytes.subarray(from)]);
}

function toMessage(said: z.output<typeof inboundSchema>): ParsedMessage {
  const listed = said.Headers.map(({ Name, Value }) => [Name, Value] as const);
  const hasId = listed.some(([name]) => name.toLowerCase() === "message-id");
  return {
    headerFields: [
      ["From", said.From],
      ["To", said.To],
      ["Cc", said.Cc],
      ["Subject", said.Subject],
      ["Date", said.Date],
      // Postmark's own id stays the same when it sends an email again.
      ...(hasId || said.MessageID === ""
        ? []
        : [["Message-ID", `<${said.MessageID}@inbound.postmarkapp.com>`] as const]),
      ...listed,
    ],
    text: said.TextBody,
    html: said.HtmlBody,
    files: said.Attachments.map(({ Name, ContentType, ContentLength }) => ({
      name: Name,
      type: ContentType,
      size: ContentLength,
    })),
  };
}
