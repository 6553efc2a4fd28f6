/** What stands in for the newest text, where the sender wrote none. */
export const INSTEAD = [
  "forwarded_email",
  "quoted_email",
  "form",
  "memo",
  "signature",
  "invitation",
  "subject",
] as const;
export type Instead = (typeof INSTEAD)[number];
