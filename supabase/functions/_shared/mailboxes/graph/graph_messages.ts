import * as z from "zod";
import { MailboxError } from "../provider.ts";

/** What is asked about each message. */
export const MESSAGE_FIELDS = "id,isDraft,receivedDateTime,conversationId,parentFolderId";

const text = z.string().max(2_000).nullish();

/** A message as listings and changes have it; a removed one has an id only. */
export const messageSchema = z.object({
  id: z.string().min(1).max(1_000),
  isDraft: z.boolean().nullish(),
  receivedDateTime: text,
  conversationId: text,
  parentFolderId: text,
  "@removed": z.unknown().optional(),
});
export type GraphMessage = z.infer<typeof messageSchema>;

const pageSchema = z.object({
  value: z.array(messageSchema).max(10_000),
  "@odata.nextLink": z.string().max(7_000).optional(),
  "@odata.deltaLink": z.string().max(7_000).optional(),
});

/** One page of messages. */
export interface GraphPage {
  readonly messages: readonly GraphMessage[];
  readonly nextLink: string | null;
  /** Where the changes from now on are; on the last page only. */
  readonly deltaLink: string | null;
}

/**
 * Reads a page.
 * @param document null for a folder that does not exist: an empty page
 * @throws {MailboxError} `temporary` for anything else
 */
export function readPage(document: unknown): GraphPage {
  if (document === null) return { messages: [], nextLink: null, deltaLink: null };
  const page = pageSchema.safeParse(document);
  if (!page.success) {
    throw new MailboxError("temporary", "Microsoft's list of messages could not be read.");
  }
  return {
    messages: page.data.value,
    nextLink: page.data["@odata.nextLink"] ?? null,
    deltaLink: page.data["@odata.deltaLink"] ?? null,
  };
}
