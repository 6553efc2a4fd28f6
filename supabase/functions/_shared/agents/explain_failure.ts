import { toStorable, toStorableText } from "../database/to_storable.ts";

const MAX_MESSAGE_LENGTH = 10_000;

/**
 * What a row says about an error: its message, with the code and hint that errors of supabase-js
 * have. Never empty, because a failure needs a reason.
 * @param hide takes our secrets out of the text.
 */
export function explainFailure(error: unknown, hide: (text: string) => string): string {
  const message = readSafely(() =>
    typeof error === "object" && error !== null ? describeObject(error) : String(error)
  );
  return hide(toStorableText(message.trim() || "The work failed without a message."))
    .slice(0, MAX_MESSAGE_LENGTH).toWellFormed();
}

/** What was thrown may throw itself when it is looked at. */
export function readSafely(read: () => string): string {
  try {
    return read();
  } catch {
    return "The work threw something that cannot be read.";
  }
}

function describeObject(error: object): string {
  const { message, code, hint } = error as Record<string, unknown>;
  const [text = "", ...others] = [message, code, hint]
    .map((part) => typeof part === "string" ? part.trim() : "");
  const parts = [text, ...others.filter((part) => !text.includes(part))].filter(Boolean);
  if (parts.length > 0 || error instanceof Error) return parts.join(" ");
  return JSON.stringify(toStorable(error).value) ?? "";
}
