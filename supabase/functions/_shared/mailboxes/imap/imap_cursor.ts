import * as z from "zod";
import { type Cursor, MailboxError } from "../provider.ts";

/** The folders that are read. */
export const ROLES = ["inbox", "sent"] as const;
export type Role = typeof ROLES[number];

const folderSchema = z.object({
  path: z.string().max(1_000),
  /** A 32-bit number; as text because a server may send more. */
  uidValidity: z.string().max(20),
  /** In a cursor of what is new: all UIDs up to it are known. In one of what is old: from it on. */
  uid: z.int().min(0),
});

const cursorSchema = z.object({ inbox: folderSchema, sent: folderSchema.nullable() });

/** A place in one folder. */
export type FolderPlace = z.infer<typeof folderSchema>;
/** A place in each folder; null where there is no such folder. */
export type ImapCursor = z.infer<typeof cursorSchema>;

/**
 * Reads a stored cursor.
 * @throws {MailboxError} `cursor_expired` for one that this version does not know
 */
export function readCursor(cursor: Cursor): ImapCursor {
  const parsed = cursorSchema.safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new MailboxError("cursor_expired", "The place in the mailbox is of another version.");
}

/** The id of a message, such as `inbox:1700000000:42`. */
export function writeMessageId(role: Role, uidValidity: string, uid: number): string {
  return `${role}:${uidValidity}:${uid}`;
}

/** The parts of an id; undefined for anything else. */
export function readMessageId(
  id: string,
): { readonly role: Role; readonly uidValidity: string; readonly uid: number } | undefined {
  const [, role, uidValidity = "", uid] = /^(inbox|sent):(\d{1,20}):(\d{1,10})$/.exec(id) ?? [];
  return role === "inbox" || role === "sent" ? { role, uidValidity, uid: Number(uid) } : undefined;
}
