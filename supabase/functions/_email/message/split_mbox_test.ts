import assert from "node:assert/strict";
import fc from "fast-check";
import { createMboxSplitter, splitMbox } from "./split_mbox.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const split = (text: string) => [...splitMbox(encode(text))].map(decode);

const SEPARATOR = "From ada@example.com Mon Nov  9 10:30:00 2026\n";

Deno.test("every message comes out without its separator", () => {
  assert.deepEqual(split(`${SEPARATOR}Subject: a\n\none\n\n${SEPARATOR}Subject: b\n\ntwo\n`), [
    "Subject: a\n\none\n\n",
    "Subject: b\n\ntwo\n",
  ]);
});

Deno.test("quoted From lines lose one mark, also where there were several", () => {
  assert.deepEqual(split(`${SEPARATOR}Subject: a\n\n>From here\n>>From there\n> From afar\n`), [
    "Subject: a\n\nFrom here\n>From there\n> From afar\n",
  ]);
});

Deno.test("a sentence that begins with From ends no message", () => {
  const message =
    "Subject: a\n\nFrom Monday on we open later.\n\nFrom 9 we are there.\nFrom you at 10:30.\n";
  assert.deepEqual(split(SEPARATOR + message), [message]);
});

Deno.test("a dated separator above a header needs no empty line above it", () => {
  assert.deepEqual(split(`${SEPARATOR}Subject: a\n\none\n${SEPARATOR}Subject: b\n\ntwo\n`), [
    "Subject: a\n\none\n",
    "Subject: b\n\ntwo\n",
  ]);
  const message = "Subject: a\n\none\nFrom Mon Nov  9 10:30 on we open.\nSubject: to change\n";
  assert.deepEqual(split(SEPARATOR + message), [message]);
});

Deno.test("a file of one message without separator is that message", () => {
  assert.deepEqual(split("Subject: a\r\n\r\nhi"), ["Subject: a\r\n\r\nhi"]);
  assert.deepEqual(split("\n\n"), []);
});

Deno.test("messages are the same however the file is cut into pieces", () => {
  const line = fc.constantFrom(
    SEPARATOR,
    "\n",
    "Subject: x\n",
    ">From a\n",
    "text\r\n",
    "\r\n",
    "x",
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (lines, size) => {
        const file = encode(lines.join(""));
        const splitter = createMboxSplitter();
        const messages: Uint8Array[] = [];
        for (let at = 0; at < file.length; at += size) {
          messages.push(...splitter.push(file.slice(at, at + size)));
        }
        messages.push(...splitter.end());
        assert.deepEqual(messages.map(decode), [...splitMbox(file)].map(decode));
      },
    ),
  );
});

for (
  const [what, piece, count] of [
    ["empty lines", "\n", 0],
    ["lines of one letter", "a\n", 1],
    ["quoted From lines", ">From \n", 1],
    ["messages of one letter", "From a 1:00\na\n\n\n", 125_000],
  ] as const
) {
  Deno.test(`a file of ${what} takes no more memory than a few times its bytes`, () => {
    const file = encode(piece.repeat(2_000_000 / piece.length));
    // What is kept of every line would be counted here: some hundred bytes on the heap. Messages
    // that nobody keeps may wait for the garbage collector.
    const before = Deno.memoryUsage().heapUsed;
    let messages = 0;
    for (const _message of splitMbox(file)) messages++;
    const grown = Deno.memoryUsage().heapUsed - before;
    assert.equal(messages, count);
    assert.ok(grown < 24 * file.length, `${grown} bytes`);
  });
}

Deno.test("separators without a time count where a header follows, in pieces of any size", () => {
  const file =
    "From - \nX-Mozilla-Status: 0001\nSubject: a\n\none\n\nFrom -\nFrom: b@x.example\n\n" +
    "From here on\nSubject: to change, we\n\nFrom nowhere\ntwo\n\nFrom c@x.example\r\nReturn-Path: <c>\n\nthree\n";
  const bytes = new TextEncoder().encode(file);
  for (const size of [1, 2, 7, 20, 1_000]) {
    const splitter = createMboxSplitter();
    const messages: string[] = [];
    const keep = (found: Iterable<Uint8Array>) => {
      for (const each of found) messages.push(new TextDecoder().decode(each));
    };
    for (let at = 0; at < bytes.length; at += size) {
      keep(splitter.push(bytes.subarray(at, at + size)));
    }
    keep(splitter.end());
    assert.equal(messages.length, 3, `in pieces of ${size}`);
    assert.match(messages[1] ?? "", /From here on[\s\S]*From nowhere\ntwo/);
  }
});
