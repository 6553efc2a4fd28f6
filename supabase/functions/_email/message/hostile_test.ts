import assert from "node:assert/strict";
import { readMessage } from "./read_message.ts";
import { splitMbox } from "./split_mbox.ts";

const NOW = new Date("2026-11-12T08:00:00.000Z");
const FROM = "From: a@example.com\n";
const MIXED = `${FROM}Content-Type: multipart/mixed; boundary=a\n\n`;

const encode = (text: string) => new TextEncoder().encode(text);
const repeat = (piece: string, bytes: number) =>
  encode(piece.repeat(Math.floor(bytes / piece.length)));

/** What is read in a second on a quiet machine must end on a busy one too. */
const HANGS_AFTER_MS = 15_000;

const FILES: Record<string, string> = {
  "From lines": "From \n",
  "From lines behind empty lines": "From \n\n",
  "separators": "From a 10:00\n",
  "separators and empty lines": "From a 10:00\n\n",
  "long separators": `From ${"a".repeat(480)} 10:00\n\n`,
  "lines that look like a separator to their end": `From ${"1:".repeat(290)}\n\n`,
  "quoted separators": ">From a 10:00\n",
  "quote marks": `${">".repeat(1_000)}\n`,
  "empty lines": "\n",
  "empty lines of another system": "\r\n",
};
for (const [what, piece] of Object.entries(FILES)) {
  Deno.test(`25 MB of ${what} are split without hanging`, () => {
    const file = repeat(piece, 25 * 1_048_576);
    const startedAt = performance.now();
    splitMbox(file).take(101).toArray();
    assert.ok(performance.now() - startedAt < HANGS_AFTER_MS);
  });
}

const nested = Array.from(
  { length: 3_000 },
  (_, at) =>
    `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\nContent-Type: message/rfc822\n\n`,
).join("");
const MESSAGES: Record<string, string> = {
  "message/rfc822 lines": FROM + "Content-Type: message/rfc822\n\n".repeat(9_999),
  "enclosed messages in parts": FROM + nested,
  "enclosed messages side by side": MIXED + "--a\nContent-Type: message/rfc822\n\n".repeat(6_000),
  "parts": MIXED + "--a\n\nx\n".repeat(4_900),
  "HTML parts": MIXED + "--a\nContent-Type: text/html\n\n<p>x\n".repeat(4_900),
  "encoded parts": MIXED +
    "--a\nContent-Transfer-Encoding: quoted-printable\n\n=41\n".repeat(4_000),
  "header fields": FROM + "X-A: b\n".repeat(19_000) + "\n",
  "address groups": `${FROM}To: ${"a:".repeat(100_000)}\n\n`,
  "flowed lines": `${FROM}Content-Type: text/plain; format=flowed\n\n${"x \n".repeat(19_000)}`,
};
for (const [what, message] of Object.entries(MESSAGES)) {
  Deno.test(`an email of very many ${what} is read or rejected without hanging`, async () => {
    const raw = encode(message);
    const startedAt = performance.now();
    await readMessage(raw, NOW);
    assert.ok(performance.now() - startedAt < HANGS_AFTER_MS);
  });
}

Deno.test("a long email keeps its text when its attachments are cut", async () => {
  const lines = "QUJD\n".repeat(5_000);
  const reading = await readMessage(
    encode(
      `${MIXED}--a\n\nThe plan is attached.\n--a\nContent-Type: application/pdf\n` +
        `Content-Transfer-Encoding: base64\n\n${lines}--a\n\nPlease sign it.\n--a--\n`,
    ),
    NOW,
  );
  assert.ok(reading.ok);
  assert.match(reading.email.bodyText ?? "", /The plan is attached\.\s+Please sign it\./);
});
