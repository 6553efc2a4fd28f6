// deno-lint-ignore-file no-console -- the platform collects what functions write to the console
/** What may stand in a log line: ids, counts, codes. Never email text, never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes one line of JSON: level, message and fields. */
export type Log = (level: "info" | "warn" | "error", message: string, fields?: LogFields) => void;

/** Logs to the console as the platform expects it. */
export const consoleLog: Log = (level, message, fields = {}) => {
  console[level](JSON.stringify({ level, message, ...fields }));
};

/** The chain of messages of an error and its causes, one line, for a log field. */
export function describeError(error: unknown): string {
  const messages: string[] = [];
  for (let at = error; at !== undefined && messages.length < 5;) {
    messages.push(at instanceof Error ? `${at.name}: ${at.message}` : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return messages.join(" <- ").slice(0, 2_000);
}
