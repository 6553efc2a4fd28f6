import assert from "node:assert/strict";
import { holdRows } from "./held_rows.ts";

const row = (id: string, text = id) => ({ id, text });
const hold = (shown: readonly string[], now: readonly { id: string; text: string }[]) => {
  const { rows, ...rest } = holdRows(shown.map((id) => row(id)), now, ({ id }) => id);
  return { rows: rows.map(({ text }) => text), ...rest };
};

Deno.test("new rows wait, and known ones keep their place", () => {
  assert.deepEqual(hold(["a", "b"], [row("x"), row("a"), row("y"), row("b")]), {
    rows: ["a", "b"],
    fresh: 2,
    isStale: false,
  });
});

Deno.test("a known row shows its newest content", () => {
  assert.deepEqual(hold(["a"], [row("a", "changed")]).rows, ["changed"]);
});

Deno.test("a row that is gone stays until the list is shown anew", () => {
  assert.deepEqual(hold(["a", "b"], [row("b")]), { rows: ["a", "b"], fresh: 0, isStale: true });
});

Deno.test("another order is told, and waits", () => {
  assert.deepEqual(hold(["a", "b"], [row("b"), row("a")]), {
    rows: ["a", "b"],
    fresh: 0,
    isStale: true,
  });
});
