/** An email in a list: what it asks, and why it has its place. */
import { Moment } from "../../parts/moment.tsx";
import { answersAddress, type AnswerTab } from "./address.ts";
import { describeDoubt, describeState, listReasons } from "./reasons.ts";
import type { Answer } from "./shapes.ts";

export function Row({ answer, tab, openId }: {
  readonly answer: Answer;
  readonly tab: AnswerTab;
  readonly openId: string | null;
}) {
  const { email_id: emailId, urgency, confidence } = answer;
  const words = answer.asks ?? answer.summary;
  return (
    <li aria-current={emailId === openId ? "true" : undefined}>
      <a href={answersAddress.format({ tab, emailId })} dir="auto">
        {answer.subject || "(no subject)"}
      </a>
      {words && <p dir="auto">{words}</p>}
      <p class="note">
        {(tab === "all" || tab === "unread") && `${describeState(answer)} · `}
        {urgency && (
          <>
            <b class={`urgency ${urgency}`}>{urgency}</b>
            {" · "}
          </>
        )}
        <Reasons answer={answer} tab={tab} />
        {answer.direction === "outbound"
          ? `to ${answer.to_email ?? "nobody"}`
          : answer.from_name ?? answer.from_email ?? "unknown sender"}
        {" · "}
        <Moment at={answer.received_at} />
        {answer.snoozed_until && answer.state === "snoozed" && (
          <>
            {" · back "}
            <Moment at={answer.snoozed_until} />
          </>
        )}
        {describeDoubt(answer.degraded, confidence)}
      </p>
    </li>
  );
}

/** Each reason leads to its words in the email. */
function Reasons({ answer, tab }: { readonly answer: Answer; readonly tab: AnswerTab }) {
  return (
    <>
      {listReasons(answer).map(({ words, kind, fact }) => (
        <span key={words}>
          {fact === null ? words : (
            <a
              class="reason"
              dir="auto"
              title={kind}
              href={answersAddress.format({ tab, emailId: answer.email_id, fact })}
            >
              {words}
            </a>
          )}
          {" · "}
        </span>
      ))}
    </>
  );
}
