import type { ImapFlow } from "imapflow";
import { MailboxError } from "../provider.ts";

/** UIDs of a range of the open folder, ascending. */
export type SearchRange = (first: number, last: number) => Promise<readonly number[]>;

/** Some UIDs of a folder, and how far it was looked. */
export interface UidPage {
  readonly uids: readonly number[];
  /** All UIDs between where it began and this one, inclusive, are in this or an earlier page. */
  readonly reached: number;
}

/** A range to begin with; it grows while ranges are empty, because UIDs may be far apart. */
const FIRST_RANGE = 1_000;
const LARGEST_RANGE = 100_000;
/** Answers in time with an empty page instead of looking through a whole folder at once. */
const MOST_SEARCHES = 20;

/**
 * The first UIDs after one, ascending.
 * @param last the highest UID there is
 * @param limit most UIDs, at least 1
 */
export async function findUidsAfter(
  search: SearchRange,
  after: number,
  last: number,
  limit: number,
): Promise<UidPage> {
  const uids: number[] = [];
  let reached = after;
  let size = FIRST_RANGE;
  for (let searches = 0; reached < last && searches < MOST_SEARCHES; searches += 1) {
    const to = Math.min(reached + size, last);
    const found = await search(reached + 1, to);
    for (const uid of found.slice(0, limit - uids.length)) uids.push(uid);
    if (uids.length === limit) return { uids, reached: uids.at(-1) ?? to };
    reached = to;
    size = growRange(size);
  }
  return { uids, reached };
}

/**
 * The first UIDs before one, descending.
 * @param limit most UIDs, at least 1
 */
export async function findUidsBefore(
  search: SearchRange,
  before: number,
  limit: number,
): Promise<UidPage> {
  const uids: number[] = [];
  let reached = before;
  let size = FIRST_RANGE;
  for (let searches = 0; reached > 1 && searches < MOST_SEARCHES; searches += 1) {
    const from = Math.max(reached - size, 1);
    const found = (await search(from, reached - 1)).toReversed();
    for (const uid of found.slice(0, limit - uids.length)) uids.push(uid);
    if (uids.length === limit) return { uids, reached: uids.at(-1) ?? from };
    reached = from;
    size = growRange(size);
  }
  return { uids, reached };
}

/** Searches the folder that is open, with a date where one is given. */
export function searchOpenFolder(client: ImapFlow, since?: Date): SearchRange {
  return async (first, last) => {
    const uid = `${first}:${last}`;
    const found = await client.search(since === undefined ? { uid } : { uid, since }, {
      uid: true,
    });
    if (!Array.isArray(found)) {
      throw new MailboxError("temporary", "The IMAP server does not search the folder.");
    }
    return found.filter((uid) => uid >= first && uid <= last);
  };
}

function growRange(size: number): number {
  return Math.min(size * 4, LARGEST_RANGE);
}
