import type { Stack } from "../../local/stack.ts";
import { readSql } from "./read_sql.ts";

/** A task that an agent outside of the project has logged. */
interface Logged {
  readonly type: string;
  readonly agent: string;
  readonly status: string;
  readonly minutesAgo: number;
  readonly seconds: number;
  readonly costUsd?: number;
  readonly error?: string;
}

const LOGGED: readonly Logged[] = [
  ...[9, 33, 57, 81].map((hours): Logged => ({
    type: "daily_analytics_rollup",
    agent: "nightly-numbers",
    status: "completed",
    minutesAgo: hours * 60,
    seconds: 41,
  })),
  {
    type: "content_calendar_sync",
    agent: "n8n-calendar",
    status: "failed",
    minutesAgo: 190,
    seconds: 12,
    error: "calendar.example answered 401. Renew its key in n8n, then retry.",
  },
  {
    type: "content_calendar_sync",
    agent: "n8n-calendar",
    status: "completed",
    minutesAgo: 1_630,
    seconds: 9,
  },
  {
    type: "social_media_posting",
    agent: "post-writer",
    status: "completed",
    minutesAgo: 300,
    seconds: 18,
    costUsd: 0.042,
  },
  {
    type: "campaign_optimization",
    agent: "spring-campaign",
    status: "cancelled",
    minutesAgo: 420,
    seconds: 3,
    error: "Cancelled by ada@harbour-bakery.example.",
  },
  {
    type: "campaign_optimization",
    agent: "spring-campaign",
    status: "running",
    minutesAgo: 2,
    seconds: 0,
  },
];

/** Tasks of agents, a budget that is nearly spent, and the calls of a model that spent it. */
export async function addAgents({ database }: Stack, workspaceId: string): Promise<void> {
  await database.query(
    await readSql("agent_tasks.sql"),
    [workspaceId, JSON.stringify(LOGGED)],
  );
  await database.query(
    `insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd)
     values ($1, 1, 20)`,
    [workspaceId],
  );
  await database.query(
    await readSql("model_calls.sql"),
    [workspaceId],
  );
}
