/** Which real emails of the public corpora can be part of the gold set? */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { htmlToText } from "../../../supabase/functions/_email/html/html_to_text.ts";
import { readMessage } from "../../../supabase/functions/_email/message/read_message.ts";
import type { Email } from "../../../supabase/functions/_email/reading.ts";
import { readCorpusLines } from "../corpora/corpus_lines.ts";
import { EVALUATION_TIME, readCorpusMessages } from "../corpora/corpus_mail.ts";
import { readFiles } from "../corpora/reply_corpus.ts";
import { normalizeSpace } from "../corpora/zones_corpus.ts";

/** Where real emails come from; a folder each, SpamAssassin's by group. */
export const REAL_CORPORA = [
  "email-zones",
  "easy-ham",
  "hard-ham",
  "spam",
  "reply-quoting",
  "mime",
  "bounces",
  "triage-langchain",
  "support-priority",
] as const;
export type RealCorpus = (typeof REAL_CORPORA)[number];

/** One real email, as it would be stored. */
export interface RealMessage {
  readonly corpus: RealCorpus;
  /** The first 16 hexadecimal digits of the SHA-256 of the message as the corpus has it. */
  readonly hash: string;
  readonly email: Email;
  /** The email's text, every run of white space as one space: spans count in it. */
  readonly text: string;
}

const bareZonesLine = z.object({ split: z.string(), text: z.string() });
const zonesLine = bareZonesLine.extend({ header: z.record(z.string(), z.string()) });
/** The corpus has posts without the header lines that their list gave them. */
export const POST_HEADERS = {
  "list-id": "<users.list.example>",
  "list-post": "<mailto:users@list.example>",
};
const triageItems = z.array(
  z.object({ author: z.string(), subject: z.string(), email_thread: z.string() }),
);
const supportItems = z.array(z.object({ subject: z.string(), body: z.string() }));

/**
 * Every message of every corpus that the folder has, each hash once. Rejected messages are left
 * out.
 * @throws {Error} where a corpus is not what it was.
 */
export async function readRealMessages(dataFolder: string): Promise<RealMessage[]> {
  const all: RealMessage[] = [];
  for (const [folder, read] of Object.entries(READERS)) {
    if (existsSync(join(dataFolder, folder))) all.push(...await read(dataFolder));
  }
  return [...new Map(all.map((message) => [message.hash, message])).values()];
}

/** By the folder that a corpus is in. */
const READERS: Readonly<
  Record<string, (dataFolder: string) => readonly RealMessage[] | Promise<readonly RealMessage[]>>
> = {
  "email-zones": (dataFolder) => readZones(dataFolder, "eval"),
  "spamassassin-sample": readSpamAssassin,
  "reply-quoting": readReplies,
  "mime": readMimeFiles,
  "bounces": readBounces,
  "triage-langchain": readTriage,
  "support-priority": readSupport,
};

/** One part of email-zones: no shipped model may be trained on `eval`, from which gold is drawn. */
export async function readZones(
  dataFolder: string,
  part: "eval" | "train",
): Promise<RealMessage[]> {
  const lines = await readCorpusLines(dataFolder, "email-zones/enron-full.jsonl.gz", zonesLine);
  return lines.filter(({ split }) => split === part).map(({ text, header }) =>
    toMessage("email-zones", text, {
      fromEmail: header["From"] ?? null,
      fromName: (header["X-From"] ?? "").replace(/<.*$/, "").replace(/["']/g, "").trim() || null,
      subject: header["Subject"] ?? "",
      bodyText: text,
      receivedAt: new Date(header["Date"] ?? EVALUATION_TIME).toISOString(),
    })
  );
}

/** The posts of email-zones, and its emails without a header, that models may be trained on. */
export async function readBareZones(dataFolder: string): Promise<RealMessage[]> {
  const read = async (file: string, headers: Email["headers"]) =>
    (await readCorpusLines(dataFolder, `email-zones/${file}.jsonl.gz`, bareZonesLine))
      .filter(({ split }) => split === "train")
      .map(({ text }) => toMessage("email-zones", text, { bodyText: text, headers }));
  return [...await read("enron-zones", {}), ...await read("asf-zones", POST_HEADERS)];
}

async function readSpamAssassin(dataFolder: string): Promise<RealMessage[]> {
  const lines = await readCorpusMessages(dataFolder, "spamassassin-sample/emails.jsonl.gz");
  const groups = new Map<string, RealCorpus>([["easy", "easy-ham"], ["hard", "hard-ham"]]);
  return await readRaw(
    lines.map(({ raw, labels }) => [
      groups.get(String(labels["group"]).slice(0, 4)) ?? "spam",
      raw,
    ]),
  );
}

function readReplies(dataFolder: string): RealMessage[] {
  return readFiles(join(dataFolder, "reply-quoting"))
    .filter(({ path }) => /[\\/](?:crisp|github)[\\/]\w+\.txt$/.test(path))
    .map(({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      return toMessage("reply-quoting", bytes, { bodyText: text });
    });
}

async function readMimeFiles(dataFolder: string): Promise<RealMessage[]> {
  const files = readFiles(join(dataFolder, "mime"))
    .filter(({ path }) => /\.(?:eml|msg)$/.test(path));
  return await readRaw(files.map(({ bytes }) => ["mime", bytes]));
}

async function readBounces(dataFolder: string): Promise<RealMessage[]> {
  const lines = await readCorpusMessages(dataFolder, "bounces/emails.jsonl");
  return await readRaw(lines.map(({ raw }) => ["bounces", raw]));
}

async function readTriage(dataFolder: string): Promise<RealMessage[]> {
  const items = triageItems.parse(await readJson(dataFolder, "triage-langchain/emails.json"));
  return items.map(({ author, subject, email_thread: bodyText }) => {
    const [, name = "", address = author] = /^(.*?)\s*<(.+)>$/.exec(author) ?? [];
    const email = { subject, bodyText, fromName: name || null, fromEmail: address };
    return toMessage("triage-langchain", `${subject}\n\n${bodyText}`, email);
  });
}

async function readSupport(dataFolder: string): Promise<RealMessage[]> {
  const items = supportItems.parse(await readJson(dataFolder, "support-priority/emails.json"));
  return items.map(({ subject, body }) =>
    toMessage("support-priority", `${subject}\n\n${body}`, { subject, bodyText: body })
  );
}

async function readJson(dataFolder: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(dataFolder, file), "utf8"));
}

async function readRaw(files: readonly [RealCorpus, Uint8Array][]): Promise<RealMessage[]> {
  const messages: RealMessage[] = [];
  for (const [corpus, raw] of files) {
    const reading = await readMessage(raw, EVALUATION_TIME);
    if (reading.ok) messages.push(toMessage(corpus, raw, reading.email));
  }
  return messages;
}

export function toMessage(
  corpus: RealCorpus,
  content: Uint8Array | string,
  stored: Partial<Email>,
): RealMessage {
  const email: Email = {
    fromEmail: stored.fromEmail ?? null,
    fromName: stored.fromName ?? null,
    subject: stored.subject ?? "",
    bodyText: stored.bodyText ?? null,
    bodyHtml: stored.bodyHtml ?? null,
    headers: stored.headers ?? {},
    receivedAt: stored.receivedAt ?? EVALUATION_TIME.toISOString(),
  };
  const body = email.bodyText ?? htmlToText(email.bodyHtml ?? "");
  return { corpus, hash: hashOf(content, 16), email, text: normalizeSpace(body) };
}

/** The first digits of a SHA-256, hexadecimal. */
export function hashOf(content: Uint8Array | string, digits: number): string {
  return createHash("sha256").update(
    typeof content === "string" ? Buffer.from(content, "utf8") : content,
  ).digest("hex").slice(0, digits);
}
