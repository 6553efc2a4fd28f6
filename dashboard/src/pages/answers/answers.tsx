/** What to answer first, and where the email says so. */
import { useState } from "preact/hooks";
import { useHeldRows } from "../../data/held_rows.ts";
import { Moment } from "../../parts/moment.tsx";
import { NewRows } from "../../parts/new_rows.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { plain } from "../../words.ts";
import { ANSWER_TABS, answersAddress, type AnswerTab } from "./address.ts";
import { type Act, Undo } from "./acts.tsx";
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
  const [acts, setActs] = useState<readonly Act[]>([]);
  const args = { p_workspace_id: workspaceId, p_state: tab };
  const list = useQuery(["answers", tab], () => rpc("list_answers", args, answersSchema), [
    "emails",
  ]);
  return (
    <div class={emailId === null ? "answers" : "answers reading"}>
      <h1>{TAB_WORDS[tab]}</h1>
      <div class="list">
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
        {acts.length > 0 && <Undo act={acts.at(-1)} acted={(act) => setActs([...acts, act])} />}
        <Answered result={list}>
          {(found) => (
            <List key={tab} {...found} tab={tab} openId={emailId} scope={String(acts.length)} />
          )}
        </Answered>
      </div>
      {emailId !== null && (
        <EmailView
          emailId={emailId}
          tab={tab}
          acted={(act) => setActs([...acts, act])}
        />
      )}
    </div>
  );
}

function List({ answers, next, tab, openId, scope }: {
  readonly answers: readonly Answer[];
  readonly next: boolean;
  readonly tab: AnswerTab;
  readonly openId: string | null;
  readonly scope: string;
}) {
  const held = useHeldRows(answers, ({ email_id }) => email_id, scope);
  if (held.rows.length === 0) return <Empty>{EMPTY_WORDS[tab]}</Empty>;
  return (
    <>
      <NewRows held={held} />
      <ol class="emails" data-rows>
        {held.rows.map((answer) => (
          <Row key={answer.email_id} answer={answer} tab={tab} openId={openId} />
        ))}
      </ol>
      {next && <p class="note">More wait behind these 50.</p>}
    </>
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
