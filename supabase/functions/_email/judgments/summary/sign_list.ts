/** Which signs tell how well a sentence says what its email is about? */
import { type Purpose, PURPOSES } from "./purposes.ts";

const OWN_SIGNS = [
  "first",
  "second",
  "place",
  "begins_paragraph",
  "ends_paragraph",
  "first_of_few",
  "question",
  "first_question",
  "trouble",
  "first_trouble",
  "trouble_beside_praise",
  "nothing_wanted",
  "action",
  "pain",
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

/** Signs that tell more or less by what the email is for. */
export const SIGNS_BY_PURPOSE = [
  "place",
  "begins_paragraph",
  "action",
  "pain",
  "length",
] as const satisfies readonly (typeof OWN_SIGNS)[number][];

/** What is known of a sentence. */
export type SummarySign =
  | (typeof OWN_SIGNS)[number]
  | `${SignByPurpose}_if_${Purpose}`;

type SignByPurpose = (typeof SIGNS_BY_PURPOSE)[number];

/** What each such sign is called beside a purpose. */
export const SIGN_IF = Object.fromEntries(
  SIGNS_BY_PURPOSE.map((sign) => [
    sign,
    Object.fromEntries(PURPOSES.map((purpose) => [purpose, `${sign}_if_${purpose}`])),
  ]),
) as Readonly<Record<SignByPurpose, Readonly<Record<Purpose, SummarySign>>>>;

/** Every sign, in a fixed order; a weight each, see `weights.ts`. */
export const SUMMARY_SIGNS: readonly SummarySign[] = [
  ...OWN_SIGNS,
  ...SIGNS_BY_PURPOSE.flatMap((sign) => PURPOSES.map((purpose) => SIGN_IF[sign][purpose])),
];

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
