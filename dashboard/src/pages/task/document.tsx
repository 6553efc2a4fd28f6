/** What a task was given, and what it returned: text, so that large numbers stay exact. */
import { useState } from "preact/hooks";
import { useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { documentSchema, type TaskStory } from "./shapes.ts";

export function TaskDocument({ taskId, part, title, document }: {
  readonly taskId: string;
  readonly part: "input" | "output";
  readonly title: string;
  readonly document: TaskStory["input"];
}) {
  const { rpc } = useWorld();
  const [fetched, setFetched] = useState<string | null>(null);
  const { isBusy, problem, run } = useAct();
  const text = document.text ?? fetched;
  if (document.bytes === 0) return null;
  const open = () =>
    run(async () => {
      const args = { p_task_id: taskId, p_part: part };
      setFetched(await rpc("get_task_document", args, documentSchema) ?? "It is gone.");
    });
  return (
    <section>
      <h2>{title}</h2>
      {text === null
        ? (
          <p>
            <button type="button" disabled={isBusy} onClick={open}>
              Open {Math.ceil(document.bytes / 1_024).toLocaleString("en-US")} kB
            </button>{" "}
            {problem !== "" && <span role="alert" class="problem">{problem}</span>}
          </p>
        )
        // A region that scrolls must be reachable by keyboard.
        : <pre class="document" tabIndex={0} aria-label={title}>{text}</pre>}
    </section>
  );
}
