import { deepEqual } from "node:assert/strict";
import { findForeignHosts, findRealNumbers } from "./testing/gold_names.ts";
import { GOLD_LANGUAGES, readGoldSet } from "./gold_set.ts";

Deno.test("hosts that are not reserved for examples are found", () => {
  deepEqual(findForeignHosts("a@mail.example b@example.org https://www.shop.test/x"), []);
  deepEqual(findForeignHosts("a@firm.com, https://www.shop.net/x www.notexample.org"), [
    "firm.com",
    "www.shop.net",
    "www.notexample.org",
  ]);
});

Deno.test("telephone numbers that could ring are found", () => {
  const fictional = "+44 20 7946 0123, 07700 900123, (212) 555-0199, 0172 9968532, 01 99 00 12 34";
  deepEqual(findRealNumbers(fictional), []);
  deepEqual(findRealNumbers("020 7123 4567, (212) 555-2199 or +34 600 123 456"), [
    "020 7123 4567",
    "(212) 555-2199",
    "+34 600 123 456",
  ]);
});

Deno.test("the gold set names reserved hosts and numbers kept free for fiction only", async () => {
  const mails = [
    ...await readGoldSet("dev"),
    ...await readGoldSet(GOLD_LANGUAGES),
    ...await readGoldSet("test"),
  ];
  deepEqual(
    mails.flatMap(({ name, raw, bodyText, bodyHtml }) => {
      const head = new TextDecoder().decode(raw).split("\n\n", 1)[0] ?? "";
      const body = bodyText ?? "";
      const found = [
        ...findForeignHosts(`${head}\n${body}\n${bodyHtml ?? ""}`),
        ...findRealNumbers(body),
      ];
      return found.map((value) => `${name}: ${value}`);
    }),
    [],
  );
});
