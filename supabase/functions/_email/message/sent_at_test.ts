import assert from "node:assert/strict";
import { readReceivedAt } from "./sent_at.ts";

const NOW = new Date("2026-11-25T08:00:00.000Z");
const NINE = "2026-11-24T09:00:00.000Z";

const WRITTEN = [
  "Tue, 24 Nov 2026 10:00:00 CET",
  "Tue, 24 Nov 2026 10:00:00 (CET)",
  "Tue, 24 Nov 2026 10:00:00 MEZ",
  "Tue, 24 Nov 2026 11:00:00 EET",
  "Tue Nov 24 10:00:00 CET 2026",
  "Tue, 24 Nov 2026 18:00:00 JST",
  "Tue, 24 Nov 2026 20:00:00 AEDT (Sydney)",
  "Tue, 24 Nov 2026 04:00:00 EST",
  "24 Nov 2026 10:00 MET",
  "Tue, 24 Nov 2026 10:00:00 +0100 (CET)",
  "Tue, 24 Nov 2026 09:00:00",
  "24.11.2026 10:00:00 +0100",
  "24 Nov 2026 10.00.00 +0100",
  "Tue, 24 Nov 2026 09:00:00 Europe/Lisbon",
  "Di, 24.11.2026, 10:00 CET",
  "Di., 24 Nov 2026 10:00:00 +0100",
  "mar., 24 nov. 2026 10:00:00 +0100",
  "martes, 24 de noviembre de 2026 10:00:00 +0100",
];
for (const written of WRITTEN) {
  Deno.test(`"${written}" is 9 o'clock in UTC`, () => {
    assert.equal(readReceivedAt(written, NOW), NINE);
  });
}

Deno.test("months are read in seven languages", () => {
  for (
    const [written, month] of [
      ["Mi, 14 Okt 2026 09:00:00 +0000", "10"],
      ["lun, 14 sept 2026 09:00:00 +0000", "09"],
      ["mié, 14 ene 2026 09:00:00 +0000", "01"],
      ["gio, 14 mag 2026 09:00:00 +0000", "05"],
      ["wo 14 mrt 2026 09:00:00 +0000", "03"],
      ["qui, 14 fev 2026 09:00:00 +0000", "02"],
      ["14 juillet 2026 09:00:00 +0000", "07"],
      ["14 juin 2026 09:00:00 +0000", "06"],
      ["14. Dez. 2025 09:00:00 +0000", "12"],
    ] as const
  ) assert.match(readReceivedAt(written, NOW), new RegExp(`^202[56]-${month}-14T09:00`), written);
});

const HOPS = [
  "from a by b with SMTP id x; Tue, 24 Nov 2026 10:00:07 +0100 (CET)",
  "from c by a; Tue, 24 Nov 2026 09:00:00 +0000",
];
for (
  const written of [
    undefined,
    "yesterday",
    "Mon, 1 Jan 1970 00:00:00 +0000",
    "Tue, 24 Nov 2099 10:00:00 +0000",
    "mar., 24 de noviembre 10:00",
  ]
) {
  Deno.test(`the time of the last server stands in for "${written}"`, () => {
    assert.equal(readReceivedAt(written, NOW, HOPS), "2026-11-24T09:00:07.000Z");
    assert.equal(readReceivedAt(written, NOW, ["no date", "by b; later"]), NOW.toISOString());
  });
}

Deno.test("a zone that is not known is told by the first server", () => {
  assert.equal(readReceivedAt("Tue, 24 Nov 2026 14:30:00 IST", NOW, HOPS), NINE);
  assert.equal(readReceivedAt("Tue, 24 Nov 2026 14:30:00", NOW, HOPS), NINE);
  assert.equal(
    readReceivedAt("Tue, 10 Nov 2026 14:30:00 IST", NOW, HOPS),
    "2026-11-10T14:30:00.000Z",
  );
});
