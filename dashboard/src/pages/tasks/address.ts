import { type Address, joinFragment } from "../../data/address.ts";

/** Ranges of time that end now, with their hours. */
export const RANGES = { "24h": 24, "7d": 168, "30d": 720 } as const;
export type Range = keyof typeof RANGES;

/** Which tasks are listed; what is empty says nothing. */
export interface TaskFilter {
  readonly since: Range | "";
  /** Times, in place of `since`. */
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly type: string;
  readonly agent: string;
  readonly trigger: string;
  /** Part of the error message. */
  readonly words: string;
  readonly id: string;
}

export const NO_FILTER: TaskFilter = {
  since: "",
  from: "",
  to: "",
  status: "",
  type: "",
  agent: "",
  trigger: "",
  words: "",
  id: "",
};

export const tasksAddress: Address<TaskFilter> = {
  page: "tasks",
  parse: ([page, id = ""], query) => {
    if (page !== "tasks" || id !== "") return null;
    const read = (name: keyof TaskFilter) => query.get(name) ?? "";
    const since = read("since");
    return {
      ...NO_FILTER,
      status: read("status"),
      type: read("type"),
      agent: read("agent"),
      trigger: read("trigger"),
      words: read("words"),
      id: read("id").trim(),
      ...isRange(since) ? { since } : { from: readTime(query, "from"), to: readTime(query, "to") },
    };
  },
  format: (filter) => joinFragment(["tasks"], { ...NO_FILTER, ...filter }),
};

/**
 * The filter as `list_tasks` takes it.
 * @param now milliseconds, the end of `since`
 */
export function toQuestion(filter: TaskFilter, now: number): Readonly<Record<string, string>> {
  const from = filter.since === ""
    ? filter.from
    : new Date(now - RANGES[filter.since] * 3_600_000).toISOString();
  const question = {
    from,
    to: filter.to,
    status: filter.status,
    task_type: filter.type,
    agent_name: filter.agent,
    triggered_by: filter.trigger,
    error_text: filter.words,
    id: filter.id,
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== ""));
}

function isRange(text: string): text is Range {
  return Object.hasOwn(RANGES, text);
}

function readTime(query: URLSearchParams, name: string): string {
  const said = query.get(name) ?? "";
  return Number.isNaN(Date.parse(said)) ? "" : said;
}
