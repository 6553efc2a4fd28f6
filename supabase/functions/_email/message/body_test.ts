import assert from "node:assert/strict";
import { readBody } from "./body.ts";

Deno.test("the text part comes before the HTML part", () => {
  const body = readBody("Hello\nAda\n", "<p>Hello <b>Ada</b></p>");
  assert.deepEqual(body, {
    bodyText: "Hello\nAda",
    bodyHtml: "<p>Hello <b>Ada</b></p>",
    snippet: "Hello Ada",
  });
});

Deno.test("without text the text of the HTML is kept, hidden text left out", () => {
  const body = readBody(" \n", '<p>Hello</p><p style="display:none">secret</p>');
  assert.match(body.bodyText ?? "", /^Hello$/);
  assert.equal(body.snippet, "Hello");
});

Deno.test("no content at all is null, not an empty text", () => {
  assert.deepEqual(readBody(undefined, "<p> </p>"), {
    bodyText: null,
    bodyHtml: "<p> </p>",
    snippet: "",
  });
  assert.deepEqual(readBody("\n", undefined), { bodyText: null, bodyHtml: null, snippet: "" });
});

Deno.test("HTML over 256 kB is not kept, counted in bytes", () => {
  const atLimit = "<p>" + "x".repeat(262_144 - 3);
  assert.equal(readBody("t", atLimit).bodyHtml, atLimit);
  assert.equal(readBody("t", atLimit + "x").bodyHtml, null);
  assert.equal(readBody("t", "ä".repeat(131_073)).bodyHtml, null);
});

Deno.test("NUL and lone surrogates reach no column", () => {
  const body = readBody("a\0b \ud800", "<p>a\0b \udfff</p>");
  for (const text of [body.bodyText, body.bodyHtml, body.snippet]) {
    assert.ok(text?.isWellFormed());
    assert.ok(!text?.includes("\0"));
  }
});

Deno.test("the snippet is the first 200 characters on one line", () => {
  assert.equal(readBody("word\n".repeat(100), undefined).snippet, "word ".repeat(40).trim());
});
