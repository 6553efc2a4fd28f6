/** A weekly report. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** @param mark in front of its title */
export async function insertReport(
  { database }: Stack,
  workspace: string,
  mark: string,
): Promise<void> {
  const numbers = {
    title: `${mark}The week`,
    subtitle: "Monday to Sunday",
    sections: [{
      title: "Emails",
      query: "select … from daily_metrics",
      rows: [
        { label: "Emails received", value: 1250, before: 900 },
        { label: "Spent on models", value: 1.5, unit: "usd" },
      ],
    }],
    left_out: ["Contacts"],
  };
  await database.query(
    `insert into public.workspace_reports (workspace_id, kind, period_start, period_end, time_zone, numbers,
       is_partial, created_at, updated_at)
     values ($1, 'weekly', '2026-11-16T00:00Z', '2026-11-23T00:00Z', 'UTC', $2::text::jsonb, false, now(), now())`,
    [workspace, JSON.stringify(numbers)],
  );
}
