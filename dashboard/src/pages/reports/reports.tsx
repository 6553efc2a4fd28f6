/** Weekly and monthly reports of the workspace: their numbers, and the text that is sent. */
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty, Missing } from "../../parts/states.tsx";
import { dayName, plain } from "../../words.ts";
import { reportsAddress } from "./address.ts";
import { formatNumber } from "./numbers.ts";
import { renderedSchema, type Report, reportSchema, reportsSchema } from "./shapes.ts";

export function Reports({ reportId }: { readonly reportId: string | null }) {
  return reportId === null ? <List /> : <One reportId={reportId} />;
}

function List() {
  const { read, workspaceId } = useWorld();
  const reports = useQuery(["reports"], () =>
    read(
      `workspace_reports?workspace_id=eq.${workspaceId}&order=period_start.desc&limit=50` +
        "&select=id,kind,period_start,version,is_partial,title:numbers->>title," +
        "subtitle:numbers->>subtitle",
      reportsSchema,
    ), ["tasks"]);
  return (
    <>
      <h1>Reports</h1>
      <Answered result={reports}>
        {(found) =>
          found.length === 0
            ? (
              <Empty>
                No report has been written yet. The guide <code>docs/guides/reports.md</code>{" "}
                says how a workspace asks for one each week or month.
              </Empty>
            )
            : (
              <table data-rows>
                <thead>
                  <tr>
                    <th>Report</th>
                    <th>Period</th>
                    <th>Version</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((report) => (
                    <tr key={report.id}>
                      <td>
                        <a href={reportsAddress.format({ reportId: report.id })}>
                          {report.title ?? plain(report.kind)}
                        </a>
                      </td>
                      <td>
                        {report.subtitle ?? dayName(report.period_start)}
                        {report.is_partial && <span class="note">not seen whole</span>}
                      </td>
                      <td class="number">{report.version}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
      </Answered>
    </>
  );
}

function One({ reportId }: { readonly reportId: string }) {
  const { read, workspaceId } = useWorld();
  const report = useQuery(["report", reportId], () =>
    read(
      `workspace_reports?id=eq.${encodeURIComponent(reportId)}&workspace_id=eq.${workspaceId}` +
        "&select=id,kind,version,is_partial,updated_at,numbers",
      reportSchema,
    ), ["tasks"]);
  return (
    <>
      <p>
        <a href={reportsAddress.format({ reportId: null })}>All reports</a>
      </p>
      <Answered result={report}>
        {([found]) =>
          found
            ? <Numbers report={found} />
            : <Missing title="Report">This report is not there, or you may not read it.</Missing>}
      </Answered>
    </>
  );
}

function Numbers({ report: { id, numbers, version, is_partial, updated_at } }: {
  readonly report: Report;
}) {
  const { title, subtitle, sections, left_out } = numbers;
  return (
    <>
      <h1>{title}</h1>
      <p class="note">
        {subtitle} · version {version}, <Moment at={updated_at} />
        {is_partial && " · the period was not seen whole"}
      </p>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <Rows rows={section.rows} />
          {section.query && <p class="note">From: {section.query}</p>}
        </section>
      ))}
      {left_out && left_out.length > 0 && (
        <p class="note">Left out, because there is no data: {left_out.join(", ")}.</p>
      )}
      <Sent reportId={id} />
    </>
  );
}

/** A column in which no row has a number is left out. */
function Rows({ rows }: { readonly rows: Report["numbers"]["sections"][number]["rows"] }) {
  const hasValues = rows.some(({ value }) => value !== null && value !== undefined);
  const hasBefore = rows.some(({ before }) => before !== null && before !== undefined);
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th>What</th>
          {hasValues && <th class="number">This period</th>}
          {hasBefore && <th class="number">Before</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>{row.label} {row.detail && <span class="note">{row.detail}</span>}</td>
            {hasValues && <td class="number">{formatNumber(row.value, row.unit)}</td>}
            {hasBefore && <td class="number">{formatNumber(row.before, row.unit)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The text that subscribers get. Its HTML is for email programs and is not shown here. */
function Sent({ reportId }: { readonly reportId: string }) {
  const { rpc } = useWorld();
  const rendered = useQuery(
    ["report text", reportId],
    () => rpc("get_report", { p_report_id: reportId }, renderedSchema),
    ["tasks"],
  );
  return (
    <details>
      <summary>The text that is sent</summary>
      <Answered result={rendered}>
        {({ text }) => <pre tabIndex={0}>{text}</pre>}
      </Answered>
    </details>
  );
}
