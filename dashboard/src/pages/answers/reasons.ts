/** Why an email has its place in the order. */
import type { Answer } from "./shapes.ts";

/** `critical · by tomorrow 12:00 · 201.60 GBP`: no secret score, only what the email says. */
export function listReasons({ urgency, due, money }: Answer): string[] {
  return [
    ...new Set([
      urgency,
      ...(due ? [due.text ?? due.on] : []),
      ...(money ?? []),
    ]),
  ];
}
