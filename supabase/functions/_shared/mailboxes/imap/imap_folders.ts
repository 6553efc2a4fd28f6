import type { ImapFlow } from "imapflow";
import { MailboxError } from "../provider.ts";
import type { FolderPlace } from "./imap_cursor.ts";

/** UIDs are 32-bit numbers. */
const LARGEST_UID = 0xffff_ffff;

/** The paths of the two folders that are read; null where nothing was ever sent. */
export interface FolderPaths {
  readonly inbox: string;
  readonly sent: string | null;
}

/** A folder that is open for reading. */
export interface OpenFolder {
  readonly path: string;
  readonly uidValidity: string;
  /** The highest UID that is given, 0 for a folder that never had a message. */
  readonly lastUid: number;
}

/**
 * Finds the folders. Drafts, junk, trash and what people file away themselves are left out. The
 * folder of sent emails is the one that the server marks as such, else one with a usual name.
 */
export async function findFolders(client: ImapFlow): Promise<FolderPaths> {
  const folders = await client.list();
  const sent = folders.find(({ specialUse, flags }) =>
    specialUse === "\\Sent" && !flags.has("\\Noselect")
  );
  const inbox = folders.find(({ specialUse }) => specialUse === "\\Inbox");
  return { inbox: inbox?.path ?? "INBOX", sent: sent?.path ?? null };
}

/**
 * Opens a folder so that reading changes nothing in it.
 * @throws {MailboxError} `temporary` when the server does not number its messages for good
 */
export async function openFolder(client: ImapFlow, path: string): Promise<OpenFolder> {
  const { uidValidity, uidNext, exists } = await client.mailboxOpen(path, { readOnly: true });
  if (!uidValidity) {
    throw new MailboxError("temporary", "The IMAP server numbers its messages anew each time.");
  }
  const lastUid = uidNext ? uidNext - 1 : exists > 0 ? await readLastUid(client) : 0;
  if (!(lastUid >= 0 && lastUid <= LARGEST_UID)) {
    throw new MailboxError("temporary", "The IMAP server numbers its messages beyond 32 bits.");
  }
  return { path, uidValidity: String(uidValidity), lastUid };
}

/** Whether a place is one of this folder as it is now. */
export function isSameFolder(place: FolderPlace, folder: OpenFolder): boolean {
  return place.path === folder.path && place.uidValidity === folder.uidValidity;
}

/** For servers that do not tell the next UID. */
async function readLastUid(client: ImapFlow): Promise<number> {
  const newest = await client.fetchOne("*", { uid: true });
  if (!newest) throw new MailboxError("temporary", "The IMAP server does not number its messages.");
  return newest.uid;
}
