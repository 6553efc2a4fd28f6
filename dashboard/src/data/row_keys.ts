/** `j` and `k` move the focus over the rows of the page, as in many lists. */
import type { KeyActs } from "./keys.ts";

/** Links that stand for rows. */
const ROWS = "[data-rows] :is(li, td) > a[href]:first-of-type";

export const ROW_KEYS: KeyActs = {
  j: { words: "Next row", act: () => moveFocus(1) },
  k: { words: "Row before", act: () => moveFocus(-1) },
  "[Shift]+/": {
    words: "Filter",
    act: () => document.querySelector<HTMLElement>("[data-filter]")?.focus(),
  },
};

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[next]?.focus();
}
