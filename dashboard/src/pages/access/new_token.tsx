/** A new token: what it will allow is said before, the token itself is shown once. */
import { useState } from "preact/hooks";
import { useWorld } from "../../data/query.ts";
import { useAct } from "../../parts/acts.tsx";
import { plain } from "../../words.ts";
import { describeNewToken, type Scope, SCOPES } from "./rules.ts";
import { newTokenSchema } from "./shapes.ts";
import { TASK_TYPES } from "./task_types.ts";

const DAY_MS = 86_400_000;
const ENDS = [0, 30, 90, 365] as const;

export function NewToken({ made }: { readonly made: () => void }) {
  const { rpc, workspaceId } = useWorld();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("tasks");
  const [taskType, setTaskType] = useState("");
  const [days, setDays] = useState(0);
  const [token, setToken] = useState("");
  const { isBusy, problem, run } = useAct();
  const isReady = name.trim() !== "" && (scope !== "ping" || taskType !== "") && !isBusy;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    await run(async () => {
      const answer = await rpc("create_ingest_token", {
        p_workspace_id: workspaceId,
        p_name: name.trim(),
        p_scopes: [scope],
        p_task_types: taskType === "" || scope === "mail" ? null : [taskType],
        p_expires_at: days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
      }, newTokenSchema);
      setToken(answer.token);
      setName("");
      made();
    });
  };
  return (
    <form class="fields" onSubmit={submit} aria-label="New token">
      <label>
        Name of the system
        <input
          value={name}
          maxLength={200}
          placeholder="GitHub Actions"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        May
        <select
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value as Scope)}
        >
          {Object.entries(SCOPES).map(([one, words]) => (
            <option key={one} value={one}>{words}</option>
          ))}
        </select>
      </label>
      {scope !== "mail" && (
        <label>
          Type of its tasks
          <select value={taskType} onChange={(event) => setTaskType(event.currentTarget.value)}>
            <option value="">{scope === "ping" ? "choose one" : "every type"}</option>
            {TASK_TYPES.map((type) => <option key={type} value={type}>{plain(type)}</option>)}
          </select>
        </label>
      )}
      <label>
        Ends
        <select
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        >
          {ENDS.map((end) => (
            <option key={end} value={end}>
              {end === 0 ? "when it is revoked" : `in ${end} days`}
            </option>
          ))}
        </select>
      </label>
      {name.trim() !== "" && (
        <p class="note">{describeNewToken({ name: name.trim(), scope, taskType, days })}</p>
      )}
      <p class="acts">
        <button type="submit" class="main" disabled={!isReady}>Make the token</button>
      </p>
      {problem !== "" && <p role="alert" class="problem">{problem}</p>}
      {token !== "" && <Made token={token} hide={() => setToken("")} />}
    </form>
  );
}

function Made({ token, hide }: { readonly token: string; readonly hide: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(token).then(() => setCopied(true), () => {});
  };
  return (
    <div role="status">
      <p>This is shown once, and kept nowhere. Give it to the system now.</p>
      <code class="secret">{token}</code>
      <p class="acts">
        <button type="button" onClick={copy}>{isCopied ? "Copied" : "Copy"}</button>
        <button type="button" onClick={hide}>I have it</button>
      </p>
    </div>
  );
}
