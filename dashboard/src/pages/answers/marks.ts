/** Cuts a text at the places of its facts, so that marks can be drawn without HTML of the email. */
import type { Evidence } from "./shapes.ts";

/** A piece of text with the facts that cover it. */
export interface Piece {
  readonly text: string;
  readonly fields: readonly string[];
  /** Places of the facts in the list that was given, the shortest fact first. */
  readonly facts: readonly number[];
}

/** The name of a fact in addresses: its field, and its place among several. */
export function nameFact({ field, item }: Pick<Evidence, "field" | "item">): string {
  return item === null || item === undefined ? field : `${field}.${item}`;
}

/**
 * Pieces in their order; together they are the whole text.
 * @param source which text of the email it is
 * @param evidence places count characters (code points), not UTF-16 units. Places outside of the
 * text are left out, marks may nest and overlap.
 */
export function cutIntoPieces(
  text: string,
  evidence: readonly Evidence[],
  source: "body_text" | "subject" = "body_text",
): Piece[] {
  const characters = Array.from(text);
  const places = evidence.filter((place) =>
    place.source === source && place.start >= 0 && place.end <= characters.length &&
    place.start < place.end
  );
  const borders = [
    ...new Set([
      0,
      characters.length,
      ...places.flatMap(({ start, end }) => [
        start,
        end,
      ]),
    ]),
  ].toSorted((a, b) => a - b);
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0;
    const covering = places.filter((place) => place.start <= start && place.end >= end)
      .toSorted((a, b) => a.end - a.start - b.end + b.start);
    return {
      text: characters.slice(start, end).join(""),
      fields: [...new Set(covering.map(({ field }) => field))].toSorted(),
      facts: covering.map((place) => evidence.indexOf(place)),
    };
  });
}
