/** The kill switch: it works after the project's name was typed. */
import { useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { count } from "../../words.ts";
import { type Project, stoppedSchema } from "./shapes.ts";

export function StopEverything({ project: { project, schedules } }: { readonly project: Project }) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const { isBusy, problem, run } = useAct();
  const on = schedules.filter(({ enabled }) => enabled).length;
  const isReady = typed === project && !isBusy;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    await run(async () => {
      const { paused } = await rpc("pause_all", {}, stoppedSchema);
      setSaid(`${count(paused, "schedule")} paused. Nothing starts any more.`);
      setTyped("");
      await refresh();
    });
  };
  return (
    <section>
      <h2>Stop everything</h2>
      {on === 0
        ? <p>Every schedule is paused. Resume them one by one.</p>
        : (
          <form class="fields" onSubmit={submit}>
            <p>
              This pauses {count(on, "schedule")}{" "}
              of all workspaces. Runs that are working end by themselves. Emails and jobs that
              arrive meanwhile wait.
            </p>
            <label>
              Type <b>{project}</b> to stop everything{" "}
              <input
                value={typed}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="danger" disabled={!isReady}>Stop everything</button>
          </form>
        )}
      {said !== "" && <p role="status">{said}</p>}
      {problem !== "" && <p role="alert" class="problem">{problem}</p>}
    </section>
  );
}
