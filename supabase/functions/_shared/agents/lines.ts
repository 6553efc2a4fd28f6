import type { Json } from "../database/database_types.ts";
import { toStorable, toStorableText } from "../database/to_storable.ts";
import type { Clock } from "../platform/clock.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { AgentStore, LogLine, RunLease } from "./agent_store.ts";

/** Values beside a message: anything that JSON can say. */
export type LineFields = Readonly<Record<string, unknown>>;

/** The log lines of a run's tasks, sent together. */
export interface LineBuffer {
  add(taskId: string, message: string, fields?: LineFields): void;
  /** Sends what is left. Never throws: lines are not worth a task. */
  flush(): Promise<void>;
}

const FLUSH_AFTER_MS = 2_000;
/** Of one task; the database keeps as many. */
const MAX_WAITING = 199;
const KEPT_FIRST = 50;
const MAX_MESSAGE = 2_000;
const MAX_FIELDS_BYTES = 4_096;

interface LineDeps {
  readonly store: Pick<AgentStore, "logLines">;
  readonly lease: RunLease;
  readonly clock: Clock;
  readonly log: Log;
  readonly hide: (text: string) => string;
}

/** Collects lines for two seconds at most, so that a talkative task costs few round trips. */
export function createLineBuffer({ store, lease, clock, log, hide }: LineDeps): LineBuffer {
  const waiting = new Map<string, { lines: LogLine[]; dropped: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();

  function take(): LogLine[] {
    clearTimeout(timer);
    timer = undefined;
    const taken = Array.from(waiting, ([taskId, { lines, dropped }]) => {
      if (dropped === 0) return lines;
      const message = `${dropped} lines were left out here, because they came too fast.`;
      const middle = lines[KEPT_FIRST] ?? { at: clock() };
      return lines.toSpliced(KEPT_FIRST, 0, { taskId, at: middle.at, message });
    });
    waiting.clear();
    return taken.flat();
  }

  async function send(): Promise<void> {
    const lines = take();
    if (lines.length === 0) return;
    try {
      await store.logLines(lease, lines);
    } catch (error) {
      log("warn", "lines lost", {
        run_id: lease.runId,
        lines: lines.length,
        problem: describeError(error),
      });
    }
  }

  /** One after the other, so that lines keep their order. */
  function flush(): Promise<void> {
    sending = sending.then(send);
    return sending;
  }

  return {
    add(taskId, message, fields) {
      const own = waiting.get(taskId) ?? { lines: [], dropped: 0 };
      waiting.set(taskId, own);
      own.lines.push({ taskId, at: clock(), ...writeLine(message, fields, hide) });
      if (own.lines.length > MAX_WAITING) {
        own.lines.splice(KEPT_FIRST, 1);
        own.dropped += 1;
      }
      timer ??= setTimeout(flush, FLUSH_AFTER_MS);
    },
    flush,
  };
}

/** An object without a prototype cannot be made a text, and no line may fail its task. */
function toText(message: unknown): string {
  try {
    return String(message);
  } catch {
    return "(unreadable)";
  }
}

function writeLine(
  message: unknown,
  fields: LineFields | undefined,
  hide: (text: string) => string,
) {
  const text = hide(toStorableText(toText(message))).slice(0, MAX_MESSAGE).toWellFormed();
  if (fields === undefined) return { message: text };
  const { value } = toStorable(fields, MAX_FIELDS_BYTES);
  return { message: text, fields: hideIn(value ?? {}, hide) as Readonly<Record<string, Json>> };
}

function hideIn(value: Json, hide: (text: string) => string): Json {
  if (typeof value === "string") return hide(value);
  if (Array.isArray(value)) return value.map((item) => hideIn(item, hide));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [hide(key), hideIn(item ?? null, hide)]),
  );
}
