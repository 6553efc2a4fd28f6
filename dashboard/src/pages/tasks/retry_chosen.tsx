/** Retries several tasks of agents elsewhere. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { count } from "../../words.ts";
import { retriesSchema } from "./shapes.ts";
import { describeRetries } from "./task_words.ts";

/** What the database takes at once. */
const MOST_TASKS = 100;

export function RetryChosen({ ids, retryable, choose, acted }: {
  readonly ids: readonly string[];
  readonly retryable: readonly string[];
  choose(ids: readonly string[]): void;
  acted(): void;
}) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const chosen = ids.slice(0, MOST_TASKS);
  const retry = async () => {
    const retries = await rpc("retry_tasks", { p_task_ids: chosen }, retriesSchema);
    await refresh();
    setSaid(describeRetries(retries));
    acted();
  };
  return (
    <div class="acts">
      {retryable.length > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => choose(retryable)}
        >
          Choose all that can be retried
        </button>
      )}
      {chosen.length > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          Retry {count(chosen.length, "task")}
        </button>
      )}
      <span role="status">{said}</span>
      {isOpen && (
        <ActDialog
          title={`Retry ${count(chosen.length, "task")}?`}
          confirm={`Retry ${count(chosen.length, "task")}`}
          act={retry}
          close={() => setOpen(false)}
        >
          <p>
            Each gets a new pending task with the same input. The agent that did it must take the
            new one: nothing here runs it.
          </p>
        </ActDialog>
      )}
    </div>
  );
}
