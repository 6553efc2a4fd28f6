import assert from "node:assert/strict";
import { deriveMessageId, readMessageId } from "./message_ids.ts";

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
