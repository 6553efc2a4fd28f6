/** One task: what it did, why it failed, what now. */
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { RunEmails } from "../../parts/run_emails.tsx";
import { Answered, Missing } from "../../parts/states.tsx";
import { exactTime, money } from "../../words.ts";
import { slotAddress } from "../slot/address.ts";
import { NO_FILTER, tasksAddress } from "../tasks/address.ts";
import { describeStatus } from "../tasks/task_words.ts";
import { TaskActs } from "./acts.tsx";
import { taskAddress } from "./address.ts";
import { TaskDocument } from "./document.tsx";
import { storySchema, type TaskStory } from "./shapes.ts";
import { listLife, tellJob, tellTask } from "./story.ts";

export function Task({ taskId }: { readonly taskId: string }) {
  const { rpc, workspaceId } = useWorld();
  const story = useQuery(
    ["task", taskId],
    () => rpc("get_task_story", { p_task_id: taskId }, storySchema),
    ["tasks"],
  );
  return (
    <Answered result={story}>
      {(found) =>
        // A task of another workspace of yours is shown there, and not mixed into this one.
        found === null || found.workspace_id !== workspaceId
          ? (
            <Missing title="Task">
              This task is not in this workspace.{" "}
              <a href={tasksAddress.format(NO_FILTER)}>See all tasks</a>.
            </Missing>
          )
          : <Story key={taskId} story={found} />}
    </Answered>
  );
}

function Story({ story }: { readonly story: TaskStory }) {
  const { task, slot, why, kind } = story;
  const waits = tellJob(story);
  return (
    <>
      <h1>{tellTask(story)}</h1>
      <p class="note">
        <b class={`status ${task.status}`}>{describeStatus(task.status)}</b>
        {" · began "}
        <Moment at={task.executed_at} />
        {task.cost_usd !== null && ` · cost ${money(task.cost_usd)}`}
        {slot && (
          <>
            {" · "}
            <a href={slotAddress.format(slot)}>{slot.schedule}, {exactTime(slot.slot)}</a>
          </>
        )}
      </p>
      {why && <p class="why">{why}</p>}
      {waits && <p>{waits}</p>}
      {task.message && !why?.includes(task.message) && <p class="problem">{task.message}</p>}
      <TaskActs story={story} />
      <Life story={story} />
      <Chain story={story} />
      <RunEmails emails={story.emails} />
      <Lines story={story} />
      <TaskDocument taskId={task.id} part="input" title="Input" document={story.input} />
      <TaskDocument taskId={task.id} part="output" title="Output" document={story.output} />
      <p class="note">
        {kind === "external" ? "An agent elsewhere logged it." : "An agent of this project did it."}
        {" "}
        Id {task.id}.{" "}
        <a
          href={tasksAddress.format({
            ...NO_FILTER,
            type: task.task_type,
            agent: task.agent_name ?? "",
          })}
        >
          Tasks like this one
        </a>
      </p>
    </>
  );
}

function Life({ story }: { readonly story: TaskStory }) {
  return (
    <section>
      <h2>What happened</h2>
      <ol class="steps">
        {listLife(story).map((step) => (
          <li key={step.key} class={step.tone}>
            <span class="lane">{step.lane}</span>
            <span class="what">{step.what}</span>
            <time dateTime={step.at}>{exactTime(step.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Which task this one retries, and which retries it. */
function Chain({ story: { chain } }: { readonly story: TaskStory }) {
  if (chain.length < 2) return null;
  return (
    <section>
      <h2>Retries</h2>
      <ol>
        {chain.map(({ task_id, status, at, is_this }) => (
          <li key={task_id} aria-current={is_this ? "true" : undefined}>
            {is_this
              ? "this task"
              : <a href={taskAddress.format({ taskId: task_id })}>{describeStatus(status)}</a>}
            {" · "}
            <Moment at={at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Lines({ story: { lines } }: { readonly story: TaskStory }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>What it said</h2>
      <ol class="lines">
        {lines.map(({ at, message }, nth) => (
          <li key={nth}>
            <time dateTime={at}>{exactTime(at)}</time> {message}
          </li>
        ))}
      </ol>
    </section>
  );
}
