import { capText } from "../html/plain_text.ts";
import { htmlToText } from "../html/html_to_text.ts";
import { cleanField } from "./clean_field.ts";
import { FIELD_LIMITS, type StoredEmail } from "./stored_email.ts";

/**
 * The body columns of a mail: the text as sent, else the text of the HTML; both null when the mail
 * has no content at all.
 */
export function readBody(
  text: string | undefined,
  html: string | undefined,
): Pick<StoredEmail, "bodyText" | "bodyHtml" | "snippet"> {
  const bodyText = textOrNull(capText(text ?? "")) ?? textOrNull(capText(htmlToText(html ?? "")));
  return {
    bodyText,
    bodyHtml: keepHtml(html ?? ""),
    snippet: cleanField(bodyText ?? "", FIELD_LIMITS.snippet),
  };
}

function textOrNull(text: string): string | null {
  const trimmed = text.trimEnd();
  return trimmed.trim() === "" ? null : trimmed;
}

function keepHtml(html: string): string | null {
  const kept = html.replaceAll("\0", "").toWellFormed();
  if (kept.trim() === "" || kept.length > FIELD_LIMITS.htmlBytes) return null;
  return new TextEncoder().encode(kept).length > FIELD_LIMITS.htmlBytes ? null : kept;
}
