/** Every reason a record may give for its urgency, the strongest first. */
export const URGENCY_REASONS = [
  "harm_now",
  "consequence_within_a_day",
  "deadline_within_two_working_days",
  "work_stands_still",
  "last_warning",
  "said_urgent",
  "reads_as_urgent",
  "deadline_later",
  "something_asked",
  "no_hurry",
  "cold_offer",
  "looks_like_fraud",
  "nothing_asked",
  "mass_mail",
] as const;
export type UrgencyReasonName = (typeof URGENCY_REASONS)[number];
