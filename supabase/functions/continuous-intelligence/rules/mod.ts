/** The built-in analyzer: rules, no network, no model download. */
import type { Analysis, Analyzer, Mail } from "../analyzer.ts";
import { readMail } from "./record.ts";

/** An analyzer whose model is `rules@1`. A mail it cannot read becomes a failed {@link Analysis}. */
export function createRulesAnalyzer(): Analyzer {
  return {
    model: "rules@1",
    analyze: (mails) => Promise.resolve(mails.map(analyzeMail)),
  };
}

function analyzeMail(mail: Mail): Analysis {
  try {
    return { emailId: mail.emailId, ok: true, record: readMail(mail) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      emailId: mail.emailId,
      ok: false,
      error: `rules@1 could not read the mail: ${reason}`,
    };
  }
}
