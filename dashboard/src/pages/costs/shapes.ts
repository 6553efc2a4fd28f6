/** What `get_spending` answers, as far as the page reads it. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const usd = z.coerce.number();

export const spendingSchema = z.nullable(z.object({
  as_of: z.string(),
  role: z.string(),
  first_day: z.string(),
  counted_from: text,
  tasks: z.object({
    days: z.array(z.object({
      day: z.string(),
      usd,
      types: z.nullable(z.record(z.string(), usd)),
    })),
    types: z.array(z.object({ task_type: z.string(), usd, tasks: z.number() })),
  }),
  calls: z.object({
    days: z.array(z.object({ day: z.string(), usd, calls: z.number() })),
    models: z.array(z.object({
      model: z.string(),
      usd,
      calls: z.number(),
      failed: z.number(),
      tokens_in: z.number(),
      tokens_out: z.number(),
    })),
  }),
  budgets: z.array(z.object({
    period: z.string(),
    period_ends_at: z.string(),
    limit_usd: usd,
    spent_usd: usd,
    reserved_usd: usd,
    paused: z.boolean(),
    ends_at: text,
  })),
  brake: z.nullable(z.object({ at: z.string() })),
  waiting: z.nullable(z.object({ message: z.string(), since: z.string(), emails: z.number() })),
}));
export type Spending = NonNullable<z.infer<typeof spendingSchema>>;
export type Budget = Spending["budgets"][number];

export const brakedSchema = z.array(z.object({ period: z.string() }));
