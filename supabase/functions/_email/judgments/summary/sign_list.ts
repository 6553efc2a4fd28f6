/** Which signs tell how well a sentence says what its email is about? */

/** Every sign, in a fixed order; a weight each, see `weights.ts`. */
export const SUMMARY_SIGNS = [
  "first",
  "second",
  "third",
  "place",
  "last",
  "first_of_few",
  "question",
  "first_question",
  "request",
  "first_request",
  "trouble",
  "first_trouble",
  "question_beside_trouble",
  "trouble_is_matter",
  "trouble_beside_praise",
  "nothing_wanted",
  "mailing_first",
  "mailing_place",
  "mailing_asks",
  "mailing_orders",
  "shares_subject",
  "tells_subject",
  "is_subject",
  "says_intent",
  "says_intent_twice",
  "shows_intent",
  "shares_others",
  "says_past",
  "presents",
  "names_date",
  "names_amount",
  "has_link",
  "of_sender",
  "of_reader",
  "is_fragment",
  "begins_small",
  "points_elsewhere",
  "is_polite",
  "apologizes",
  "is_condition",
  "declines_answer",
  "is_aside",
  "is_background",
  "calls_to_act",
  "has_no_end",
  "goes_on",
  "continues",
  "announces",
  "length",
  "length_squared",
  "too_long",
  "is_cut",
] as const;
/** What is known of a sentence. */
export type SummarySign = (typeof SUMMARY_SIGNS)[number];

/** The signs of a sentence; those that it does not show are left out. */
export type SummarySigns = ReadonlyMap<SummarySign, number>;

/** The signs of a sentence under way. */
export type MarkedSigns = Map<SummarySign, number>;

/** Adds the signs that hold; one without a degree counts once. */
export function mark(
  signs: MarkedSigns,
  shown: Readonly<Partial<Record<SummarySign, boolean | number>>>,
): void {
  let sign: SummarySign;
  // Without a list of entries, which would be made for every sentence.
  for (sign in shown) {
    const value = shown[sign] ?? false;
    if (value !== false && value !== 0) signs.set(sign, Number(value));
  }
}
