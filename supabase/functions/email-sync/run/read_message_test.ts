import assert from "node:assert/strict";
import { listReplyIds, readFetched } from "./read_message.ts";

const ADDRESS = "shop@example.com";

function fetched(lines: readonly string[], outbound: boolean | null) {
  return {
    raw: new TextEncoder().encode([...lines, "", "Done.", ""].join("\r\n")),
    threadId: null,
    receivedAt: new Date("2026-11-26T10:00:00Z"),
    outbound,
    shortened: false,
  };
}

const OWN = ["From: Shop <shop@example.com>", "Message-ID: <a@x>", "In-Reply-To: <q@x>"];

Deno.test("an email that was delivered with our own address as its sender is inbound and answers nothing", async () => {
  const received = "Received: from evil.example by mx.example.com; Thu, 26 Nov 2026 10:00:00 +0000";
  for (const lines of [[received, ...OWN], [...OWN, received.toLowerCase()]]) {
    const { email, replyIds } = await readFetched({ id: "1" }, fetched(lines, null), ADDRESS);
    assert.deepEqual([email?.direction, replyIds], ["inbound", []]);
  }
});

Deno.test("an email that we sent is outbound: by the provider's word, or kept in the inbox and never delivered", async () => {
  const received = "Received: from laptop by smtp.example.com; Thu, 26 Nov 2026 10:00:00 +0000";
  for (const given of [fetched([received, ...OWN], true), fetched(OWN, null)]) {
    const { email, replyIds } = await readFetched({ id: "1" }, given, ADDRESS);
    assert.deepEqual([email?.direction, replyIds], ["outbound", ["q@x"]]);
  }
});

Deno.test("ids that the database cannot store are not named", () => {
  const header = "In-Reply-To: <a\u0000b@x>\r\nReferences: <\u0007@x> <good@x>\r\n\r\n";
  assert.deepEqual(listReplyIds(new TextEncoder().encode(header)), ["good@x"]);
});
