import type postgres from "postgres";
import { z } from "zod";
import type { TestDatabase } from "./test_database.ts";

/** One node of a plan that reads or writes a table; `index` where it goes through one. */
export interface PlanNode {
  readonly type: string;
  readonly table: string | undefined;
  readonly index: string | undefined;
}

interface RawNode {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Index Name"?: string | undefined;
  Plans?: RawNode[] | undefined;
}

const nodeSchema: z.ZodType<RawNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Index Name": z.string().optional(),
    Plans: z.array(nodeSchema).optional(),
  })
);
const planSchema = z.object({ Plan: nodeSchema });

/** The nodes of the plan that the database would choose for a statement. */
export async function explainStatement(sql: postgres.Sql, statement: string): Promise<PlanNode[]> {
  const [row] = await sql.unsafe<{ "QUERY PLAN": unknown }[]>(`explain (format json) ${statement}`);
  const [plan] = z.array(planSchema).parse(row?.["QUERY PLAN"]);
  return plan === undefined ? [] : listNodes(plan.Plan);
}

/**
 * Makes a superuser's session report the plan of every statement it runs, also of those inside
 * functions, as notices that `readReportedPlan` understands.
 */
export async function reportPlans(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_format = 'json';
    set auto_explain.log_level = 'notice'`);
}

/**
 * Opens a superuser's session that reports every plan into `nodes`.
 * @example const { sql, nodes } = await watchPlans(connect);
 */
export async function watchPlans(
  connect: TestDatabase["connect"],
): Promise<{ readonly sql: postgres.Sql; readonly nodes: PlanNode[] }> {
  const nodes: PlanNode[] = [];
  const sql = connect({
    role: "supabase_admin",
    onnotice: (notice) => nodes.push(...readReportedPlan(notice)),
  });
  await reportPlans(sql);
  return { sql, nodes };
}

/** The nodes of a plan that a session reported; none for other notices. */
export function readReportedPlan(notice: postgres.Notice): PlanNode[] {
  const message = notice["message"] ?? "";
  if (!message.startsWith("duration: ")) return [];
  return listNodes(planSchema.parse(JSON.parse(message.slice(message.indexOf("{")))).Plan);
}

function listNodes(node: RawNode, heapTable?: string): PlanNode[] {
  // The index scan below a bitmap heap scan does not say which table it is for.
  const table = node["Relation Name"] ?? heapTable;
  const children = (node.Plans ?? []).flatMap((child) =>
    listNodes(child, node["Node Type"].startsWith("Bitmap") ? table : undefined)
  );
  return [{ type: node["Node Type"], table, index: node["Index Name"] }, ...children];
}
