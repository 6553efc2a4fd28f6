/** Which answers are old: those that follow something that has changed. */
import type { QueryClient } from "@tanstack/query-core";

/** What a change is of; a question follows those that its answer depends on. */
export const MARKS = ["tasks", "slots", "emails", "money"] as const;
export type Mark = (typeof MARKS)[number];

/** Asks again what follows a mark that has moved; what is not on the page waits until it is. */
export function refreshMoved(
  client: QueryClient,
  before: Readonly<Record<Mark, string>> | undefined,
  after: Readonly<Record<Mark, string>>,
): void {
  const moved = MARKS.filter((mark) => before !== undefined && before[mark] !== after[mark]);
  if (moved.length === 0) return;
  client.invalidateQueries({
    predicate: ({ meta }) => moved.some((mark) => followsOf(meta).includes(mark)),
  });
}

function followsOf(meta: Readonly<Record<string, unknown>> | undefined): readonly unknown[] {
  const follows = meta?.["follows"];
  return Array.isArray(follows) ? follows : [];
}
