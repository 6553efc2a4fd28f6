/** What to answer first, and where the email says so; every other email, too. */
import { useState } from "preact/hooks";
import { uniteRows, useHeldRows } from "../../data/held_rows.ts";
import { More, MOST_ROWS } from "../../parts/more.tsx";
import { NewRows } from "../../parts/new_rows.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { useQuery, useWorld } from "../../data/query.ts";
import { mailboxesAddress } from "../mailboxes/address.ts";
import { type Act, Undo } from "./acts.tsx";
import { ANSWER_TABS, answersAddress, type AnswerTab } from "./address.ts";
import { EmailView } from "./email.tsx";
import { Row } from "./row.tsx";
import { type Answers as AnswerPage, answersSchema } from "./shapes.ts";

const TAB_WORDS: Readonly<Record<AnswerTab, string>> = {
  open: "To answer",
  snoozed: "Put aside",
  done: "Done",
  all: "All emails",
  unread: "Not read yet",
};
const EMPTY_WORDS: Readonly<Record<AnswerTab, string>> = {
  open: "No email waits for an answer. New ones are here after the next run.",
  snoozed: "No email is put aside.",
  done: "No email has been answered yet.",
  all: "No email has come in yet.",
  unread: "Every email has been read.",
};

export function Answers({ tab, emailId, fact = "" }: {
  readonly tab: AnswerTab;
  readonly emailId: string | null;
  readonly fact?: string;
}) {
  const { rpc, workspaceId } = useWorld();
  const [acts, setActs] = useState<readonly Act[]>([]);
  const ask = (after: string | null) =>
    rpc("list_answers", {
      p_workspace_id: workspaceId,
      p_state: tab,
      ...after === null ? {} : { p_after: after },
    }, answersSchema);
  const list = useQuery(["answers", tab], () => ask(null), ["emails"]);
  const acted = (act: Act) => setActs([...acts, act]);
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
        {acts.length > 0 && <Undo act={acts.at(-1)} acted={acted} />}
        <Answered result={list}>
          {(first) => (
            <List key={`${tab} ${acts.length}`} {...{ first, ask, tab }} openId={emailId} />
          )}
        </Answered>
      </div>
      {emailId !== null && <EmailView {...{ emailId, fact, tab, acted }} />}
    </div>
  );
}

/** Another tab and an own act make another list; everything else waits until it is wanted. */
function List({ first, ask, tab, openId }: {
  readonly first: AnswerPage;
  readonly ask: (after: string | null) => Promise<AnswerPage>;
  readonly tab: AnswerTab;
  readonly openId: string | null;
}) {
  const held = useHeldRows(first.answers, ({ email_id }) => email_id, "");
  const [further, setFurther] = useState<readonly AnswerPage[]>([]);
  const rows = uniteRows(
    [held.rows, ...further.map(({ answers }) => answers)],
    ({ email_id }) => email_id,
  );
  if (rows.length === 0) {
    return (
      <Empty>
        {EMPTY_WORDS[tab]}
        {tab === "all" && (
          <>
            {" "}
            <a href={mailboxesAddress.format({ code: "", problem: "" })}>Connect a mailbox</a>, or
            see the other ways in <code>docs/guides/email-in.md</code>.
          </>
        )}
      </Empty>
    );
  }
  const show = () => {
    setFurther([]);
    held.show();
  };
  return (
    <>
      <NewRows held={{ ...held, show }} />
      <ol class="emails" data-rows>
        {rows.map((answer) => (
          <Row key={answer.email_id} answer={answer} tab={tab} openId={openId} />
        ))}
      </ol>
      {(further.at(-1) ?? first).next && (rows.length >= MOST_ROWS
        ? <p class="note">These are 1,000 emails. More are not listed here.</p>
        : (
          <More
            fetchMore={async () =>
              setFurther([...further, await ask(rows.at(-1)?.email_id ?? null)])}
          />
        ))}
    </>
  );
}
