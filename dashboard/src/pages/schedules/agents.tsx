/** Agents that work on demand, and jobs of other systems that are watched. */
import { Expression } from "../../parts/expression.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Empty } from "../../parts/states.tsx";
import { count, plain } from "../../words.ts";
import { describeExpectation, describeWatch, ENQUEUE_WORDS } from "./policies.ts";
import type { Agent, Watch } from "./shapes.ts";
import { WideTable } from "../../parts/wide_table.tsx";

export function Agents({ agents }: { readonly agents: readonly Agent[] }) {
  return (
    <section>
      <h2>Agents</h2>
      {agents.length === 0
        ? <Empty>No agent takes jobs. The guide “Write an agent” says how to add one.</Empty>
        : (
          <WideTable>
            <table>
              <thead>
                <tr>
                  <th>Agent</th>
                  <th>Works</th>
                  <th>Jobs of this workspace</th>
                  <th>Jobs come from</th>
                </tr>
              </thead>
              <tbody>
                {agents.map((agent) => (
                  <tr key={agent.name}>
                    <td>
                      {agent.name}
                      <br />
                      <span class="note">{plain(agent.task_type)}</span>
                    </td>
                    <td>
                      {agent.enabled
                        ? agent.cron_expression === null ? "on demand" : "on its schedule"
                        : <span class="state late">paused</span>}
                    </td>
                    <td>{count(agent.waiting, "waits", "wait")}, {agent.running} running</td>
                    <td>{ENQUEUE_WORDS[agent.enqueue_policy]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        )}
    </section>
  );
}

export function Watches({ watches }: { readonly watches: readonly Watch[] }) {
  return (
    <section>
      <h2>Watched jobs</h2>
      {watches.length === 0
        ? (
          <Empty>
            No job of another system is watched. Owners and admins add one, see the guide “Watch
            jobs of other systems”.
          </Empty>
        )
        : (
          <WideTable>
            <table>
              <thead>
                <tr>
                  <th>Job</th>
                  <th>State</th>
                  <th>Expected</th>
                  <th>Deadline</th>
                </tr>
              </thead>
              <tbody>
                {watches.map((watch) => <WatchRow key={watch.watch_id} watch={watch} />)}
              </tbody>
            </table>
          </WideTable>
        )}
    </section>
  );
}

function WatchRow({ watch }: { readonly watch: Watch }) {
  const { word, tone } = describeWatch(watch);
  return (
    <tr>
      <td>{watch.agent_name ?? "every job of a token"}</td>
      <td>
        <span class={`state ${tone}`}>{word}</span>
        {watch.problem_since && (
          <>
            {" since "}
            <Moment at={watch.problem_since} />
          </>
        )}
        {!watch.problem_since && watch.last_ended_at && (
          <>
            {", last ended "}
            <Moment at={watch.last_ended_at} />
          </>
        )}
      </td>
      <td>
        {watch.cron_expression === null
          ? describeExpectation(watch)
          : <Expression expression={watch.cron_expression} timeZone={watch.time_zone} />}
      </td>
      <td>{watch.deadline ? <Moment at={watch.deadline} /> : "none"}</td>
    </tr>
  );
}
