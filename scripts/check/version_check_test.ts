import { deepEqual, equal } from "node:assert/strict";
import { findDifference, replaceVersion, spellForPython } from "./version_check.ts";

const PLACE = {
  file: "packages/client/package.json",
  pattern: /^ {2}"version": "([^"]*)"/m,
  isWritten: true,
};
const text = (version: string) => `{\n  "name": "client",\n  "version": "${version}"\n}\n`;

Deno.test("a place that repeats the version has nothing to correct", () => {
  deepEqual(findDifference("0.1.0", PLACE, text("0.1.0")), []);
});

Deno.test("another version is found with its line, and so is a place without one", () => {
  deepEqual(findDifference("0.1.0", PLACE, text("0.1.0-rc.1")), [{
    file: PLACE.file,
    line: 3,
    message: "says 0.1.0-rc.1, and deno.json says 0.1.0; run `deno task ok --write version`",
  }]);
  for (const other of [undefined, "{}"]) {
    deepEqual(findDifference("0.1.0", { ...PLACE, isWritten: false }, other), [{
      file: PLACE.file,
      message: "names no version, and deno.json says 0.1.0",
    }]);
  }
});

Deno.test("only the version is written, whatever else the line says", () => {
  equal(replaceVersion(text("0.1.0"), PLACE.pattern, "1.2.3-rc.4"), text("1.2.3-rc.4"));
});

Deno.test("a Python module spells a candidate as its packages do", () => {
  equal(spellForPython("0.1.0-rc.12"), "0.1.0rc12");
  equal(spellForPython("0.1.0"), "0.1.0");
});
