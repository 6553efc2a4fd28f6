import assert from "node:assert/strict";
import { undoEncoding } from "./left_encoding.ts";

Deno.test("quoted-printable that was left in a text is undone", () => {
  assert.equal(
    undoEncoding(
      "Review the programs (attached to the Election Form) before y=\nou=20\nmake it. =20",
    ),
    "Review the programs (attached to the Election Form) before you \nmake it.  ",
  );
  assert.equal(undoEncoding("K=C3=B6nnen Sie bis morgen kommen?"), "Können Sie bis morgen kommen?");
  assert.equal(undoEncoding("Die T=FCr ist gr=FCn.=20\nDanke"), "Die Tür ist grün. \nDanke");
  assert.equal(undoEncoding("We=01,d like to begin.=20\n=20\nAna"), "We’d like to begin. \n \nAna");
});

Deno.test("base64 that was left in a text is undone", () => {
  const said =
    "Please call me tomorrow, our shop is closed and we need the oven. Thank you, Ana Ruiz.";
  const encoded = btoa(said).replace(/(.{76})/g, "$1\n");
  assert.equal(undoEncoding(encoded), said);
  assert.equal(undoEncoding(`${encoded}\nRegards`), `${encoded}\nRegards`);
});

Deno.test("equals signs that escape nothing stay", () => {
  for (
    const text of [
      "https://tools.corp.example/auth/link.asp?ID=000000000008582&Next=20&Page=\nApproval",
      "int total =\n  20;\nint rest = 40;",
      "width=20 height=40",
      "See https://x.example/a?b=C3=B6 and https://x.example/a?b=20\nThanks",
      "=====\nA=20\n=====",
      "Deliveries: a=40, b=20\n",
      "timeout=20\nretries=20\nport=8080",
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzZz0y3x4v8k2J7n1qWc5T9mXo4s6Hd",
      "",
    ]
  ) assert.equal(undoEncoding(text), text);
});

Deno.test("an encoding is undone in time linear in the text", () => {
  for (const piece of ["=20", "=\n", "=C3=B6", "a=20\n", "QUJD", "= "]) {
    const startedAt = performance.now();
    undoEncoding(piece.repeat(65_536 / piece.length));
    assert.ok(performance.now() - startedAt < 2_000, piece);
  }
});
