import assert from "node:assert/strict";
import { isInvisible, readBackground, readColor } from "./color.ts";

Deno.test("a color is read however email writes it; what is none is unknown", () => {
  const colors = [
    "white",
    "#fff",
    "ffffff",
    "rgb(255, 255, 255)",
    "rgba(255 255 255 / 1)",
    "#ffff",
    "#ffffffff",
    "rgb(100% 100% 100%)",
    "hsl(0, 0%, 100%)",
    "hsla(120deg 50% 100% / 90%)",
  ];
  for (const written of colors) assert.equal(readColor(written), 0xffffff, written);
  for (const written of ["rgba(0, 0, 0, 0)", "#0000", "#ffffff00", "hsl(0 0% 0% / 5%)"]) {
    assert.equal(readColor(written), "transparent", written);
  }
  assert.equal(readColor("hsl(240, 100%, 25%)"), readColor("navy"));
  assert.equal(readColor("hsl(0.5turn 100% 50%)"), readColor("aqua"));
  // Names that every object of JavaScript has are no colors either.
  for (const written of ["constructor", "tostring", "__proto__", "var(--x)", "#ff", "ffff", ""]) {
    assert.equal(readColor(written), "unknown", written);
  }
});

Deno.test("a picture behind the text leaves its color unknown; no declaration says nothing", () => {
  assert.equal(readBackground("#000", undefined, "url(a.png)"), "unknown");
  assert.equal(readBackground("#000", "none", undefined), 0);
  assert.equal(readBackground(undefined, "transparent", "none"), null);
  assert.equal(readBackground(undefined, undefined, undefined), null);
});

Deno.test("text disappears on a color that the eye cannot tell from its own", () => {
  assert.ok(isInvisible(0xffffff, 0xf9f9f9));
  assert.ok(isInvisible("transparent", "unknown"));
  assert.ok(!isInvisible(0xffffff, 0xf0f0f0));
  assert.ok(!isInvisible("unknown", 0xffffff));
});
