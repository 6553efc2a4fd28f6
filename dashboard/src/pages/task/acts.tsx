/** What can be done about a task now: only what succeeds is offered. */
import { useState } from "preact/hooks";
import { useLive } from "../../data/live.ts";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog, useAct } from "../../parts/acts.tsx";
import { count } from "../../words.ts";
import { retriesSchema } from "../tasks/shapes.ts";
import { describeRetries } from "../tasks/task_words.ts";
import { outcomeSchema, requeuedSchema, type TaskStory } from "./shapes.ts";
import { taskAddress } from "./address.ts";

type Asked = "cancel" | "requeue";

export function TaskActs({ story }: { readonly story: TaskStory }) {
  const { rpc, workspaceId } = useWorld();
  const refresh = useRefresh();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { isBusy, problem, run } = useAct();
  const [said, setSaid] = useState("");
  const [retryId, setRetryId] = useState<string | null>(null);
  const { task, kind, acts, failed_emails: failed } = story;
  const finish = async (words: string) => {
    setSaid(words);
    await refresh();
  };
  const retry = () =>
    run(async () => {
      const retries = await rpc("retry_tasks", { p_task_ids: [task.id] }, retriesSchema);
      setRetryId(retries.results?.[0]?.retry_id ?? null);
      await finish(describeRetries(retries));
    });
  const cancel = async () => {
    const { outcome } = kind === "job"
      ? await rpc("cancel_job", { p_task_id: task.id }, outcomeSchema)
      : await rpc("change_task", { p_task_id: task.id, p_action: "cancel" }, outcomeSchema);
    await finish(outcome === "ok" ? "It is cancelled." : "It has ended meanwhile.");
  };
  const requeue = async () => {
    const args = { p_workspace_id: workspaceId };
    const { requeued } = await rpc("requeue_failed_emails", args, requeuedSchema);
    const waits = requeued === 1 ? "waits" : "wait";
    await finish(`${count(requeued, "email")} ${waits} again. The next run reads them.`);
  };
  return (
    <section>
      <h2>What now?</h2>
      <Advice story={story} />
      <p class="acts">
        {acts.retry && (
          <button type="button" disabled={isBusy} onClick={retry}>Retry this task</button>
        )}
        {acts.cancel && (
          <button type="button" disabled={isBusy} onClick={() => setAsked("cancel")}>
            Cancel this task
          </button>
        )}
        {acts.requeue && failed !== null && failed > 0 && (
          <button
            type="button"
            disabled={isBusy}
            onClick={() => setAsked("requeue")}
          >
            Read {count(failed, "failed email")} again
          </button>
        )}
        <span role="status">
          {problem || said}{" "}
          {retryId && <a href={taskAddress.format({ taskId: retryId })}>See the new task</a>}
        </span>
      </p>
      {asked === "cancel" && (
        <ActDialog
          title="Cancel this task?"
          confirm="Cancel this task"
          act={cancel}
          close={() => setAsked(null)}
        >
          <p>
            This is final. {kind === "job"
              ? "A job that runs ends as soon as its work has stopped."
              : "An agent elsewhere is not told: its next report is rejected."}
          </p>
        </ActDialog>
      )}
      {asked === "requeue" && (
        <ActDialog
          title={`Read ${count(failed ?? 0, "failed email")} again?`}
          confirm="Read them again"
          act={requeue}
          close={() => setAsked(null)}
        >
          <p>
            All emails of this workspace that were given up get another five attempts, beginning
            with the next run. A model that reads them costs money again.
          </p>
        </ActDialog>
      )}
    </section>
  );
}

/** What a reader should know before they act. */
function Advice({ story: { kind, task, acts, failed_emails } }: { readonly story: TaskStory }) {
  const { pulse } = useLive();
  const isOpen = task.status === "pending" || task.status === "running";
  if (kind === "runner") {
    return (
      <p>
        {failed_emails === null || failed_emails === 0
          ? "No email of this workspace is given up. The runner reads what waits by itself."
          : acts.requeue
          ? "A retry would do nothing, because the emails wait in the queue."
          : "Owners and admins can have failed emails read again."}
      </p>
    );
  }
  if (task.status === "completed") return <p>Nothing is left to do.</p>;
  if (!acts.retry && !acts.cancel) {
    return (
      <p>
        {pulse?.role === "viewer"
          ? "Viewers change nothing. Ask an owner for another role."
          : "Its agent takes no jobs of members. Whoever runs the project can start it again."}
      </p>
    );
  }
  if (isOpen) return <p>It is not over yet.</p>;
  return (
    <p>
      {kind === "job"
        ? "A retry is a new job in the queue of the same agent, with new attempts."
        : "A retry is a new pending task with the same input. The agent that did this one must " +
          "take the new one: nothing here runs it."}
    </p>
  );
}
