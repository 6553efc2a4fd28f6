import assert from "node:assert/strict";
import { readDates } from "../../testing/read_dates.ts";
import { NO_SIGNALS, readOrder } from "./date_order.ts";

const ZONES = {
  london: "Tue, 24 Nov 2026 10:00:00 +0100",
  delhi: "Tue, 24 Nov 2026 10:00:00 +0530",
  sydney: "Tue, 24 Nov 2026 10:00:00 +1100",
  newYork: "Tue, 24 Nov 2026 10:00:00 -0500",
  california: "Tue, 24 Nov 2026 10:00:00 PST",
  saoPaulo: "Tue, 24 Nov 2026 10:00:00 -0300",
  server: "Tue, 24 Nov 2026 10:00:00 +0000",
};

Deno.test("the country of the sender's address tells day from month", () => {
  const read = (fromEmail: string) => readDates("Please reply by 3/4/2027.", "en", { fromEmail });
  for (const domain of ["shop.co.uk", "shop.ie", "shop.com.au", "shop.in", "shop.de", "shop.eu"]) {
    assert.deepEqual(read(`ann@${domain}`), ["3/4/2027 = 2027-04-03"], domain);
  }
  for (const domain of ["shop.us", "state.ny.gov", "mit.edu"]) {
    assert.deepEqual(read(`ann@${domain}`), ["3/4/2027 = 2027-03-04"], domain);
  }
  for (const domain of ["shop.com", "shop.org", "shop.ca", "shop.io", "shop.ai", "shop.jp"]) {
    assert.deepEqual(read(`ann@${domain}`), ["3/4/2027 = null"], domain);
  }
});

Deno.test("so does the zone of the Date field, which servers set to UTC", () => {
  const read = (dateField: string) =>
    readDates("by 3/4/2027", "en", { fromEmail: "ann@shop.com", dateField });
  for (const zone of [ZONES.london, ZONES.delhi, ZONES.sydney, ZONES.saoPaulo]) {
    assert.deepEqual(read(zone), ["3/4/2027 = 2027-04-03"], zone);
  }
  for (const zone of [ZONES.newYork, ZONES.california]) {
    assert.deepEqual(read(zone), ["3/4/2027 = 2027-03-04"], zone);
  }
  assert.deepEqual(read(ZONES.server), ["3/4/2027 = null"]);
});

Deno.test("the country says more than the zone, and a date with one reading more than both", () => {
  const signals = { fromEmail: "ann@shop.co.uk", dateField: ZONES.newYork };
  assert.deepEqual(readDates("by 3/4/2027", "en", signals), ["3/4/2027 = 2027-04-03"]);
  assert.deepEqual(readDates("from 3/4/2027 until 4/25/2027", "en", signals), [
    "3/4/2027 until 4/25/2027 = 2027-03-04/2027-04-25",
  ]);
});

Deno.test("dates of both orders in one text tell nothing", () => {
  assert.equal(readOrder("25/4/2027 and 4/25/2027", "en", NO_SIGNALS), null);
});

Deno.test("the quoted thread tells where nothing else does", () => {
  const thread = "by 3/4/2027\n> We met on 25/01/2027.";
  assert.deepEqual(readDates("by 3/4/2027", "en", { thread }), ["3/4/2027 = 2027-04-03"]);
});

Deno.test("a weekday tells which figure is the day", () => {
  assert.deepEqual(readDates("on Friday 5/3/2027"), ["Friday 5/3/2027 = 2027-03-05"]);
  assert.deepEqual(readDates("on Monday, 5/3/2027"), ["Monday, 5/3/2027 = 2027-05-03"]);
  assert.deepEqual(readDates("on Thursday 5/3/2027"), ["Thursday 5/3/2027 = null"]);
});

Deno.test("figures with one reading need no sign", () => {
  assert.deepEqual(readDates("on 25/3/2027, 3/25/2027, 4/4/2027, 2027-03-04"), [
    "25/3/2027 = 2027-03-25",
    "3/25/2027 = 2027-03-25",
    "4/4/2027 = 2027-04-04",
    "2027-03-04 = 2027-03-04",
  ]);
});

Deno.test("outside of English the day comes first", () => {
  for (const language of ["de", "es", "fr", "it", "nl", "pt", "pl", "sv"]) {
    assert.deepEqual(readDates("5/3/2027", language), ["5/3/2027 = 2027-03-05"], language);
  }
  for (const language of ["ja", "ko", "zh", "hu"]) {
    assert.deepEqual(readDates("5/3/2027", language), ["5/3/2027 = null"], language);
  }
});
