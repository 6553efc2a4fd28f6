/** The emails that a run has read, each with what it wants. */
import type { RunEmail } from "../data/shapes.ts";
import { answersAddress } from "../pages/answers/address.ts";
import { count, plain } from "../words.ts";

export function RunEmails({ emails }: { readonly emails: readonly RunEmail[] }) {
  if (emails.length === 0) return null;
  return (
    <section>
      <h2>{count(emails.length, "email")} of this run</h2>
      <ul class="emails">
        {emails.map((email) => (
          <li key={email.email_id}>
            <a href={answersAddress.format({ tab: "open", emailId: email.email_id })} dir="auto">
              {email.subject || "(no subject)"}
            </a>{" "}
            <span class="note">
              {email.from_email ?? "unknown sender"} · {plain(email.intent)} · {email.urgency}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
