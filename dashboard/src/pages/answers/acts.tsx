/** What a person can say about an email: answered, put aside, needs no answer, open again. */
import { go } from "../../data/address.ts";
import { useKeys } from "../../data/keys.ts";
import { useLive } from "../../data/live.ts";
import { useRefresh, useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { answersAddress, type AnswerTab } from "./address.ts";
import { answerSchema, type ReadableEmail } from "./shapes.ts";

const DAY_MS = 86_400_000;

type State = "answered" | "snoozed" | "not_needed" | "open";

/** What was said last, so that it can be undone. */
export interface Act {
  readonly emailId: string;
  readonly subject: string;
  readonly state: State;
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  answered: "is answered",
  snoozed: "is put aside for a day",
  not_needed: "needs no answer",
  open: "is open again",
};

/** Says it to the database, and shows the stored state afterwards. */
function useSay(acted: (act: Act) => void) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  const { isBusy, problem, run } = useAct();
  const say = (act: Act) =>
    run(async () => {
      await rpc("change_answer", {
        p_email_id: act.emailId,
        p_state: act.state,
        p_snoozed_until: act.state === "snoozed"
          ? new Date(Date.now() + DAY_MS).toISOString()
          : null,
      }, answerSchema);
      await refresh();
      acted(act);
    });
  return { say, isBusy, problem };
}

export function Acts({ email, tab, acted }: {
  readonly email: ReadableEmail;
  readonly tab: AnswerTab;
  readonly acted: (act: Act) => void;
}) {
  const { say, isBusy, problem } = useSay(acted);
  const isOpen = email.answer?.state === "open";
  const act = async (state: State) => {
    const said = await say({
      emailId: email.email_id,
      subject: email.subject || "(no subject)",
      state,
    });
    if (said && state !== "open") go(answersAddress.format({ tab, emailId: null }));
  };
  const { pulse } = useLive();
  const mayAct = pulse?.role !== "viewer";
  const canEnd = mayAct && isOpen;
  useKeys({
    e: { words: "Answered", act: () => canEnd && act("answered") },
    s: { words: "Put aside for a day", act: () => canEnd && act("snoozed") },
    x: { words: "Needs no answer", act: () => canEnd && act("not_needed") },
  });
  if (!mayAct) return <p class="note">Viewers change nothing. Ask an owner for another role.</p>;
  return (
    <p class="acts">
      {isOpen
        ? (
          <>
            <button type="button" disabled={isBusy} onClick={() => act("answered")}>
              Answered
            </button>
            <button type="button" disabled={isBusy} onClick={() => act("snoozed")}>
              Put aside for a day
            </button>
            <button type="button" disabled={isBusy} onClick={() => act("not_needed")}>
              Needs no answer
            </button>
          </>
        )
        : (
          <button type="button" disabled={isBusy} onClick={() => act("open")}>
            Open again
          </button>
        )}
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
    </p>
  );
}

/** What was said last, and the way back. */
export function Undo({ act, acted }: {
  readonly act: Act | undefined;
  readonly acted: (act: Act) => void;
}) {
  const { say, isBusy, problem } = useSay(acted);
  const undo = () => act && act.state !== "open" && say({ ...act, state: "open" });
  useKeys({ u: { words: "Undo", act: undo } });
  if (act === undefined) return null;
  return (
    <p class="undo" role="status">
      “{act.subject}” {STATE_WORDS[act.state]}.{" "}
      {act.state !== "open" && <button type="button" disabled={isBusy} onClick={undo}>Undo</button>}
      {problem !== "" && <span role="alert" class="problem">{problem}</span>}
    </p>
  );
}
