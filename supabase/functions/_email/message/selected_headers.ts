import { cleanField } from "./clean_field.ts";
import { FIELD_LIMITS } from "./stored_email.ts";

/** The fields that tell a person's mail from bulk, automatic and bounced mail, or join a thread. */
const SELECTED = new Set([
  "auto-submitted",
  "precedence",
  "list-id",
  "list-unsubscribe",
  "list-post",
  "x-auto-response-suppress",
  "x-autoreply",
  "x-autorespond",
  "return-path",
  "reply-to",
  "in-reply-to",
  "content-type",
  "x-failed-recipients",
  "feedback-id",
]);

/** Keeps the selected fields: names in lower case, the first of a repeated one, ≤ 1,000 characters each. */
export function selectHeaders(
  fields: Iterable<readonly [name: string, value: string]>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [written, value] of fields) {
    const name = written.toLowerCase();
    if (!SELECTED.has(name) || name in kept) continue;
    const cleaned = cleanField(value, FIELD_LIMITS.headerValue);
    if (cleaned !== "") kept[name] = cleaned;
  }
  return kept;
}
