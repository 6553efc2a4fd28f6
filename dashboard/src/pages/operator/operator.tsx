/** How is the project, and what can be done about it? */
import { useEffect } from "preact/hooks";
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import type { Act } from "./address.ts";
import { Alerts, Journal, SystemRows } from "./records.tsx";
import { BudgetDialog, Budgets } from "./budgets.tsx";
import { ChangeDialog } from "./change_dialog.tsx";
import { PauseDialog, ResumeDialog, RunDialog, Schedules } from "./schedules.tsx";
import { type Project, projectSchema } from "./shapes.ts";
import { StopEverything } from "./stop.tsx";
import { describeProject } from "./words.ts";

const REFRESH_MS = 15_000;

interface OperatorProps {
  readonly act: Act | null;
  readonly on: string | null;
}

export function Operator({ act, on }: OperatorProps) {
  const { rpc } = useWorld();
  const state = useQuery(["project"], () => rpc("get_project_state", {}, projectSchema), []);
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && state.refetch(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [state.refetch]);
  return (
    <Answered result={state}>
      {(found) =>
        found === null
          ? (
            <>
              <h1>Operator</h1>
              <Empty>
                You are no operator of this project. The guide “Operators” says how to become one.
              </Empty>
            </>
          )
          : <ProjectView project={found} act={act} on={on} />}
    </Answered>
  );
}

function ProjectView({ project, act, on }: OperatorProps & { readonly project: Project }) {
  const { tone, sentence } = describeProject(project);
  return (
    <>
      <div class={`sentence ${tone}`} role="status">
        <h1>{sentence}</h1>
        <p class="note">
          {project.project} · as of <Moment at={project.as_of} />
        </p>
      </div>
      {project.problems.slice(1).map(({ message }) => <p key={message} class="problem">{message}
      </p>)}
      <Backlog backlog={project.backlog} />
      <Schedules schedules={project.schedules} />
      <Budgets budgets={project.budgets} />
      <StopEverything project={project} />
      <SystemRows rows={project.system_rows} />
      <Alerts alerts={project.alerts} />
      <Journal actions={project.journal} />
      {act && <OpenDialog key={`${act} ${on}`} project={project} act={act} on={on} />}
    </>
  );
}

function OpenDialog({ project, act, on }: {
  readonly project: Project;
  readonly act: Act;
  readonly on: string | null;
}) {
  if (act === "budget") {
    return <BudgetDialog budget={project.budgets.find((one) => one.workspace_id === on)} on={on} />;
  }
  const schedule = project.schedules.find(({ name }) => name === on);
  if (schedule === undefined) return null;
  if (act === "run") return <RunDialog schedule={schedule} />;
  if (act === "pause") return <PauseDialog schedule={schedule} />;
  if (act === "resume") return <ResumeDialog schedule={schedule} />;
  return schedule.cron_expression === null ? null : <ChangeDialog schedule={schedule} />;
}

function Backlog({ backlog }: { readonly backlog: Project["backlog"] }) {
  const figures = [
    ["Emails to read", backlog.emails],
    ["Emails given up", backlog.failed_emails],
    ["Jobs waiting", backlog.waiting_jobs],
    ["Jobs running", backlog.running_jobs],
    ["Runs of the database", backlog.database_runs],
  ] as const;
  return (
    <dl class="figures">
      {figures.map(([what, amount]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{amount >= 10_000 ? "10,000 or more" : amount.toLocaleString("en-US")}</dd>
          {what === "Emails to read" && backlog.oldest_email_at && (
            <dd class="note">
              oldest from <Moment at={backlog.oldest_email_at} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
