/** What has happened in the project: system rows, alerts and the journal. */
import { Moment } from "../../parts/moment.tsx";
import { Empty } from "../../parts/states.tsx";
import { plain } from "../../words.ts";
import type { Action, ProjectAlert, SystemRow } from "./shapes.ts";
import { DELIVERY_WORDS, describeAction } from "./words.ts";
import { WideTable } from "../../parts/wide_table.tsx";

const STATUS_TONES: Readonly<Record<string, string>> = {
  completed: "good",
  failed: "bad",
  partial_failure: "bad",
  cancelled: "late",
};

export function SystemRows({ rows }: { readonly rows: readonly SystemRow[] }) {
  return (
    <section>
      <h2>Latest runs</h2>
      {rows.length === 0 ? <Empty>Nothing has run yet.</Empty> : (
        <WideTable>
          <table>
            <thead>
              <tr>
                <th>Run</th>
                <th>When</th>
                <th>Status</th>
                <th>What it says</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.task_id}>
                  <td>{row.schedule ?? plain(row.task_type)}</td>
                  <td>
                    <Moment at={row.at} />
                  </td>
                  <td>
                    <span class={`state ${STATUS_TONES[row.status] ?? ""}`}>
                      {plain(row.status)}
                    </span>
                  </td>
                  <td>
                    {row.message ?? (row.emails === null || row.emails === undefined
                      ? ""
                      : `${row.emails.toLocaleString("en-US")} emails`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}

export function Alerts({ alerts }: { readonly alerts: readonly ProjectAlert[] }) {
  return (
    <section>
      <h2>Alerts</h2>
      {alerts.length === 0
        ? <Empty>No alert was raised in 30 days. The guide “Get alerts” says how to be told.</Empty>
        : (
          <WideTable>
            <table>
              <thead>
                <tr>
                  <th>Alert</th>
                  <th>When</th>
                  <th>Delivery</th>
                </tr>
              </thead>
              <tbody>
                {alerts.map((alert) => (
                  <AlertRow
                    key={`${alert.at} ${alert.rule}`}
                    alert={alert}
                  />
                ))}
              </tbody>
            </table>
          </WideTable>
        )}
    </section>
  );
}

function AlertRow({ alert }: { readonly alert: ProjectAlert }) {
  const isBad = alert.delivery === "given_up";
  return (
    <tr>
      <td>
        {plain(alert.event)}
        {alert.message === null
          ? ", in a workspace: its words are for its members"
          : `: ${alert.message}`}
      </td>
      <td>
        <Moment at={alert.at} />
      </td>
      <td>
        <span class={`state ${isBad ? "bad" : ""}`}>{DELIVERY_WORDS[alert.delivery]}</span>{" "}
        <span class="note">
          to {alert.rule} by {alert.format}
          {alert.last_error && `: ${alert.last_error}`}
        </span>
      </td>
    </tr>
  );
}

export function Journal({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <section>
      <h2>Journal</h2>
      {actions.length === 0
        ? <Empty>No operator has done anything yet.</Empty>
        : (
          <ol class="journal" aria-label="Journal">
            {actions.map((action) => (
              <li key={`${action.at} ${action.act} ${action.subject}`}>
                <Moment at={action.at} /> <b>{action.who ?? "SQL editor or deploy"}</b>:{" "}
                {describeAction(action)}
              </li>
            ))}
          </ol>
        )}
    </section>
  );
}
