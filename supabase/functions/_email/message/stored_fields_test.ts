import assert from "node:assert/strict";
import { addressParser } from "postal-mime";
import {
  cleanField,
  cutText,
  deriveMessageId,
  listAddresses,
  readBody,
  readMessageId,
  readSender,
  selectHeaders,
} from "./stored_fields.ts";
import { readReceivedAt } from "./sent_at.ts";

Deno.test("addresses are lower case, each once, groups opened, rubbish left out", () => {
  const field = "Ada <Ada@Example.com>, team: bo@example.com, ADA@example.com;, no address, <>";
  assert.deepEqual(listAddresses(addressParser(field)), ["ada@example.com", "bo@example.com"]);
});

Deno.test("at most 100 addresses are kept", () => {
  const field = Array.from({ length: 150 }, (_, index) => `u${index}@example.com`).join(", ");
  assert.equal(listAddresses(addressParser(field)).length, 100);
});

Deno.test("an address over 320 characters is left out", () => {
  const domain = "@example.com";
  const longest = "x".repeat(320 - domain.length) + domain;
  assert.deepEqual(listAddresses([{ name: "", address: longest }]), [longest]);
  assert.deepEqual(listAddresses([{ name: "", address: `x${longest}` }]), []);
});

Deno.test("a sender has an address and a name, or null for what is missing", () => {
  const [full, bare, empty] = ["Ada Example <ada@example.com>", "ada@example.com", "<>"]
    .map((field) => readSender(addressParser(field)[0]));
  assert.deepEqual(full, { fromEmail: "ada@example.com", fromName: "Ada Example" });
  assert.deepEqual(bare, { fromEmail: "ada@example.com", fromName: null });
  assert.deepEqual(empty, { fromEmail: null, fromName: null });
  assert.deepEqual(readSender(undefined), { fromEmail: null, fromName: null });
});

Deno.test("a sender is found where a name has signs that need quotes and has none", () => {
  for (
    const [written, fromName] of [
      ["Ruiz, Ana <ana@x.example>", "Ruiz, Ana"],
      ["Ana Ruiz, ana@x.example", "Ana Ruiz"],
      ["=?utf-8?Q?Ru=C3=ADz,_Ana?= <ana@x.example>", "Ruíz, Ana"],
      ['"Ana Ruiz <ana@x.example>', "Ana Ruiz"],
      ["Shop: Ruiz; <ana@x.example>", "Shop: Ruiz"],
      ["Ana <mailto:ana@x.example>", "Ana"],
    ] as const
  ) {
    const sender = readSender(addressParser(written)[0], written);
    assert.deepEqual(sender, { fromEmail: "ana@x.example", fromName }, written);
  }
});

Deno.test("a field becomes one line without control characters", () => {
  assert.equal(cleanField(" Invoice\r\n\t 4711\0 due\u2028now ", 100), "Invoice 4711 due now");
});

Deno.test("a cut never leaves half of a surrogate pair", () => {
  assert.equal(cutText("ab😀", 3), "ab");
  assert.equal(cutText("ab😀", 4), "ab😀");
  assert.equal(cleanField("😀".repeat(1_000), 5), "😀😀");
});

Deno.test("a lone surrogate becomes the replacement character", () => {
  assert.equal(cleanField("a\ud800b", 10), "a\ufffdb");
});

for (
  const [field, id] of [
    ["<a1@mail.example>", "a1@mail.example"],
    [" <first@mail.example> <second@mail.example>", "first@mail.example"],
    ["a1@mail.example (comment)", "a1@mail.example"],
    ["<a1@\r\n mail.example>", "a1@mail.example"],
    [`<${"x".repeat(512)}>`, "x".repeat(512)],
    [`<${"x".repeat(513)}>`, undefined],
    ["<>", undefined],
    ["", undefined],
    [undefined, undefined],
  ] as const
) {
  Deno.test(`the id of ${JSON.stringify(field)?.slice(0, 50)} is ${id?.slice(0, 30)}`, () => {
    assert.equal(readMessageId(field), id);
  });
}

Deno.test("a derived id depends on the content alone", () => {
  assert.equal(
    deriveMessageId("abc"),
    "sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad@nightshift.invalid",
  );
  assert.notEqual(deriveMessageId("abc"), deriveMessageId("abd"));
});

const NOW = new Date("2026-11-12T08:00:00.000Z");

for (
  const [field, receivedAt] of [
    ["Mon, 09 Nov 2026 10:30:00 +0200", "2026-11-09T08:30:00.000Z"],
    ["Mon, 9 Nov 2026 10:30 GMT (a comment)", "2026-11-09T10:30:00.000Z"],
    ["Mon, 09 Nov 2026 10:30:00", "2026-11-09T10:30:00.000Z"],
    ["2026-11-09T10:30:00Z", "2026-11-09T10:30:00.000Z"],
    ["Sun, 01 Jan 1995 00:00:00 +0000", "1995-01-01T00:00:00.000Z"],
    ["Fri, 13 Nov 2026 08:00:00 +0000", "2026-11-13T08:00:00.000Z"],
  ] as const
) {
  Deno.test(`the date "${field}" counts`, () => {
    assert.equal(readReceivedAt(field, NOW), receivedAt);
  });
}

for (
  const field of [
    undefined,
    "",
    "yesterday",
    "room 5",
    "Sat, 31 Dec 1994 23:59:59 +0000",
    "Fri, 13 Nov 2026 08:00:01 +0000",
    "Mon, 30 Jun 3609 15:33:50 +0600",
  ]
) {
  Deno.test(`the date ${JSON.stringify(field)} gives way to now`, () => {
    assert.equal(readReceivedAt(field, NOW), NOW.toISOString());
  });
}

Deno.test("selected fields are kept in lower case, the first of a repeated one", () => {
  assert.deepEqual(
    selectHeaders([
      ["List-Id", "Bakers <bakers.example.org>"],
      ["Precedence", "bulk"],
      ["precedence", "list"],
      ["Authorization", "secret"],
      ["Reply-To", "  "],
    ]),
    { "list-id": "Bakers <bakers.example.org>", precedence: "bulk" },
  );
});

Deno.test("a value is cut to 1,000 characters", () => {
  assert.equal(selectHeaders([["Content-Type", "x".repeat(5_000)]])["content-type"]?.length, 1_000);
});

Deno.test("the text part comes before the HTML part", async () => {
  const body = await readBody("Hello\nAda\n", "<p>Hello <b>Ada</b></p>");
  assert.deepEqual(body, {
    bodyText: "Hello\nAda",
    bodyHtml: "<p>Hello <b>Ada</b></p>",
    snippet: "Hello Ada",
  });
});

Deno.test("without text the text of the HTML is kept, hidden text left out", async () => {
  const body = await readBody(" \n", '<p>Hello</p><p style="display:none">secret</p>');
  assert.match(body.bodyText ?? "", /^Hello$/);
  assert.equal(body.snippet, "Hello");
});

Deno.test("no content at all is null, not an empty text", async () => {
  assert.deepEqual(await readBody(undefined, "<p> </p>"), {
    bodyText: null,
    bodyHtml: "<p> </p>",
    snippet: "",
  });
  assert.deepEqual(await readBody("\n", undefined), {
    bodyText: null,
    bodyHtml: null,
    snippet: "",
  });
});

Deno.test("HTML over 256 kB is not kept, counted in bytes", async () => {
  const atLimit = "<p>" + "x".repeat(262_144 - 3);
  assert.equal((await readBody("t", atLimit)).bodyHtml, atLimit);
  assert.equal((await readBody("t", atLimit + "x")).bodyHtml, null);
  assert.equal((await readBody("t", "ä".repeat(131_073))).bodyHtml, null);
});

Deno.test("NUL and lone surrogates reach no column", async () => {
  const body = await readBody("a\0b \ud800", "<p>a\0b \udfff</p>");
  for (const text of [body.bodyText, body.bodyHtml, body.snippet]) {
    assert.ok(text?.isWellFormed());
    assert.ok(!text?.includes("\0"));
  }
});

Deno.test("the snippet is the first 200 characters on one line", async () => {
  assert.equal(
    (await readBody("word\n".repeat(100), undefined)).snippet,
    "word ".repeat(40).trim(),
  );
});
