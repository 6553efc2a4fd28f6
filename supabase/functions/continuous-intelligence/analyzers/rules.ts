/** The built-in analyzer: rules, no network, no model download. */
import type { Mail } from "../../_email/reading.ts";
import type { Analysis, Analyzer, Extractor } from "./analyzer.ts";
import { toRecord } from "../../_email/record.ts";
import { makeReadable } from "../../_email/text/readable_mail.ts";
import { readMail } from "../../_email/read_mail.ts";

/** Rises with every change that alters records. */
const VERSION = 2;

export const RULES_EXTRACTOR: Extractor = {
  analyzer: "rules",
  version: VERSION,
  model: `rules@${VERSION}`,
};

/** The rules as an analyzer; it makes no calls and costs nothing. */
export function createRulesAnalyzer(): Analyzer {
  return {
    quote: null,
    analyze: (mails) => Promise.resolve({ analyses: mails.map(analyzeByRules), calls: [] }),
  };
}

/** Reads one mail by rules. A mail they cannot read becomes a failed {@link Analysis}. */
export function analyzeByRules(mail: Mail): Analysis {
  const { emailId } = mail;
  try {
    const readable = makeReadable(mail);
    return {
      emailId,
      ok: true,
      record: toRecord(readMail(readable), readable.texts),
      extractor: RULES_EXTRACTOR,
      isDegraded: false,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      emailId,
      ok: false,
      error: `The rules could not read the mail: ${reason}`,
      isRetryable: false,
    };
  }
}
