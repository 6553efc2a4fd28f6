/** A number of a report with its unit, as people read it. */
import { money } from "../../words.ts";

/**
 * @returns a dash when the number is missing
 * @example formatNumber(1200, "usd") // "$1,200.00"
 */
export function formatNumber(
  value: number | string | null | undefined,
  unit: string | null | undefined,
): string {
  if (value === null || value === undefined) return "–";
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  if (unit === "usd") return money(number);
  if (unit === "minutes") return `${number.toLocaleString("en-US")} min`;
  return number.toLocaleString("en-US");
}
