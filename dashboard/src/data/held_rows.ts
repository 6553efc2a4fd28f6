/** A list under a reader's eyes: nothing moves until the reader says so. */
import { useState } from "preact/hooks";

/** Rows as they are shown, and what waits behind them. */
export interface HeldRows<Row> {
  readonly rows: readonly Row[];
  /** New rows that are not shown yet. */
  readonly fresh: number;
  /** Something else has changed: rows have gone, or stand in another order. */
  readonly isStale: boolean;
  /** Shows the list as it is now. */
  show(): void;
}

/**
 * The rows that are shown while `now` is what the database has. Known rows keep their place and
 * show their newest content; those that are gone stay as they were.
 */
export function holdRows<Row>(
  shown: readonly Row[],
  now: readonly Row[],
  readKey: (row: Row) => string,
): Omit<HeldRows<Row>, "show"> {
  const newest = new Map(now.map((row) => [readKey(row), row]));
  const known = new Set(shown.map(readKey));
  const fresh = now.filter((row) => !known.has(readKey(row))).length;
  const stayed = now.map(readKey).filter((key) => known.has(key)).join("\n");
  return {
    rows: shown.map((row) => newest.get(readKey(row)) ?? row),
    fresh,
    isStale: stayed !== shown.map(readKey).join("\n"),
  };
}

/** The rows of several pages, none twice: rows move to the next page while others come. */
export function uniteRows<Row>(
  pages: readonly (readonly Row[])[],
  readKey: (row: Row) => string,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of pages.flat()) if (!byKey.has(readKey(row))) byKey.set(readKey(row), row);
  return [...byKey.values()];
}

/**
 * Holds the rows of a list.
 * @param scope another one, such as another tab, filter or own act, shows what is there
 */
export function useHeldRows<Row>(
  now: readonly Row[],
  readKey: (row: Row) => string,
  scope: string,
): HeldRows<Row> {
  const [held, setHeld] = useState({ scope, shown: now });
  const show = () => setHeld({ scope, shown: now });
  // An empty list has nothing that could move.
  if (held.scope !== scope || held.shown.length === 0 && now.length > 0) show();
  const shown = held.scope === scope ? held.shown : now;
  return { ...holdRows(shown, now, readKey), show };
}
