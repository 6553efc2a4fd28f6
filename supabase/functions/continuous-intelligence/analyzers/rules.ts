/** The built-in analyzer: rules, no network, no model download. */
import type { Analysis, ClaimedEmail, Extractor, ReadingBudget } from "./analyzer.ts";
import { readEmail } from "../../_email/mod.ts";

/** Rises with every change that alters records. */
const VERSION = 16;

export const RULES_EXTRACTOR: Extractor = {
  analyzer: "rules",
  version: VERSION,
  model: `rules@${VERSION}`,
};

/** Reads emails by rules, one after the other, as long as there is time. */
export async function analyzeInTime(
  emails: readonly ClaimedEmail[],
  reading: ReadingBudget,
): Promise<Analysis[]> {
  const analyses: Analysis[] = [];
  for (const email of emails) {
    if (!reading.hasTime()) break;
    analyses.push(reading.spend(() => analyzeByRules(email)));
    await reading.pause();
  }
  return analyses;
}

/** Reads one email by rules. An email they cannot read becomes a failed {@link Analysis}. */
export function analyzeByRules(email: ClaimedEmail): Analysis {
  const { emailId } = email;
  try {
    return {
      emailId,
      ok: true,
      record: readEmail(email),
      extractor: RULES_EXTRACTOR,
      isDegraded: false,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      emailId,
      ok: false,
      error: `The rules could not read the email: ${reason}`,
      isRetryable: false,
    };
  }
}
