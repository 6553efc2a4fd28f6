import { deepEqual, equal, ok } from "node:assert/strict";
import { readMessage } from "../../_email/mod.ts";
import { composeShortened, MAX_SHORTENED_TEXT_BYTES, type TextPart } from "./shortened_message.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const encoder = new TextEncoder();
const HEADER = encoder.encode(
  "Subject: Plan\r\nContent-Type: multipart/mixed;\r\n\tboundary=old\r\nMIME-Version: 1.0\r\n" +
    "From: ada@example.org\r\nContent-Transfer-Encoding: 7bit\r\n\r\n",
);
const toText = (body: string, type = "text/plain"): TextPart => ({
  type,
  charset: "utf-8",
  encoding: "8bit",
  body: encoder.encode(body),
});

async function read(raw: Uint8Array) {
  const reading = await readMessage(raw, NOW);
  ok(reading.ok, reading.ok ? "" : reading.refusal.detail);
  return reading.email;
}

Deno.test("header and texts stay, fields of the old body do not", async () => {
  const raw = composeShortened(HEADER, [toText("Grüße"), toText("<p>Grüße</p>", "text/html")], []);
  const email = await read(raw);
  equal(email.subject, "Plan");
  equal(email.fromEmail, "ada@example.org");
  equal(email.bodyText?.trim(), "Grüße");
  equal(new TextDecoder().decode(raw).match(/^content-type: multipart\/mixed/gim)?.length, 1);
});

Deno.test("attachments are listed by name, type and size", async () => {
  const notes = [
    { type: "application/pdf", name: 'Pläne; "neu".pdf', size: 24_000_000 },
    { type: "image/png", name: null, size: null },
  ];
  const { attachments } = await read(composeShortened(HEADER, [toText("Hi")], notes));
  deepEqual(attachments, [
    { type: "application/pdf", name: 'Pläne; "neu".pdf', size: 24_000_000 },
    { type: "image/png", name: "", size: attachments[1]?.size },
  ]);
});

Deno.test("texts of one type are read one after the other", async () => {
  const email = await read(composeShortened(HEADER, [toText("First."), toText("Second.")], []));
  deepEqual(email.bodyText?.match(/First|Second/g), ["First", "Second"]);
});

Deno.test("long texts are cut to what the reader takes, in bytes and lines", async () => {
  const long = await read(
    composeShortened(HEADER, [toText("x".repeat(70).concat("\n").repeat(40_000))], []),
  );
  ok((long.bodyText?.length ?? 0) > 1_000);
  await read(composeShortened(HEADER, [toText("x\n".repeat(400_000))], []));
  const raw = composeShortened(HEADER, [toText("x".repeat(3_000_000)), toText("y")], []);
  ok(raw.length < MAX_SHORTENED_TEXT_BYTES + 2_000);
});

Deno.test("names of attachments and types cannot add fields or parts", () => {
  const evil = "a\r\nBcc: x@example.org\r\n--nightshift-shortened-7f1c4b2e9a\r\n\ud800.pdf";
  const text: TextPart = { ...toText("Hi"), charset: 'x"\r\nX-Evil: 1', encoding: "7bit\r\n\r\nX" };
  const notes = [{ type: "application/pdf\r\nX-Evil: 1", name: evil, size: 12 }];
  const raw = new TextDecoder().decode(composeShortened(HEADER, [text], notes));
  ok(!/^(?:bcc|x-evil):/im.test(raw), raw);
  equal(raw.match(/^--nightshift-shortened-7f1c4b2e9a\r$/gm)?.length, 2);
});

Deno.test("a header in any bytes stays as it is", () => {
  const bytes = Uint8Array.from([83, 58, 32, 0xff, 0x00, 0xe9, 13, 10, 13, 10]);
  const raw = composeShortened(bytes, [], []);
  deepEqual([...raw.subarray(0, 8)], [...bytes.subarray(0, 8)]);
});
