import type { MailboxProvider } from "../../../supabase/functions/_shared/mailboxes/provider.ts";
import { composeEmail } from "./emails.ts";
import type { SyncWorld } from "./sync_world.ts";

/** What a large mailbox costs the others. */
export interface Fairness {
  /**
   * How often the large mailbox was served before the slowest of the others had all its email, less
   * the one time that is its own turn.
   */
  readonly slowestDelay: number;
  readonly rounds: number;
}

interface Sizes {
  readonly others: number;
  /** Emails of the large mailbox. */
  readonly large: number;
  /** Emails of each other mailbox. */
  readonly eachOther: number;
}

/** Connects a large mailbox and others, each of a workspace of its own, and reads them in turns. */
export async function measureFairness(
  world: SyncWorld,
  { others, large, eachOther }: Sizes,
): Promise<Fairness> {
  const names = ["large", ...Array.from({ length: others }, (_, at) => `other-${at}`)];
  const servedLarge = { times: 0 };
  const provider = createCountedProvider(
    (name) => name === "large" ? large : eachOther,
    (name) => name === "large" ? void (servedLarge.times += 1) : undefined,
  );
  const ids = new Map<string, string>();
  for (const name of names) {
    const workspaceId = await world.createWorkspace(name);
    const id = await world.connect({
      workspaceId,
      provider: "imap",
      address: `${name}@example.com`,
      secret: { name },
    });
    ids.set(id, name);
  }
  const providers = { gmail: null, imap: provider, graph: null };
  for (let rounds = 1; rounds <= 2 * names.length; rounds += 1) {
    await world.round({ providers });
    world.pass(1);
    const [left] = await world.sql<{ count: number }[]>`
      select count(*)::integer from public.mailboxes
      where state <> 'live' and address <> 'large@example.com'`;
    if (left?.count === 0) return { slowestDelay: servedLarge.times - 1, rounds };
  }
  return { slowestDelay: Infinity, rounds: 2 * names.length };
}

/** Mailboxes that are a number of emails. */
function createCountedProvider(
  count: (name: string) => number,
  onOpen: (name: string) => void,
): MailboxProvider {
  return {
    open(secret) {
      const { name } = secret as { name: string };
      onOpen(name);
      return Promise.resolve({
        address: `${name}@example.com`,
        parallelFetches: 20,
        start: () => Promise.resolve({ at: 0 }),
        listNew: (cursor) => Promise.resolve({ refs: [], cursor, more: false }),
        listOld(cursor, _since, limit) {
          const from = Number(cursor?.["at"] ?? 0);
          const to = Math.min(count(name), from + limit);
          const refs = Array.from({ length: to - from }, (_, at) => ({ id: String(from + at) }));
          return Promise.resolve({ refs, cursor: { at: to }, more: to < count(name) });
        },
        fetchMessage: ({ id }) =>
          Promise.resolve({
            raw: new TextEncoder().encode(composeEmail(Number(id))),
            threadId: null,
            receivedAt: new Date("2026-03-01T00:00:00Z"),
            outbound: false,
            shortened: false,
          }),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      });
    },
  };
}
