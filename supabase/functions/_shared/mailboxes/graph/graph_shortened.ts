import * as z from "zod";
import { composeShortened, type TextPart } from "../shortened_message.ts";
import type { GraphClient, GraphRequest } from "./graph_client.ts";

const text = z.string().nullish();
const person = z.object({ emailAddress: z.object({ name: text, address: text }).nullish() });

const messageSchema = z.object({
  internetMessageHeaders: z.array(z.object({ name: text, value: text })).nullish(),
  internetMessageId: text,
  subject: text,
  sentDateTime: text,
  from: person.nullish(),
  toRecipients: z.array(person).nullish(),
  ccRecipients: z.array(person).nullish(),
  body: z.object({ contentType: text, content: text }).nullish(),
});
type LargeMessage = z.infer<typeof messageSchema>;

const attachmentsSchema = z.object({
  value: z.array(z.object({ name: text, contentType: text, size: z.number().nullish() })),
});

const FIELDS = Object.keys(messageSchema.shape).join(",");
const MOST_PEOPLE = 100;

/**
 * A message that is too large, without its attachments: Graph gives its fields, its body and the
 * list of attachments apart. Null when it has gone.
 * @param path of the message, such as `/me/messages/AAMk…`
 */
export async function fetchShortened(
  client: GraphClient,
  path: string,
  request: GraphRequest,
): Promise<Uint8Array | null> {
  const parsed = messageSchema.safeParse(
    await client.getJson(`${path}?$select=${FIELDS}`, request),
  );
  if (!parsed.success) return null;
  const { body } = parsed.data;
  const list = attachmentsSchema.safeParse(
    await client.getJson(`${path}/attachments?$select=name,contentType,size`, request),
  );
  const notes = list.success ? list.data.value : [];
  const texts: TextPart[] = [{
    type: body?.contentType === "text" ? "text/plain" : "text/html",
    charset: "utf-8",
    encoding: "8bit",
    body: new TextEncoder().encode(body?.content ?? ""),
  }];
  return composeShortened(
    new TextEncoder().encode(writeHeader(parsed.data)),
    texts,
    notes.map(({ name, contentType, size }) => ({
      type: contentType ?? "application/octet-stream",
      name: name ?? null,
      size: size ?? null,
    })),
  );
}

/** As it came; what somebody sent themselves has no such header, so it is written from fields. */
function writeHeader(message: LargeMessage): string {
  const received = (message.internetMessageHeaders ?? []).map(({ name, value }) =>
    writeField(name ?? "", (value ?? "").replace(/[\r\n]+[ \t]*/g, " "))
  ).join("");
  if (/^from:/im.test(received)) return received;
  const sentAt = new Date(message.sentDateTime ?? NaN);
  return [
    writeField("From", message.from ? writePeople([message.from]) : ""),
    writeField("To", writePeople(message.toRecipients ?? [])),
    writeField("Cc", writePeople(message.ccRecipients ?? [])),
    writeField("Subject", encodeWords(message.subject ?? "")),
    writeField("Message-ID", (message.internetMessageId ?? "").replace(/\s+/g, "")),
    writeField("Date", Number.isNaN(sentAt.getTime()) ? "" : sentAt.toUTCString()),
  ].join("");
}

function writeField(name: string, value: string): string {
  const isField = /^[!-9;-~]{1,100}$/.test(name) && value.trim() !== "";
  return isField ? `${name}: ${value.slice(0, 30_000)}\r\n` : "";
}

function writePeople(people: readonly z.infer<typeof person>[]): string {
  return people.slice(0, MOST_PEOPLE).flatMap(({ emailAddress }) => {
    const address = (emailAddress?.address ?? "").replace(/[\s<>,;]/g, "");
    if (address === "") return [];
    const name = emailAddress?.name ?? "";
    return [name === "" ? `<${address}>` : `${encodeWords(name)} <${address}>`];
  }).join(",\r\n ");
}

/** RFC 2047; a word has 75 signs at most, so a text is cut into pieces of 30 characters. */
function encodeWords(value: string): string {
  const pieces = [...value.slice(0, 1_000)].reduce<string[]>((list, character) => {
    const last = list.at(-1) ?? "";
    const isFull = new TextEncoder().encode(last + character).length > 42;
    return isFull || list.length === 0
      ? [...list, character]
      : [...list.slice(0, -1), last + character];
  }, []);
  return pieces.map((piece) => `=?utf-8?B?${toBase64(piece)}?=`).join("\r\n ");
}

function toBase64(value: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)));
}
