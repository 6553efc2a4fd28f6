import assert from "node:assert/strict";
import { cutWhereZonesEnd } from "./newest_text_score.ts";

Deno.test("the newest message ends where a filled line is in no zone, its signature included", () => {
  const text = "Yes.\n\nAna\nOld\nMore";
  const zones = { newest: "Yes.\n\n   \n   \nMore", signature: "    \n\nAna\n   \n    " };
  assert.equal(cutWhereZonesEnd(text, zones), "Yes.\n\nAna");
});

Deno.test("without an older line the newest message is the whole text", () => {
  const text = "Yes.\n\nNo.";
  assert.equal(cutWhereZonesEnd(text, { newest: text, signature: null }), text);
});
