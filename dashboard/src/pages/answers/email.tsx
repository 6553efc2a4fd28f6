/** One email: its text with the facts marked. */
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { plain } from "../../words.ts";
import { type Act, Acts } from "./acts.tsx";
import { answersAddress, type AnswerTab } from "./address.ts";
import { MarkedText } from "./marked_text.tsx";
import { emailSchema, type ReadableEmail } from "./shapes.ts";

interface EmailViewProps {
  readonly emailId: string;
  readonly tab: AnswerTab;
  readonly acted: (act: Act) => void;
}

export function EmailView({ emailId, tab, acted }: EmailViewProps) {
  const { rpc } = useWorld();
  const email = useQuery(
    ["email", emailId],
    () => rpc("get_email", { p_email_id: emailId }, emailSchema),
    ["emails"],
  );
  return (
    <article class="email">
      <a class="close" href={answersAddress.format({ tab, emailId: null })}>Close</a>
      <Answered result={email}>
        {(found) =>
          found === null
            ? <Empty>This email is not there, or you may not read it.</Empty>
            : <Letter key={emailId} email={found} tab={tab} acted={acted} />}
      </Answered>
    </article>
  );
}

function Letter({ email, tab, acted }: Omit<EmailViewProps, "emailId"> & {
  readonly email: ReadableEmail;
}) {
  const { record } = email;
  return (
    <>
      <h2>{email.subject || "(no subject)"}</h2>
      <p class="note">
        {email.from_name ? `${email.from_name} <${email.from_email}>` : email.from_email}
        {" · "}
        <Moment at={email.received_at} />
        {email.to_emails && email.to_emails.length > 0 && ` · to ${email.to_emails.join(", ")}`}
      </p>
      {record && (
        <p>
          <b>{record.summary}</b>{" "}
          <span class="note">
            {plain(record.primary_intent)} · {record.urgency_level} · {record.sentiment}
          </span>
        </p>
      )}
      {!email.is_read && <p class="note">It is not read yet.</p>}
      {email.answer && <Acts email={email} tab={tab} acted={acted} />}
      <MarkedText email={email} />
      {email.attachments.length > 0 && (
        <p class="note">
          Files that came with it, not kept: {email.attachments.map(({ name }) => name).join(", ")}
        </p>
      )}
    </>
  );
}
