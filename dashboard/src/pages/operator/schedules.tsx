/** Schedules of the project: run now, pause, resume. */
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { Expression } from "../../parts/expression.tsx";
import { Moment } from "../../parts/moment.tsx";
import { exactTime, plain } from "../../words.ts";
import { type Act, leaveDialog, operatorAddress } from "./address.ts";
import { changedSchema, type ProjectSchedule, runSchema } from "./shapes.ts";
import { explainUnsent } from "./words.ts";
import { WideTable } from "../../parts/wide_table.tsx";

interface ScheduleProps {
  readonly schedule: ProjectSchedule;
}

export function Schedules({ schedules }: { readonly schedules: readonly ProjectSchedule[] }) {
  return (
    <section>
      <h2>Schedules</h2>
      <WideTable>
        <table>
          <thead>
            <tr>
              <th>Schedule</th>
              <th>When</th>
              <th>Next</th>
              <th>What you may do</th>
            </tr>
          </thead>
          <tbody>
            {schedules.map((schedule) => <Row key={schedule.name} schedule={schedule} />)}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}

function Row({ schedule }: ScheduleProps) {
  const { name, cron_expression: expression, enabled, next } = schedule;
  return (
    <tr>
      <td>
        {name}
        <br />
        <span class="note">{plain(schedule.task_type)}</span>
      </td>
      <td>
        {expression === null
          ? "on demand"
          : <Expression expression={expression} timeZone={schedule.time_zone} />}
      </td>
      <td>
        {enabled
          ? next[0]
            ? <Moment at={next[0]} />
            : expression === null
            ? "when jobs come"
            : "not within a year"
          : <span class="state late">paused</span>}
      </td>
      <td>
        <span class="acts">
          <Open act="run" on={name} label={`Run now: ${name}`}>Run now</Open>
          {enabled
            ? <Open act="pause" on={name} label={`Pause ${name}`}>Pause</Open>
            : <Open act="resume" on={name} label={`Resume ${name}`}>Resume</Open>}
          {expression !== null && (
            <Open act="change" on={name} label={`Change when ${name} runs`}>Change</Open>
          )}
        </span>
      </td>
    </tr>
  );
}

/** The way into a dialog. */
function Open({ act, on, label, children }: {
  readonly act: Act;
  readonly on: string;
  readonly label: string;
  readonly children: string;
}) {
  return <a href={operatorAddress.format({ act, on })} aria-label={label}>{children}</a>;
}

export function RunDialog({ schedule: { name, next, enabled } }: ScheduleProps) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  return (
    <ActDialog
      title={`Run ${name} now?`}
      confirm="Run it now"
      close={leaveDialog}
      act={async () => {
        const { outcome } = await rpc("run_schedule", { p_schedule: name }, runSchema);
        await refresh();
        const problem = explainUnsent(outcome);
        if (problem !== undefined) throw new Error(problem);
      }}
    >
      <p>
        It starts at once, beside its scheduled times. {enabled && next[0]
          ? `The next one stays ${exactTime(next[0])}.`
          : "It stays paused otherwise."}
      </p>
      <p class="note">Started less than a minute ago and still running, it is not started again.</p>
    </ActDialog>
  );
}

export function PauseDialog({ schedule: { name, next } }: ScheduleProps) {
  const change = useChange(name, { enabled: false });
  return (
    <ActDialog title={`Pause ${name}?`} confirm="Pause it" close={leaveDialog} act={change}>
      <p>
        {next[0]
          ? `The run of ${exactTime(next[0])} does not come, nor any after it.`
          : "It takes no work any more."} A run that is working ends by itself.
      </p>
      <p class="note">Times that pass meanwhile are not made up for.</p>
    </ActDialog>
  );
}

export function ResumeDialog({ schedule: { name, cron_expression: expression } }: ScheduleProps) {
  const change = useChange(name, { enabled: true });
  return (
    <ActDialog title={`Resume ${name}?`} confirm="Resume it" close={leaveDialog} act={change}>
      <p>
        {expression === null
          ? "It takes jobs again, the waiting ones first."
          : "It runs at its next scheduled time. Times that passed meanwhile are not made up for."}
      </p>
    </ActDialog>
  );
}

function useChange(name: string, change: Readonly<Record<string, unknown>>) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  return async () => {
    await rpc("change_schedule", { p_schedule: name, p_change: change }, changedSchema);
    await refresh();
  };
}
