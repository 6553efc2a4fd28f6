/** The frame of a table that may be wider than the window: it scrolls, by the keyboard, too. */
import type { ComponentChildren } from "preact";

export function WideTable({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="wide" role="group" aria-label="Table" tabIndex={0}>
      {children}
    </div>
  );
}
