/** Another expression for a schedule, with the next three times before it is saved. */
import { useEffect, useState } from "preact/hooks";
import { useRefresh, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { Expression } from "../../parts/expression.tsx";
import { exactTime } from "../../words.ts";
import { leaveDialog } from "./address.ts";
import { changedSchema, previewSchema, type ProjectSchedule } from "./shapes.ts";
import { describeGap } from "./words.ts";

/** Somebody who types is not asked about after every key. */
const PAUSE_MS = 200;

interface Preview {
  /** What it is the preview of. */
  readonly of: string;
  readonly times: readonly string[];
  readonly problem: string;
}

export function ChangeDialog({ schedule }: { readonly schedule: ProjectSchedule }) {
  const { rpc } = useWorld();
  const refresh = useRefresh();
  const [expression, setExpression] = useState(schedule.cron_expression ?? "");
  const [timeZone, setTimeZone] = useState(schedule.time_zone);
  const preview = usePreview(expression.trim(), timeZone.trim());
  const isChanged = expression.trim() !== schedule.cron_expression ||
    timeZone.trim() !== schedule.time_zone;
  const isShown = preview?.of === `${expression.trim()} ${timeZone.trim()}`;
  return (
    <ActDialog
      title={`When ${schedule.name} runs`}
      confirm="Save it"
      close={leaveDialog}
      isReady={isChanged && isShown && preview.problem === ""}
      act={async () => {
        await rpc("change_schedule", {
          p_schedule: schedule.name,
          p_change: { cron_expression: expression.trim(), time_zone: timeZone.trim() },
        }, changedSchema);
        await refresh();
      }}
    >
      <p class="note">
        Now:{" "}
        <Expression
          expression={schedule.cron_expression ?? ""}
          timeZone={schedule.time_zone}
        />
      </p>
      <label>
        Expression: minute, hour, day of month, month, day of week
        <input
          value={expression}
          maxLength={200}
          onInput={(event) => setExpression(event.currentTarget.value)}
        />
      </label>
      <label>
        Time zone
        <input
          value={timeZone}
          maxLength={100}
          onInput={(event) => setTimeZone(event.currentTarget.value)}
        />
      </label>
      <PreviewView preview={preview} />
    </ActDialog>
  );
}

function PreviewView({ preview }: { readonly preview: Preview | null }) {
  if (preview === null) return <p class="note">The next times come in a moment.</p>;
  if (preview.problem !== "") return <p role="alert" class="problem">{preview.problem}</p>;
  return (
    <div role="status">
      <p class="note">It will run next at:</p>
      <ol>
        {preview.times.map((at) => <li key={at}>{exactTime(at)}</li>)}
      </ol>
      <p class="note">{describeGap(preview.times)}</p>
    </div>
  );
}

/** The next three times, or why the expression means nothing; of the latest that was typed. */
function usePreview(expression: string, timeZone: string): Preview | null {
  const { rpc } = useWorld();
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let isWanted = true;
    const of = `${expression} ${timeZone}`;
    const show = (times: readonly string[], problem: string) => {
      if (isWanted) setPreview({ of, times, problem });
    };
    const timer = setTimeout(() => {
      if (expression === "" || timeZone === "") return show([], "Both fields are needed.");
      rpc("preview_schedule", { p_expression: expression, p_time_zone: timeZone }, previewSchema)
        .then((times) => show(times, ""), (error: Error) => show([], error.message));
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [expression, timeZone]);
  return preview;
}
