/** Schedules that a test changes. */
import type { Visit } from "./with_dashboard.ts";

/** Has the schedules afterwards as they were, whatever a test did. */
export async function keepingSchedules(
  { stack }: Pick<Visit, "stack">,
  act: () => Promise<void>,
): Promise<void> {
  const before = await stack.database.query<{ name: string; enabled: boolean; cron: string }>(
    "select name, enabled, cron_expression as cron from public.task_schedules",
  );
  try {
    await act();
  } finally {
    for (const { name, enabled, cron } of before) {
      await stack.database.query(
        `update public.task_schedules set enabled = $2, cron_expression = $3
         where name = $1 and (enabled, cron_expression) is distinct from ($2, $3)`,
        [name, enabled, cron],
      );
    }
  }
}
