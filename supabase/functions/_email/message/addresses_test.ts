import assert from "node:assert/strict";
import { addressParser } from "postal-mime";
import { listAddresses, readSender } from "./addresses.ts";

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
