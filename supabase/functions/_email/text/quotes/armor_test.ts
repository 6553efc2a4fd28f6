import assert from "node:assert/strict";
import { findArmor } from "./armor.ts";

const SIGNATURE = [
  "-----BEGIN PGP SIGNATURE-----",
  "iQEzBAEBCAAdFiEE",
  "-----END PGP SIGNATURE-----",
];

Deno.test("what signs a text is marked, the text is not", () => {
  const lines = [
    "-----BEGIN PGP SIGNED MESSAGE-----",
    "Hash: SHA512",
    "",
    "Hello",
    ...SIGNATURE,
    "Bye",
  ];
  assert.deepEqual(findArmor(lines), [true, true, false, false, true, true, true, false]);
});

Deno.test("a signature without an end hides nothing", () => {
  const lines = ["Hello", "-----BEGIN PGP SIGNATURE-----", "The server is down."];
  assert.deepEqual(findArmor(lines), [false, false, false]);
  assert.deepEqual(findArmor([...SIGNATURE, ...lines]), [true, true, true, false, false, false]);
});

Deno.test("a text without a signature has none", () => {
  assert.equal(findArmor(["Hello", "-----"]), null);
});
