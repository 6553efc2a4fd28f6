/**
 * The HTML reader, loaded for the first email that needs it: its packages are a third of the
 * program, and nearly every email has its text stored.
 */
type HtmlToText = typeof import("./html_to_text.ts").htmlToText;

let loaded: HtmlToText | null = null;

/** Loads `htmlToText`, and gives it. */
export async function loadHtmlReader(): Promise<HtmlToText> {
  loaded ??= (await import("./html_to_text.ts")).htmlToText;
  return loaded;
}

/**
 * Gives `htmlToText`.
 * @throws {Error} when it was not loaded before: a mistake in the program.
 */
export function requireHtmlReader(): HtmlToText {
  if (loaded === null) {
    throw new Error("An email has HTML only. Await `prepareToRead` before you read it.");
  }
  return loaded;
}
