/** Rows of `workspace_reports`, and what `get_report` answers. */
import * as z from "zod/mini";

export const reportsSchema = z.array(z.object({
  id: z.string(),
  kind: z.string(),
  period_start: z.string(),
  version: z.number(),
  is_partial: z.boolean(),
  title: z.nullable(z.string()),
  subtitle: z.nullable(z.string()),
}));

const value = z.nullable(z.union([z.number(), z.string()]));

const rowSchema = z.object({
  label: z.string(),
  detail: z.optional(z.nullable(z.string())),
  value: z.optional(value),
  unit: z.optional(z.nullable(z.string())),
  before: z.optional(value),
});
export type ReportRow = z.infer<typeof rowSchema>;

export const reportSchema = z.array(z.object({
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  is_partial: z.boolean(),
  updated_at: z.string(),
  numbers: z.object({
    title: z.string(),
    subtitle: z.nullable(z.string()),
    sections: z.array(z.object({
      title: z.string(),
      query: z.optional(z.nullable(z.string())),
      rows: z.array(rowSchema),
    })),
    left_out: z.optional(z.nullable(z.array(z.string()))),
  }),
}));
export type Report = z.infer<typeof reportSchema>[number];

export const renderedSchema = z.object({ text: z.string() });
