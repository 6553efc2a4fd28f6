import { createHash } from "node:crypto";
import { FIELD_LIMITS } from "./stored_email.ts";

/** An id in angle brackets; spaces inside come from folding and mean nothing. */
const BRACKETED_ID = /<([^<>]{1,1000})>/;

/**
 * The first message id in a header field, without its angle brackets; undefined when there is none
 * or it is too long to be an id.
 */
export function readMessageId(value: string | undefined): string | undefined {
  const head = (value ?? "").slice(0, 4_000);
  const written = BRACKETED_ID.exec(head)?.[1] ?? head.trim().split(/\s/, 1)[0] ?? "";
  const id = written.toWellFormed().replace(/[\p{Cc}\s<>]+/gu, "");
  return id === "" || id.length > FIELD_LIMITS.messageId ? undefined : id;
}

/** The id of a mail that has none: the same content gives the same id, so a repeat is a duplicate. */
export function deriveMessageId(content: Uint8Array | string): string {
  return `sha256-${createHash("sha256").update(content).digest("hex")}@nightshift.invalid`;
}
