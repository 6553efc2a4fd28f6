import type { ImapFlow, MessageStructureObject } from "imapflow";
import {
  type AttachmentNote,
  composeShortened,
  MAX_SHORTENED_TEXT_BYTES,
  type TextPart,
} from "../shortened_message.ts";
import { fetchRow } from "./fetch_row.ts";

const MAX_HEADER_BYTES = 65_536;
/** Texts and attachments together; a message of thousands of parts is hostile. */
const MAX_PARTS = 200;
const MAX_TEXTS = 10;

interface Leaves {
  readonly texts: MessageStructureObject[];
  readonly notes: AttachmentNote[];
}

/**
 * Fetches a message of the open folder without its attachments: header and texts only, found by
 * the structure that the server tells. Null when it has gone.
 */
export async function fetchShortened(client: ImapFlow, uid: number): Promise<Uint8Array | null> {
  const query = { bodyStructure: true };
  const structure = await fetchRow(client, uid, query, (row) => row.bodyStructure);
  if (structure === null) return null;
  const leaves: Leaves = { texts: [], notes: [] };
  collectLeaves(structure, leaves);
  let left = MAX_SHORTENED_TEXT_BYTES;
  const wanted = leaves.texts.flatMap((node) => {
    const maxLength = Math.min(node.size ?? left, left);
    left -= maxLength;
    // The only part of a message that has no other is 1.
    return maxLength > 0 ? [{ node, key: node.part ?? "1", maxLength }] : [];
  });
  const row = await fetchRow(client, uid, {
    headers: true,
    bodyParts: wanted.map(({ key, maxLength }) => ({ key, maxLength })),
  }, (found) => found.headers instanceof Uint8Array ? found : undefined);
  if (row?.headers === undefined) return null;
  const texts = wanted.flatMap(({ node, key }): TextPart[] => {
    const body = row.bodyParts?.get(key);
    if (!(body instanceof Uint8Array)) return [];
    const charset = node.parameters?.["charset"] ?? null;
    return [{ type: node.type, charset, encoding: node.encoding ?? "7bit", body }];
  });
  return composeShortened(row.headers.subarray(0, MAX_HEADER_BYTES), texts, leaves.notes);
}

function collectLeaves(node: MessageStructureObject, leaves: Leaves): void {
  if (leaves.texts.length + leaves.notes.length >= MAX_PARTS) return;
  const isMultipart = node.type.toLowerCase().startsWith("multipart/");
  if (isMultipart) {
    for (const child of node.childNodes ?? []) collectLeaves(child, leaves);
    return;
  }
  const name = node.dispositionParameters?.["filename"] ?? node.parameters?.["name"] ?? null;
  const isText = /^text\/(?:plain|html|calendar)$/i.test(node.type) && name === null &&
    node.disposition !== "attachment";
  if (isText && leaves.texts.length < MAX_TEXTS) leaves.texts.push(node);
  else leaves.notes.push({ type: node.type, name, size: readSize(node) });
}

/** The server tells how long the part is as it is sent; base64 has a line break after 76 signs. */
function readSize({ size, encoding }: MessageStructureObject): number | null {
  if (size === undefined) return null;
  return encoding === "base64" ? Math.floor(size * (3 / 4) * (76 / 78)) : size;
}
