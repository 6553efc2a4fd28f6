import {
  type MailZones,
  splitZones,
} from "../../../supabase/functions/_email/text/quotes/newest_text.ts";

/**
 * The text before the first line that is older, signature included: what corpora that label the
 * headers of older messages call the newest message.
 */
export function cutAtOlderLine(text: string): string {
  return cutWhereZonesEnd(text, splitZones(text));
}

/** The lines of a text before the first filled one that is in no zone. */
export function cutWhereZonesEnd(text: string, { newest, signature }: MailZones): string {
  const lines = text.split("\n");
  const zones = [newest, signature ?? ""].map((zone) => zone.split("\n"));
  const end = lines.findIndex((line, at) =>
    line.trim() !== "" && zones.every((zone) => (zone[at] ?? "").trim() === "")
  );
  return lines.slice(0, end < 0 ? lines.length : end).join("\n");
}
