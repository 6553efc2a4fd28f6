import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import { createMemoryStore } from "./testing/store_in_memory.ts";
import { MAX_MBOX_MESSAGES, storeMbox } from "./store_mbox.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const SECRET = "a-secret-for-these-tests";
const SEPARATOR = "From ada@example.com Mon Nov  9 10:30:00 2026\n";

const mail = (id: number) =>
  `${SEPARATOR}From: ada@example.com\nMessage-ID: <m${id}@example.com>\n\nMail ${id}\n\n`;

async function send(mbox: string, workspaceId = WORKSPACE) {
  const store = createMemoryStore(WORKSPACE);
  const app = createApp({
    secrets: { cronSecrets: [SECRET], secretKeys: {} },
    store,
    providers: [],
    clock: () => new Date("2026-11-12T08:00:00.000Z"),
    log: () => {},
  });
  const response = await app.request(`/inbound-email?workspace_id=${workspaceId}`, {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}`, "content-type": "application/mbox" },
    body: new TextEncoder().encode(mbox),
  });
  return { status: response.status, body: await response.json(), store };
}

Deno.test("an mbox is imported message by message, with what became of each", async () => {
  const { status, body, store } = await send(
    `${mail(1)}${SEPARATOR}no header at all\n\n${mail(2)}${mail(1)}`,
  );
  assert.equal(status, 200);
  const { results, ...counts } = body;
  assert.deepEqual(counts, { workspace_id: WORKSPACE, created: 2, duplicates: 1, refused: 1 });
  assert.deepEqual(
    results.map((result: Record<string, unknown>) => result["code"] ?? result["duplicate"]),
    [false, "mail_unreadable", false, true],
  );
  assert.deepEqual(store.emails.map(({ bodyText }) => bodyText), ["Mail 1", "Mail 2"]);
});

for (
  const [what, mbox, workspaceId, status, code] of [
    ["an empty mbox", "\n", WORKSPACE, 422, "mail_unreadable"],
    ["too many messages", mail(1).repeat(MAX_MBOX_MESSAGES + 1), WORKSPACE, 413, "mail_too_large"],
    ["an unknown workspace", mail(1), crypto.randomUUID(), 404, "workspace_not_found"],
  ] as const
) {
  Deno.test(`${what} is rejected and nothing is stored`, async () => {
    const answer = await send(mbox, workspaceId);
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
    assert.equal(answer.store.emails.length, 0);
  });
}

Deno.test("messages that there is no time for are left and counted", async () => {
  const store = createMemoryStore(WORKSPACE);
  const target = { workspaceId: WORKSPACE, isCounted: false };
  let at = 0;
  // Every look at the clock is 100 ms later: reading a message takes 100 ms.
  const clock = () => new Date(Date.parse("2026-11-12T08:00:00Z") + 100 * at++);
  const file = new TextEncoder().encode(Array.from({ length: 10 }, (_, id) => mail(id)).join(""));
  const { left, created, results } = await storeMbox(file, target, store, clock);
  assert.deepEqual([created, results.length, left], [6, 6, 4]);
});
