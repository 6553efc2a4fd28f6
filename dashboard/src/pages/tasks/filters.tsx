/** The filters of the list as chips, and a form that adds more. Each is in the address. */
import { go } from "../../data/address.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { exactTime, plain } from "../../words.ts";
import { NO_FILTER, RANGES, type TaskFilter, tasksAddress } from "./address.ts";
import { sumsSchema } from "./shapes.ts";
import { describeStatus, STATUS_WORDS } from "./task_words.ts";

const RANGE_WORDS: Readonly<Record<string, string>> = {
  "24h": "last 24 hours",
  "7d": "last 7 days",
  "30d": "last 30 days",
};
const TRIGGERS = ["cron", "user", "api", "system"];
const FIELD_WORDS: Readonly<Record<keyof TaskFilter, string>> = {
  since: "time",
  from: "from",
  to: "before",
  status: "status",
  type: "type",
  agent: "agent",
  trigger: "started by",
  words: "error says",
  id: "id",
};

export function Filters({ filter }: { readonly filter: TaskFilter }) {
  return (
    <div class="filters">
      <Chips filter={filter} />
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
    </div>
  );
}

function Chips({ filter }: { readonly filter: TaskFilter }) {
  const set = (Object.keys(NO_FILTER) as (keyof TaskFilter)[]).filter((name) =>
    filter[name] !== ""
  );
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters">
      {set.map((name) => (
        <li key={name}>
          <a
            href={tasksAddress.format({ ...filter, [name]: "" })}
            aria-label={`Remove ${FIELD_WORDS[name]}: ${describe(name, filter[name])}`}
          >
            {FIELD_WORDS[name]}: {describe(name, filter[name])} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {set.length > 1 && (
        <li>
          <a href={tasksAddress.format(NO_FILTER)}>Remove all</a>
        </li>
      )}
    </ul>
  );
}

function FilterForm({ filter }: { readonly filter: TaskFilter }) {
  const change = (changed: Partial<TaskFilter>) =>
    go(tasksAddress.format({ ...filter, ...changed }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const read = (name: string) => String(data.get(name) ?? "").trim();
    change({ agent: read("agent"), words: read("words"), id: read("id") });
  };
  return (
    <form onSubmit={submit} role="search" aria-label="Tasks">
      <Choice
        label="Time"
        value={filter.since}
        choices={Object.keys(RANGES)}
        describe={(name) => RANGE_WORDS[name] ?? name}
        choose={(since) => change({ since: since as TaskFilter["since"], from: "", to: "" })}
      />
      <Choice
        label="Status"
        value={filter.status}
        choices={Object.keys(STATUS_WORDS)}
        describe={describeStatus}
        choose={(status) => change({ status })}
      />
      <TypeChoice filter={filter} choose={(type) => change({ type })} />
      <Choice
        label="Started by"
        value={filter.trigger}
        choices={TRIGGERS}
        describe={plain}
        choose={(trigger) => change({ trigger })}
      />
      <label>
        Agent <input name="agent" value={filter.agent} maxLength={200} />
      </label>
      <label>
        Error says <input name="words" value={filter.words} maxLength={200} data-filter />
      </label>
      <label>
        Id{" "}
        <input
          name="id"
          value={filter.id}
          pattern="[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
        />
      </label>
      <button type="submit">Search</button>
    </form>
  );
}

/** The types that there were within 30 days. */
function TypeChoice({ filter, choose }: {
  readonly filter: TaskFilter;
  choose(type: string): void;
}) {
  const { rpc, workspaceId } = useWorld();
  const sums = useQuery(["task-types"], () =>
    rpc("get_task_sums", {
      p_workspace_id: workspaceId,
      p_from: new Date(Date.now() - RANGES["30d"] * 3_600_000).toISOString(),
    }, sumsSchema), []);
  const found = (sums.data?.types ?? []).map(({ task_type }) => task_type);
  const choices = filter.type === "" || found.includes(filter.type)
    ? found
    : [filter.type, ...found];
  return (
    <Choice label="Type" value={filter.type} choices={choices} describe={plain} choose={choose} />
  );
}

function Choice({ label, value, choices, describe, choose }: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  describe(choice: string): string;
  choose(choice: string): void;
}) {
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">any</option>
        {choices.map((choice) => <option key={choice} value={choice}>{describe(choice)}</option>)}
      </select>
    </label>
  );
}

function describe(name: keyof TaskFilter, value: string): string {
  if (name === "since") return RANGE_WORDS[value] ?? value;
  if (name === "from" || name === "to") return exactTime(value);
  if (name === "status") return value.split(",").map(describeStatus).join(" or ");
  return name === "type" ? plain(value) : value;
}
