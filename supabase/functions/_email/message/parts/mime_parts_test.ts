import assert from "node:assert/strict";
import fc from "fast-check";
import { cutAttachments, readMessage } from "../read_message.ts";
import { isBodyText, listMimeParts } from "./mime_parts.ts";

const encode = (...lines: readonly string[]) => new TextEncoder().encode(lines.join("\r\n"));
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const MIXED = encode(
  "From: a@example.com",
  'Content-Type: multipart/mixed; boundary="out"',
  "",
  "preamble",
  "--out",
  "Content-Type: multipart/alternative;",
  " boundary=in",
  "",
  "--in",
  "",
  "plain",
  "--in",
  "Content-Type: text/html",
  "",
  "<p>plain</p>",
  "--in--",
  "--out",
  "Content-Type: application/pdf",
  "Content-Disposition: attachment; filename=a.pdf",
  "",
  "JVBERi0=",
  "--outer is no boundary",
  "--out--",
  "epilogue",
);

Deno.test("the leaves of nested parts are found with their types and places", () => {
  const parts = listMimeParts(MIXED);
  assert.deepEqual(
    parts.map(({ type, isAttachment, alternative, start, end }) => [
      type,
      isAttachment,
      alternative,
      decode(MIXED.subarray(start, end)).trim(),
    ]),
    [
      ["text/plain", false, 0, "plain"],
      ["text/html", false, 0, "<p>plain</p>"],
      ["application/pdf", true, null, "JVBERi0=\r\n--outer is no boundary"],
    ],
  );
});

Deno.test("cutting drops the attachment's body and keeps every text and header", () => {
  const cut = decode(cutAttachments(MIXED, listMimeParts(MIXED)));
  assert.equal(cut, decode(MIXED).replace("JVBERi0=\r\n--outer is no boundary\r\n", ""));
});

Deno.test("a message without parts is one text", () => {
  const parts = listMimeParts(encode("Subject: x", "", "hi"));
  assert.deepEqual(parts.map(({ type }) => type), ["text/plain"]);
});

Deno.test("an enclosed message is looked into", () => {
  const parts = listMimeParts(encode(
    "Content-Type: multipart/report; boundary=r",
    "",
    "--r",
    "Content-Type: message/rfc822",
    "",
    "Content-Type: multipart/mixed; boundary=i",
    "",
    "--i",
    "Content-Type: image/png",
    "",
    "PNG",
    "--i--",
    "--r--",
  ));
  assert.deepEqual(parts.map(({ type }) => type), ["image/png"]);
});

Deno.test("HTML beside a plain part is read with it, as an alternative of it is not", async () => {
  const textOf = async (message: Uint8Array) => {
    const reading = await readMessage(message, new Date("2026-11-12T08:00:00.000Z"));
    return reading.ok ? reading.email.bodyText : reading.refusal.code;
  };
  assert.equal(await textOf(MIXED), "plain");
  const stray = encode(
    "From: a@example.com",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>offer</p>",
    "--b",
    "",
    "a list's footer",
    "--b--",
  );
  assert.equal(await textOf(stray), "offer\na list's footer");
});

Deno.test("whatever the bytes, parts lie in order inside the message", () => {
  const piece = fc.constantFrom(
    ..."--b|--b--|--c|Content-Type: multipart/mixed; boundary=b|Content-Type: multipart/alternative; boundary=c"
      .split("|"),
    ..."Content-Type: message/rfc822|Content-Type: image/png|| text|x: y|Content-Type:|\0".split(
      "|",
    ),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (lines) => {
    const message = encode(...lines);
    let last = 0;
    for (const part of listMimeParts(message)) {
      assert.ok(part.start >= last && part.end >= part.start && part.end <= message.length);
      last = part.end;
    }
    assert.ok(cutAttachments(message, listMimeParts(message)).length <= message.length);
  }));
});

Deno.test("only text of the email itself counts as its body", () => {
  const part = { alternative: null, start: 0, end: 0 };
  assert.ok(isBodyText({ ...part, type: "text/html", isAttachment: false }));
  assert.ok(!isBodyText({ ...part, type: "text/html", isAttachment: true }));
  assert.ok(!isBodyText({ ...part, type: "text/csv", isAttachment: false }));
});

for (
  const [what, line, count] of [
    ["a million empty lines", "", 1_000_000],
    ["50,000 lines that look like boundaries", "--x", 50_000],
    ["50,000 parts", "--b\r\n", 50_000],
  ] as const
) {
  Deno.test(`what follows ${what} is one body, whatever it looks like`, () => {
    const find = (repeated: number) =>
      listMimeParts(encode(
        "Content-Type: multipart/mixed; boundary=b",
        `\r\n${`${line}\r\n`.repeat(repeated)}--b`,
        "Content-Type: image/png",
        "",
        "PNG",
      )).some(({ type }) => type === "image/png");
    assert.ok(find(count / 50));
    assert.ok(!find(count));
  });
}
