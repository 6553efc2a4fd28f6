import type { FetchMessageObject, FetchQueryObject, ImapFlow } from "imapflow";

/**
 * What the server answers about one message of the open folder; null when it has gone. Rows of
 * other messages, and of this one without what was asked for, are passed over one by one, so that
 * a server cannot fill the memory with them.
 * @param take picks what was asked for out of a row; undefined when the row has none of it
 */
export async function fetchRow<Wanted>(
  client: ImapFlow,
  uid: number,
  query: FetchQueryObject,
  take: (row: FetchMessageObject) => Wanted | undefined,
): Promise<Wanted | null> {
  let taken: Wanted | undefined;
  for await (const row of client.fetch(String(uid), query, { uid: true })) {
    if (row.uid === uid) taken ??= take(row);
  }
  return taken ?? null;
}
