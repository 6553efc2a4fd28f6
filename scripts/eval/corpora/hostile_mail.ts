/** The malformed, exotic and hostile files of the corpora, as messages. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A message and the file it comes from. */
export interface RawMail {
  readonly name: string;
  readonly raw: Uint8Array;
}

const FOLDERS = ["mime", "reply-quoting"];
const MESSAGE = /\.(?:eml|msg)$/;
const TEXT = /\.(?:txt|html)(?:\.gz)?$|_body$/;

/**
 * Every email file (`.eml`, `.msg`) as it is, and every text file as the body of an email; files
 * that say what to expect are left out.
 */
export async function listHostileMail(dataFolder: string): Promise<RawMail[]> {
  const mails: RawMail[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(join(dataFolder, folder), { recursive: true });
    const files = names.filter((name) => MESSAGE.test(name) || isMailText(folder, name)).sort();
    for (const name of files) {
      const bytes = await readFile(join(dataFolder, folder, name));
      const content = new Uint8Array(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
      mails.push({
        name: `${folder}/${name}`,
        raw: MESSAGE.test(name) ? content : toMail(content, /\.html/.test(name)),
      });
    }
  }
  return mails;
}

function isMailText(folder: string, name: string): boolean {
  return folder === "reply-quoting" && TEXT.test(name) && !name.includes("SOURCE") &&
    !name.includes("_reply_text");
}

function toMail(body: Uint8Array, isHtml: boolean): Uint8Array {
  const header = new TextEncoder().encode(
    `From: somebody@example.com\nContent-Type: text/${isHtml ? "html" : "plain"}; charset=utf-8\n` +
      "Content-Transfer-Encoding: 8bit\n\n",
  );
  const mail = new Uint8Array(header.length + body.length);
  mail.set(header);
  mail.set(body, header.length);
  return mail;
}
