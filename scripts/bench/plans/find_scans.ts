import type postgres from "postgres";
import { type PlanNode, reportPlans } from "../../local/testing/query_plans.ts";
import type { Work } from "./works.ts";

/** Tables of which no work may read every row. */
const LARGE_TABLES = ["client_emails", "email_intelligence", "autonomous_tasks", "ai_usage"];
/** Reads a whole table, so that a look that sees nothing is told from one that finds nothing. */
const CONTROL: Work = {
  name: "control",
  statement: "select max(md5(body_text)) from public.client_emails",
};

/** What the plans of some work look like. */
export interface Scans {
  /** Work that reads a whole table: its name and the table. */
  readonly scans: readonly string[];
  /** Whether a statement that reads a whole table was seen to do so. */
  readonly isControlSeen: boolean;
  /** Plans that were looked at, each of one table or index in one statement. */
  readonly nodes: number;
  /** Indexes of the large tables that were used. */
  readonly indexes: readonly string[];
}

/**
 * Does each work `rounds` times and looks at the plan of every statement in it, also inside
 * functions. From the sixth time on, a session uses generic plans, too.
 * @param sql a session of a superuser whose notices are read into `nodes`
 * @param nodes where `onnotice` of the session puts what `readReportedPlan` returns
 * @param shortestMs statements that take less are left out; 0 looks at all
 * @example await findScans(sql, nodes, listWorks(workspaceId), { shortestMs: 2, rounds: 7 });
 */
export async function findScans(
  sql: postgres.Sql,
  nodes: PlanNode[],
  works: readonly Work[],
  { shortestMs, rounds }: { readonly shortestMs: number; readonly rounds: number },
): Promise<Scans> {
  await reportPlans(sql);
  await sql.unsafe(`set auto_explain.log_min_duration = ${shortestMs};
    set request.jwt.claims = '{"role": "service_role"}'`);
  const scans = new Set<string>();
  const indexes = new Set<string>();
  let seen = 0;
  for (const { name, statement } of [...repeat(works, rounds), CONTROL]) {
    await sql.unsafe(statement);
    for (const { type, table, index } of nodes.splice(0)) {
      seen++;
      if (!LARGE_TABLES.includes(table ?? "")) continue;
      if (type === "Seq Scan") scans.add(`${name}: ${table}`);
      if (index !== undefined) indexes.add(index);
    }
  }
  const isControlSeen = scans.delete("control: client_emails");
  return { scans: [...scans].sort(), isControlSeen, nodes: seen, indexes: [...indexes].sort() };
}

function repeat(works: readonly Work[], rounds: number): Work[] {
  return Array.from({ length: rounds }, () => works).flat();
}
