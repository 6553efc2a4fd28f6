/** One email: its text with the facts marked. */
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { plain } from "../../words.ts";
import { whyAddress } from "../why/address.ts";
import { type Act, Acts } from "./acts.tsx";
import { answersAddress, type AnswerTab } from "./address.ts";
import { describeDoubt } from "./reasons.ts";
import { Facts, Legend, MarkedText, useMarks } from "./marked_text.tsx";
import { emailSchema, type ReadableEmail } from "./shapes.ts";

interface EmailViewProps {
  readonly emailId: string;
  /** The fact whose words are shown; empty for none. */
  readonly fact: string;
  readonly tab: AnswerTab;
  readonly acted: (act: Act) => void;
}

export function EmailView({ emailId, fact, tab, acted }: EmailViewProps) {
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
            : <Letter key={`${emailId} ${fact}`} email={found} {...{ fact, tab, acted }} />}
      </Answered>
    </article>
  );
}

function Letter({ email, fact, tab, acted }: Omit<EmailViewProps, "emailId"> & {
  readonly email: ReadableEmail;
}) {
  const { record } = email;
  const marks = useMarks(email, fact);
  return (
    <div ref={marks.frame}>
      <h2 dir="auto">
        {email.subject
          ? <MarkedText text={email.subject} source="subject" marks={marks} />
          : "(no subject)"}
      </h2>
      <p class="note">
        {email.from_name ? `${email.from_name} <${email.from_email}>` : email.from_email}
        {" · "}
        <Moment at={email.received_at} />
        {email.to_emails && email.to_emails.length > 0 && ` · to ${email.to_emails.join(", ")}`}
      </p>
      {record && (
        <p>
          <b dir="auto">{record.summary}</b>{" "}
          <span class="note">
            {plain(record.primary_intent)} · {record.urgency_level} · {record.sentiment}
            {describeDoubt(record.degraded, record.confidence_score)}
          </span>
        </p>
      )}
      {!email.is_read && (
        <p class="note">
          It is not read yet.{" "}
          <a href={whyAddress.format({ what: "email", about: email.email_id })}>Why?</a>
        </p>
      )}
      {email.answer && <Acts email={email} tab={tab} acted={acted} />}
      <Legend marks={marks} />
      <div class="text" dir="auto">
        <MarkedText text={email.text} source="body_text" marks={marks} />
        {email.is_cut && <p class="note">The rest of the text is left out here.</p>}
      </div>
      {email.attachments.length > 0 && (
        <p class="note">
          Files that came with it, not kept: {email.attachments.map(({ name }) => name).join(", ")}
        </p>
      )}
      <Facts marks={marks} length={Array.from(email.text).length} />
    </div>
  );
}
