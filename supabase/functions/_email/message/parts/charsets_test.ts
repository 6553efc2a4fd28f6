import assert from "node:assert/strict";
import fc from "fast-check";
import { readMessage } from "../read_message.ts";
import { decodeText } from "./charsets.ts";

const NOW = new Date("2026-11-25T08:00:00.000Z");
const bytesOf = (latin1: string) => Uint8Array.from(latin1, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");

const CASES: readonly (readonly [label: string | null, bytes: string, text: string])[] = [
  [null, "M\xfcller f\xf8r", "Müller før"],
  ["utf-8", "M\xfcller", "Müller"],
  ["us-ascii", utf8("Müller"), "Müller"],
  ["us-ascii", "M\xfcller", "Müller"],
  ["iso-8859-1", utf8("Müller – „gut“"), "Müller – „gut“"],
  ["iso-8859-1", "M\xfcller", "Müller"],
  ["windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"],
  ["windows-1251", utf8("Привет"), "Привет"],
  ["x-unknown", "M\xfcller", "Müller"],
  ["unknown-8bit", utf8("Müller"), "Müller"],
  ["utf-7", "Hi Mom +Jjo--!", "Hi Mom ☺-!"],
  ["UNICODE-1-1-UTF-7", "1 +- 1, M+APw-ller", "1 + 1, Müller"],
  ["iso-2022-kr", "\x1b$)C\x0e\x3e\x48\x33\x67\x0f, hi", "안녕, hi"],
  ["hz-gb-2312", "~{VPND~} ok", "中文 ok"],
  ["iso-2022-jp", "\x1b$B$3$s\x1b(B", "こん"],
  [null, "\x1b$B$3$s\x1b(B", "こん"],
  ["mac-roman", "M\x9fller", "Müller"],
  ["x-mac-roman", "M\x9fller", "Müller"],
  ["macintosh", "M\x9fller", "Müller"],
  ["MacRoman", "M\x9fller", "Müller"],
  ["cp850", "M\x81ller", "Müller"],
  ["ibm437", "M\x81ller", "Müller"],
  ["iso8859_15", "10 \xa4", "10 €"],
  ["cp1252", "\x80 10", "€ 10"],
  ["gb2312", "\xd6\xd0\xce\xc4", "中文"],
  ["utf-16", "M\0\xfc\0", "Mü"],
  ["utf-16", "plain text", "plain text"],
  [null, "\xff\xfeM\0\xfc\0", "Mü"],
  ["utf-8", utf8("Größe und Übergröße, Möbel ") + "\xc3", "Größe und Übergröße, Möbel \ufffd"],
];
for (const [label, bytes, text] of CASES) {
  Deno.test(`${JSON.stringify(bytes)} labeled ${label} is ${text}`, () => {
    assert.equal(decodeText(bytesOf(bytes), label), text);
  });
}

Deno.test("an HTML page may name its own charset", () => {
  const page = (meta: string) => bytesOf(`<html><head>${meta}</head><p>\xcf\xf0\xe8</p>`);
  for (
    const meta of [
      '<meta charset="windows-1251">',
      "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    ]
  ) assert.match(decodeText(page(meta), null, true), /При/);
  assert.match(decodeText(page('<meta charset="utf-8">'), null, true), /Ïðè/);
});

Deno.test("whatever the bytes and the label, there is a text", () => {
  const label = fc.constantFrom(
    null,
    "utf-7",
    "iso-2022-kr",
    "hz",
    "cp437",
    "utf-16",
    "gbk",
    "?",
    "utf-8",
  );
  fc.assert(fc.property(fc.uint8Array(), label, (bytes, charset) => {
    assert.ok(decodeText(bytes, charset).length <= 2 * bytes.length);
  }));
});

async function read(...lines: readonly string[]) {
  const result = await readMessage(bytesOf(lines.join("\n")), NOW);
  assert.ok(result.ok);
  return result.email;
}

Deno.test("raw bytes in a header are read in the charset of the message, or as UTF-8", async () => {
  const cyrillic = await read(
    "From: \xcf\xf0\xe8 <a@x.example>",
    "Subject: \xcf\xf0\xe8\xe2\xe5\xf2",
    "Content-Type: text/plain; charset=windows-1251",
    "",
    "x",
  );
  assert.deepEqual([cyrillic.subject, cyrillic.fromName], ["Привет", "При"]);
  const western = await read(
    "Subject: Gr\xfc\xdfe",
    "Content-Type: text/plain; charset=iso-8859-1",
    "",
    "x",
  );
  assert.equal(western.subject, "Grüße");
  assert.equal((await read("Subject: Gr\xfc\xdfe", "", "x")).subject, "Grüße");
  assert.equal((await read(`Subject: ${utf8("Grüße")}`, "", "x")).subject, "Grüße");
});

Deno.test("encoded words in uncommon charsets are read", async () => {
  const words: Record<string, string> = {
    "=?utf-7?Q?M+APw-ller?=": "Müller",
    "=?us-ascii?Q?M=C3=BCller?=": "Müller",
    [`=?iso-2022-kr?B?${btoa("\x1b$)C\x0e\x3e\x48\x33\x67\x0f")}?=`]: "안녕",
    "=?mac-roman?Q?M=9Fller?=": "Müller",
    "=?x-unknown?Q?M=FCller?=": "Müller",
    "=?iso-8859-1*de?Q?M=FCller?=": "Müller",
  };
  for (const [word, text] of Object.entries(words)) {
    assert.equal((await read(`Subject: ${word}`, "", "x")).subject, text, word);
  }
});
