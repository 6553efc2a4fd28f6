/** Is anything wrong? Did every slot run? What waits for a person? */
import { Moment } from "../../parts/moment.tsx";
import { SlotGrid } from "../../parts/slot_grid.tsx";
import { Answered, Empty, Missing } from "../../parts/states.tsx";
import { useLive } from "../../data/live.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { type Pulse, type ScheduleSlots, slotsSchema } from "../../data/shapes.ts";
import { useIsOperator } from "../operator/use_is_operator.ts";
import { operatorAddress } from "../operator/address.ts";
import { schedulesAddress } from "../schedules/address.ts";
import { countFigure, describePeriod, duration, money, plain } from "../../words.ts";
import { answersAddress } from "../answers/address.ts";
import { NO_FILTER, tasksAddress } from "../tasks/address.ts";
import { summarize } from "./summary.ts";
import { TaskHours } from "./task_hours.tsx";

export function Overview() {
  const { rpc, workspaceId } = useWorld();
  const args = { p_workspace_id: workspaceId };
  const { pulse, error, refetch } = useLive();
  const slots = useQuery(["slots"], () => rpc("get_slots", args, slotsSchema), ["slots"]);
  return (
    <Answered result={{ data: pulse, error, refetch }}>
      {(found) =>
        found === null
          ? <Missing title="Overview">You are no member of this workspace any more.</Missing>
          : (
            <>
              <Sentence pulse={found} schedules={slots.data?.schedules ?? []} />
              <Waiting pulse={found} />
              <FirstEmails pulse={found} />
              <section>
                <h2>The last 24 hours</h2>
                <Answered result={slots}>
                  {({ schedules }) => <Schedules schedules={schedules} />}
                </Answered>
              </section>
              <TaskHours />
            </>
          )}
    </Answered>
  );
}

function Sentence({ pulse, schedules }: {
  readonly pulse: Pulse;
  readonly schedules: readonly ScheduleSlots[];
}) {
  const { tone, sentence, step } = summarize(pulse, schedules);
  return (
    <div class={`sentence ${tone}`} role="status">
      <h1>{sentence}</h1>
      <p>
        {step && <a href={step.href}>{step.label}</a>}
      </p>
    </div>
  );
}

function Waiting({ pulse: { emails, tasks, budgets } }: { readonly pulse: Pulse }) {
  const answers = answersAddress.format({ tab: "open", emailId: null });
  return (
    <dl class="figures">
      <div>
        <dt>
          <a href={answers}>To answer</a>
        </dt>
        <dd>{countFigure(emails.to_answer)}</dd>
        <dd class="note">
          {emails.urgent > 0 ? `${countFigure(emails.urgent)} high or critical` : "none urgent"}
        </dd>
      </div>
      <div>
        <dt>
          <a href={answersAddress.format({ tab: "unread", emailId: null })}>Not read yet</a>
        </dt>
        <dd>{countFigure(emails.to_read)}</dd>
        <dd class="note">
          {emails.failed > 0 ? `${countFigure(emails.failed)} given up` : "none given up"}
        </dd>
      </div>
      <div>
        <dt>
          <a href={tasksAddress.format({ ...NO_FILTER, status: "pending,running" })}>
            Tasks under way
          </a>
        </dt>
        <dd>{countFigure(tasks.unfinished)}</dd>
        <dd class="note">
          {tasks.failed > 0 ? `${countFigure(tasks.failed)} failed in 24 h` : "none failed in 24 h"}
        </dd>
      </div>
      {budgets.map(({ period, spent_usd, limit_usd, percent }) => (
        <div key={period}>
          <dt>Spent {describePeriod(period)}</dt>
          <dd>{money(spent_usd)}</dd>
          <dd class="note">{Math.round(percent)}% of {money(limit_usd)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How emails get in, where none waits: a new workspace has none at all. */
function FirstEmails({ pulse: { emails } }: { readonly pulse: Pulse }) {
  if (emails.to_read + emails.failed + emails.to_answer > 0) return null;
  return (
    <Empty>
      No email waits. Has none come in yet? The guide <code>docs/guides/email-in.md</code>{" "}
      lists the ways, such as connecting a mailbox. On a local project,{" "}
      <code>npx -y deno@2.9.6 task import examples/mail</code>{" "}
      loads samples, and the next run reads them.
    </Empty>
  );
}

function Schedules({ schedules }: { readonly schedules: readonly ScheduleSlots[] }) {
  const isOperator = useIsOperator();
  const [ran, others] = [true, false].map((hasRun) =>
    schedules.filter(({ enabled, slots }) => hasRun ? slots.length > 0 : enabled && !slots.length)
  );
  if (!ran?.length && !others?.length) {
    return <Empty>No schedule is on. An operator can switch one on.</Empty>;
  }
  return (
    <>
      {ran?.map((schedule) => (
        <article class="schedule" key={schedule.schedule}>
          <h3>
            <Name schedule={schedule} isOperator={isOperator} />
          </h3>
          <p class="note">
            {plain(schedule.task_type)}
            {schedule.late && schedule.late.median !== null &&
              ` · began ${duration(schedule.late.median)} after its time, at most ${
                duration(schedule.late.worst ?? 0)
              }`}
            <NextTime schedule={schedule} />
          </p>
          <SlotGrid schedule={schedule} />
        </article>
      ))}
      {others?.length !== 0 && (
        <>
          <h3>No scheduled time in these hours</h3>
          <ul class="short">
            {others?.map((schedule) => (
              <li key={schedule.schedule}>
                <Name schedule={schedule} isOperator={isOperator} />
                <span class="note">
                  <NextTime schedule={schedule} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Name({ schedule: { schedule: name }, isOperator }: {
  readonly schedule: ScheduleSlots;
  readonly isOperator: boolean;
}) {
  return (
    <>
      <a href={schedulesAddress.format({ name })}>{name}</a>
      {isOperator && (
        <>
          {" "}
          <a
            class="note"
            href={operatorAddress.format({ act: "run", on: name })}
            aria-label={`Run now: ${name}`}
          >
            Run now
          </a>
        </>
      )}
    </>
  );
}

function NextTime({ schedule: { next: [next] } }: { readonly schedule: ScheduleSlots }) {
  if (next === undefined) return null;
  return (
    <>
      {" · next "}
      <Moment at={next} />
    </>
  );
}
