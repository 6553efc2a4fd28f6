import { deepEqual, equal, ok } from "node:assert/strict";
import { drawRealGold } from "./draw_real_gold.ts";
import { hashOf, type RealMessage } from "./real_messages.ts";

const messages = Array.from({ length: 100 }, (_, at): RealMessage => ({
  corpus: "email-zones",
  hash: hashOf(`message ${at}`, 16),
  email: {
    fromEmail: null,
    fromName: null,
    subject: "",
    bodyText: null,
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-01T00:00:00Z",
  },
  text: at === 0 ? "" : at === 1 ? "x".repeat(5_001) : `text ${at % 97}`,
}));

Deno.test("a draw does not depend on the order of the messages", () => {
  const hashes = (drawn: readonly RealMessage[]) => drawn.map(({ hash }) => hash);
  const once = drawRealGold(messages);
  const again = drawRealGold(messages.toReversed());
  deepEqual(hashes(again.test), hashes(once.test));
  deepEqual(hashes(again.dev), hashes(once.dev));
});

Deno.test("a draw takes no text twice, no empty one and no long one", () => {
  const { test, dev } = drawRealGold(messages);
  const texts = [...test, ...dev].map(({ text }) => text);
  equal(new Set(texts).size, texts.length);
  ok(texts.length > 60 && texts.every((text) => text !== "" && text.length <= 5_000));
});
