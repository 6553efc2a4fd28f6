import * as z from "zod";
import { type Cursor, MailboxError } from "../provider.ts";

/** The folders that are read, by the names that Graph gives them in every language. */
export const FOLDERS = { inbox: "inbox", sent: "sentitems" } as const;
export const ROLES = ["inbox", "sent"] as const;
export type Role = typeof ROLES[number];

const newSchema = z.object({ inbox: z.string().max(7_000), sent: z.string().max(7_000) });

/** For each folder the link to what is new. */
export type NewCursor = z.infer<typeof newSchema>;

const placeSchema = z.object({
  /** Messages received then or earlier come next; null at the beginning. */
  before: z.iso.datetime().nullable(),
  /** The next page, where more messages than a page has were received at one moment. */
  link: z.string().max(7_000).nullable(),
  isRead: z.boolean(),
});

/** A place in what was there before. */
export type OldPlace = z.infer<typeof placeSchema>;

const oldSchema = z.object({ inbox: placeSchema, sent: placeSchema });
export type OldCursor = z.infer<typeof oldSchema>;

/** The beginning of a folder. */
const FIRST_PLACE: OldPlace = { before: null, link: null, isRead: false };

/** @throws {MailboxError} `cursor_expired` for one that this version does not know */
export function readNewCursor(cursor: Cursor): NewCursor {
  const parsed = newSchema.safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new MailboxError("cursor_expired", "The place in the mailbox is of another version.");
}

/** Reads a stored place; one that this version does not know means the beginning. */
export function readOldCursor(cursor: Cursor | null): OldCursor {
  const parsed = oldSchema.safeParse(cursor);
  return parsed.success ? parsed.data : { inbox: FIRST_PLACE, sent: FIRST_PLACE };
}

/** The id of a message with the folder that it was listed in. */
export function writeMessageId(role: Role, id: string): string {
  return `${role}:${id}`;
}

/** The parts of such an id; undefined for anything else. */
export function readMessageId(
  text: string,
): { readonly role: Role; readonly id: string } | undefined {
  const [, role, id = ""] = /^(inbox|sent):(.+)$/s.exec(text) ?? [];
  return role === "inbox" || role === "sent" ? { role, id } : undefined;
}
