/** Says that a list has changed behind what is shown. */
import type { HeldRows } from "../data/held_rows.ts";

export function NewRows({ held }: { readonly held: HeldRows<unknown> }) {
  const isChanged = held.fresh > 0 || held.isStale;
  return (
    <p class="new-rows" role="status">
      {isChanged && (
        <button type="button" onClick={held.show}>
          {held.fresh > 0 ? `${held.fresh} new` : "The list has changed"}
        </button>
      )}
    </p>
  );
}
