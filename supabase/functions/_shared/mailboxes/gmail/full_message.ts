import { Buffer } from "node:buffer";
import * as z from "zod";
import { type AttachmentNote, composeShortened, type TextPart } from "../shortened_message.ts";

const headerSchema = z.object({ name: z.string(), value: z.string() });

/** A part of `format=full`, which has the texts and leaves attachments where they are. */
export interface GmailPart {
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly headers?: readonly z.output<typeof headerSchema>[] | undefined;
  readonly body?:
    | { readonly data?: string | undefined; readonly size?: number | undefined }
    | undefined;
  readonly parts?: readonly GmailPart[] | undefined;
}

/** What `format=full` and `format=metadata` answer. */
export const partSchema: z.ZodType<GmailPart> = z.lazy(() =>
  z.object({
    mimeType: z.string().optional(),
    filename: z.string().optional(),
    headers: z.array(headerSchema).optional(),
    body: z.object({ data: z.string().optional(), size: z.number().optional() }).optional(),
    parts: z.array(partSchema).optional(),
  })
);

const TEXT_TYPES = ["text/plain", "text/html"];

/** The message as RFC 5322, without its attachments. */
export function composeFull(payload: GmailPart): Uint8Array {
  const lines = (payload.headers ?? []).map(({ name, value }) =>
    `${name.replace(/[^\x21-\x39\x3b-\x7e]/g, "")}: ${value.replace(/[\r\n]+/g, " ")}\r\n`
  );
  const header = new TextEncoder().encode(lines.join("") + "\r\n");
  const texts: TextPart[] = [];
  const notes: AttachmentNote[] = [];
  for (const part of listLeaves(payload)) {
    const text = readText(part);
    if (text !== null) texts.push(text);
    else notes.push(readNote(part));
  }
  return composeShortened(header, texts, notes);
}

function* listLeaves(part: GmailPart): Generator<GmailPart> {
  if (part.parts === undefined || part.parts.length === 0) yield part;
  else if (part.filename) yield part;
  else for (const inner of part.parts) yield* listLeaves(inner);
}

function readText({ mimeType = "", filename, headers, body }: GmailPart): TextPart | null {
  const type = mimeType.toLowerCase();
  if (filename || !TEXT_TYPES.includes(type) || body?.data === undefined) return null;
  const bytes = Buffer.from(body.data, "base64url");
  const given = headers?.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(given)?.[1] ?? null;
  // Gmail turns most texts into UTF-8 and leaves the header as it was.
  return { type, charset: isUtf8(bytes) ? "utf-8" : charset, encoding: "8bit", body: bytes };
}

function readNote({ mimeType, filename, body }: GmailPart): AttachmentNote {
  return {
    type: mimeType || "application/octet-stream",
    name: filename || null,
    size: body?.size ?? null,
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
