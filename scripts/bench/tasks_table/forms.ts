import { fileURLToPath } from "node:url";

/** One of the two tables that are measured side by side. */
export interface Form {
  readonly name: "ours" | "prior";
  /** The schema-qualified table. */
  readonly table: string;
  /** The schema-qualified summary function. */
  readonly summary: string;
}

/** Our table, and the prior system's form of it. */
export const FORMS: readonly [Form, Form] = [
  {
    name: "ours",
    table: "public.autonomous_tasks",
    summary: "public.get_autonomous_task_summary",
  },
  {
    name: "prior",
    table: "prior.autonomous_tasks",
    summary: "prior.get_autonomous_task_summary",
  },
];

/** Makes the schema `prior`; ours comes from the migrations. */
export const PRIOR_FORM_FILE = fileURLToPath(new URL("../prior_tasks_table.sql", import.meta.url));
