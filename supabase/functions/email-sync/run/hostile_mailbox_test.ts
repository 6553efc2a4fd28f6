import assert from "node:assert/strict";
import { Problem } from "../../_shared/http/problem.ts";
import type { SyncDeps } from "../deps.ts";
import {
  MailboxError,
  type MailboxSession,
  type MessagePage,
} from "../../_shared/mailboxes/provider.ts";
import type { MailboxClaim, Progress, SyncStore } from "../store/sync_store.ts";
import { createRunLimits } from "./run_limits.ts";
import { syncMailbox } from "./sync_mailbox.ts";

const CLAIM: MailboxClaim = {
  mailboxId: "b1f0d1f4-5a53-4d1c-8c5e-3f1f5d9f0001",
  workspaceId: "b1f0d1f4-5a53-4d1c-8c5e-3f1f5d9f0002",
  provider: "imap",
  address: "shop@example.com",
  leaseToken: "b1f0d1f4-5a53-4d1c-8c5e-3f1f5d9f0003",
  cursor: { at: 0 },
  oldCursor: null,
  backfillSince: null,
  caughtUpAt: null,
};

/** One round with a server whose pages are `listNew`; time passes by `stepMs` with each of them. */
async function readOnce(
  listNew: (page: number) => MessagePage,
  { stepMs = 0, store = {}, more = {} }: {
    stepMs?: number;
    store?: Partial<SyncStore>;
    more?: Partial<MailboxSession>;
  } = {},
) {
  let now = Date.UTC(2026, 10, 26);
  let pages = 0;
  const clock = () => new Date(now);
  const session: Partial<MailboxSession> = {
    parallelFetches: 1,
    listNew() {
      pages += 1;
      if (pages > 1_000) throw new Error("It does not end.");
      now += stepMs;
      return Promise.resolve(listNew(pages));
    },
    ...more,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const stored = { outcome: "stored", created: 0, known: 0, unreadable: 0 } as const;
  const deps = {
    clock,
    log() {},
    providers: { imap: { open: () => Promise.resolve(session) } },
    store: {
      readSecret: () => Promise.resolve({}),
      listNew: () => Promise.resolve([]),
      storeEmails: () => Promise.resolve(stored),
      ...store,
    },
  } as unknown as SyncDeps;
  const limits = createRunLimits(clock, { seconds: 400, maxEmails: 200, readingSeconds: 300 });
  try {
    return { result: await syncMailbox(deps, CLAIM, limits, () => {}), pages };
  } finally {
    limits.end();
  }
}

Deno.test("a place that the database does not store fails its mailbox and not the run", async () => {
  const rejecting = (code: "internal_error" | "store_unavailable") => ({
    storeEmails: () => Promise.reject(new Problem(code, "It was not stored.")),
  });
  const page = { refs: [], cursor: { path: "\ud800" }, more: false };
  const { result } = await readOnce(() => page, { store: rejecting("internal_error") });
  assert.equal(result?.outcome, "temporary");
  assert.match(result?.error ?? "", /could not be read/);
  await assert.rejects(
    readOnce(() => page, { store: rejecting("store_unavailable") }),
    { code: "store_unavailable" },
  );
});

Deno.test("a server that leads to the same page for ever is left after one page", async () => {
  const { result, pages } = await readOnce(() => ({ refs: [], cursor: { at: 1 }, more: true }));
  assert.equal(result?.outcome, "temporary");
  assert.equal(pages, 2);
});

Deno.test("a server whose empty pages do not end gives way to the others after a minute, and is not due at once", async () => {
  const places: Progress[] = [];
  const { result, pages } = await readOnce((page) => ({ refs: [], cursor: { page }, more: true }), {
    stepMs: 10_000,
    store: {
      storeEmails(_claim, _emails, progress) {
        if (progress !== null) places.push(progress);
        return Promise.resolve({ outcome: "stored", created: 0, known: 0, unreadable: 0 });
      },
    },
  });
  assert.deepEqual([result?.outcome, pages], ["done", 6]);
  assert.deepEqual(places.at(-1)?.cursor, { page: 6 });
});

/** Everything that a listing names is new. */
const ALL_NEW: Partial<SyncStore> = { listNew: (_claim, ids) => Promise.resolve(ids) };
const nameHundred = (page: number): MessagePage => ({
  refs: Array.from({ length: 100 }, (_, at) => ({ id: `${page}-${at}` })),
  cursor: { page },
  more: true,
});

Deno.test("a server that lists messages without end, but has none of them, is not due at once", async () => {
  const { result, pages } = await readOnce(nameHundred, {
    store: ALL_NEW,
    more: { fetchMessage: () => Promise.resolve(null) },
  });
  assert.deepEqual([result?.outcome, pages], ["done", 2]);
});

Deno.test("a server that gives 200 messages in a round and has more is due at once", async () => {
  const raw = new TextEncoder().encode("From: a@example.com\r\nMessage-ID: <a@x>\r\n\r\nHello\r\n");
  const message = { raw, threadId: null, outbound: null, shortened: false };
  const { result, pages } = await readOnce(nameHundred, {
    store: ALL_NEW,
    more: {
      fetchMessage: () => Promise.resolve({ ...message, receivedAt: new Date("2026-11-26Z") }),
    },
  });
  assert.deepEqual([result?.outcome, pages], ["more", 2]);
});

Deno.test("a server that forgets every place at once is asked three times, then later each time", async () => {
  let starts = 0;
  const { result, pages } = await readOnce(() => {
    throw new MailboxError("cursor_expired", "A folder of the mailbox was made anew.");
  }, {
    more: {
      start() {
        starts += 1;
        return Promise.resolve({ uidValidity: starts });
      },
    },
  });
  assert.deepEqual([result?.outcome, pages, starts], ["temporary", 3, 2]);
});
