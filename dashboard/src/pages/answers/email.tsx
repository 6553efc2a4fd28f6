/** One email: its text with the facts marked, and what a person can say about it. */
import { useState } from "preact/hooks";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { go } from "../../data/address.ts";
import { plain } from "../../words.ts";
import { answersAddress, type AnswerTab } from "./address.ts";
import { MarkedText } from "./marked_text.tsx";
import { answerSchema, emailSchema, type ReadableEmail } from "./shapes.ts";

const DAY_MS = 86_400_000;

export function EmailView({ emailId, tab }: {
  readonly emailId: string;
  readonly tab: AnswerTab;
}) {
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
            : <Letter email={found} tab={tab} />}
      </Answered>
    </article>
  );
}

function Letter({ email, tab }: { readonly email: ReadableEmail; readonly tab: AnswerTab }) {
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
      {email.answer && <Acts email={email} tab={tab} />}
      <MarkedText email={email} />
      {email.attachments.length > 0 && (
        <p class="note">
          Files that came with it, not kept: {email.attachments.map(({ name }) => name).join(", ")}
        </p>
      )}
    </>
  );
}

function Acts({ email, tab }: { readonly email: ReadableEmail; readonly tab: AnswerTab }) {
  const { rpc, client, workspaceId } = useWorld();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const state = email.answer?.state ?? "";
  const say = async (next: string, until: Date | null = null) => {
    setBusy(true);
    setProblem("");
    try {
      const args = {
        p_email_id: email.email_id,
        p_state: next,
        p_snoozed_until: until?.toISOString() ?? null,
      };
      await rpc("change_answer", args, answerSchema);
      await client.invalidateQueries({ queryKey: [workspaceId] });
      if (next !== "open") go(answersAddress.format({ tab, emailId: null }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <p class="acts">
      {state === "open"
        ? (
          <>
            <button type="button" disabled={isBusy} onClick={() => say("answered")}>
              Answered
            </button>
            <button
              type="button"
              disabled={isBusy}
              onClick={() => say("snoozed", new Date(Date.now() + DAY_MS))}
            >
              Put aside for a day
            </button>
            <button type="button" disabled={isBusy} onClick={() => say("not_needed")}>
              Needs no answer
            </button>
          </>
        )
        : (
          <button type="button" disabled={isBusy} onClick={() => say("open")}>
            Open again
          </button>
        )}
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
    </p>
  );
}
