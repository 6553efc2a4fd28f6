/**
 * The SQL editor of the Supabase dashboard refuses a query above 0.98 MB, and its server a request
 * of about 1 MB, in which a line break takes two bytes. Room is left for what is around the text.
 */
const MOST_BYTES = 900_000;

/**
 * Splits a list, in its order, into as few parts as possible, about equal in size.
 * @param measure bytes of an item in a request
 * @example splitEvenly([1, 2, 3], (size) => size) // [[1, 2, 3]]
 */
export function splitEvenly<Item>(
  items: readonly Item[],
  measure: (item: Item) => number,
  most = MOST_BYTES,
): Item[][] {
  const sizes = items.map(measure);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const count = Math.max(1, Math.ceil(total / most));
  const parts = Array.from({ length: count }, (): Item[] => []);
  let before = 0;
  for (const [index, item] of items.entries()) {
    const middle = before + (sizes[index] ?? 0) / 2;
    parts[Math.min(count - 1, Math.floor(middle * count / total))]?.push(item);
    before += sizes[index] ?? 0;
  }
  return parts;
}
