import { deepEqual, throws } from "node:assert/strict";
import { chooseVersions } from "./versions.ts";

const NOW = new Date("2026-03-01T23:59:58.700Z");

Deno.test("versions begin now, a second apart, and go on over midnight", () => {
  deepEqual(chooseVersions(3, [], NOW), ["20260301235958", "20260301235959", "20260302000000"]);
  deepEqual(chooseVersions(1, ["20250101000000", "001"], NOW), ["20260301235958"]);
  deepEqual(chooseVersions(0, [], NOW), []);
});

Deno.test("versions follow one that lies in the future", () => {
  deepEqual(chooseVersions(2, ["20271231235959", "20250101000000"], NOW), [
    "20280101000000",
    "20280101000001",
  ]);
});

Deno.test("a version of the year 9999 is named instead of one that would sort before it", () => {
  throws(() => chooseVersions(1, ["99991231235959"], NOW), /after the version 99991231235959/);
});
