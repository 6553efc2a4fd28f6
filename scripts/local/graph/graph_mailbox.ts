import type { Message } from "@microsoft/microsoft-graph-types";

export type GraphFolder =
  | "inbox"
  | "sentitems"
  | "drafts"
  | "junkemail"
  | "deleteditems"
  | "archive";

/** One message of the stand-in. */
export interface KeptMessage {
  readonly id: string;
  readonly folder: GraphFolder;
  readonly isDraft: boolean;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
  /** Number of the last change. */
  readonly change: number;
}

/** What a test gives for a message. */
export type NewMessage =
  & Pick<KeptMessage, "folder" | "receivedAt" | "raw">
  & Partial<Pick<KeptMessage, "id" | "isDraft">>;

/** What a mailbox at Microsoft contains, and in which order it came about. */
export class GraphMailbox {
  readonly #messages = new Map<string, KeptMessage>();
  /** Messages that have left a folder, with the number of that change. */
  readonly #removed: {
    readonly id: string;
    readonly folder: GraphFolder;
    readonly change: number;
  }[] = [];
  #change = 0;
  #ids = 0;
  /** Changes before this number are forgotten. */
  forgottenBefore = 0;

  /** The number of the last change. */
  get change(): number {
    return this.#change;
  }

  /** Forgets every place that was given so far; those from here on are known. */
  forget(): void {
    this.forgottenBefore = ++this.#change;
  }

  add(message: NewMessage): string {
    const id = message.id ?? `AAMk${String(++this.#ids).padStart(8, "0")}+/=`;
    this.#messages.set(id, { isDraft: false, ...message, id, change: ++this.#change });
    return id;
  }

  /** As a person files, deletes or rescues a message; its immutable id stays. */
  move(id: string, folder: GraphFolder): void {
    const message = this.#messages.get(id);
    if (message === undefined) throw new Error(`There is no message ${id}.`);
    const change = ++this.#change;
    this.#removed.push({ id, folder: message.folder, change });
    this.#messages.set(id, { ...message, folder, change });
  }

  /** For good. */
  remove(id: string): void {
    const message = this.#messages.get(id);
    if (message === undefined) throw new Error(`There is no message ${id}.`);
    this.#removed.push({ id, folder: message.folder, change: ++this.#change });
    this.#messages.delete(id);
  }

  find(id: string): KeptMessage | undefined {
    return this.#messages.get(id);
  }

  /** Newest first, as a listing by time has them. */
  list(folder: GraphFolder): readonly KeptMessage[] {
    return [...this.#messages.values()]
      .filter((message) => message.folder === folder)
      .sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime());
  }

  /** What changed in a folder after a change, in the order of changes. */
  listChanges(
    folder: GraphFolder,
    after: number,
  ): readonly (KeptMessage | { readonly removed: string; readonly change: number })[] {
    const present = [...this.#messages.values()].filter((message) =>
      message.folder === folder && message.change > after
    );
    const removed = this.#removed
      .filter((entry) => entry.folder === folder && entry.change > after)
      .map(({ id, change }) => ({ removed: id, change }));
    return [...present, ...removed].sort((one, other) => one.change - other.change);
  }
}

/** The fields that a listing has, in Microsoft's own shape. */
export function describeMessage({ id, isDraft, receivedAt, folder }: KeptMessage) {
  return {
    id,
    isDraft,
    receivedDateTime: receivedAt.toISOString().replace(/\.\d+Z$/, "Z"),
    conversationId: `conversation-of-${id}`,
    parentFolderId: `id-of-${folder}`,
  } satisfies Message;
}
