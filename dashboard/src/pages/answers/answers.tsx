/** What to answer first, and where the email says so. */
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { plain } from "../../words.ts";
import { ANSWER_TABS, answersAddress, type AnswerTab } from "./address.ts";
import { EmailView } from "./email.tsx";
import { listReasons } from "./reasons.ts";
import { type Answer, answersSchema } from "./shapes.ts";

const TAB_WORDS: Readonly<Record<AnswerTab, string>> = {
  open: "To answer",
  snoozed: "Put aside",
  done: "Done",
};
const EMPTY_WORDS: Readonly<Record<AnswerTab, string>> = {
  open: "No email waits for an answer. New ones are here after the next run.",
  snoozed: "No email is put aside.",
  done: "No email has been answered yet.",
};

export function Answers({ tab, emailId }: {
  readonly tab: AnswerTab;
  readonly emailId: string | null;
}) {
  const { rpc, workspaceId } = useWorld();
  const args = { p_workspace_id: workspaceId, p_state: tab };
  const list = useQuery(["answers", tab], () => rpc("list_answers", args, answersSchema), [
    "emails",
  ]);
  return (
    <div class={emailId === null ? "answers" : "answers reading"}>
      <div class="list">
        <h1>{TAB_WORDS[tab]}</h1>
        <nav class="tabs" aria-label="State">
          {ANSWER_TABS.map((name) => (
            <a
              key={name}
              href={answersAddress.format({ tab: name, emailId: null })}
              aria-current={name === tab ? "page" : undefined}
            >
              {TAB_WORDS[name]}
            </a>
          ))}
        </nav>
        <Answered result={list}>
          {({ answers, next }) =>
            answers.length === 0 ? <Empty>{EMPTY_WORDS[tab]}</Empty> : (
              <>
                <ol class="mails">
                  {answers.map((answer) => (
                    <Row key={answer.email_id} answer={answer} tab={tab} openId={emailId} />
                  ))}
                </ol>
                {next && <p class="note">More wait behind these 50.</p>}
              </>
            )}
        </Answered>
      </div>
      {emailId !== null && <EmailView emailId={emailId} tab={tab} />}
    </div>
  );
}

function Row({ answer, tab, openId }: {
  readonly answer: Answer;
  readonly tab: AnswerTab;
  readonly openId: string | null;
}) {
  return (
    <li aria-current={answer.email_id === openId ? "true" : undefined}>
      <a href={answersAddress.format({ tab, emailId: answer.email_id })}>
        {answer.subject || "(no subject)"}
      </a>
      <p>{answer.asks ?? answer.summary}</p>
      <p class="note">
        <b class={`urgency ${answer.urgency}`}>{listReasons(answer).join(" · ")}</b>
        {" · "}
        {answer.from_name ?? answer.from_email ?? "unknown sender"}
        {" · "}
        <Moment at={answer.received_at} />
        {answer.degraded && " · read by the rules, as the model failed"}
        {answer.confidence < 40 && ` · ${plain("low_confidence")}`}
      </p>
    </li>
  );
}
