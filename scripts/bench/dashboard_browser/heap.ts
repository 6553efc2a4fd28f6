import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { roundFigure } from "../../lib/quantiles.ts";
import type { Stack } from "../../local/stack.ts";
import { WORKSPACE } from "../dashboard/fill.ts";

/** The page asks this often while nothing runs. */
const POLL_SECONDS = 15;
/** Until caches are as full as they get. */
const WARM_UP_POLLS = 20;
const POLLS_A_CHANGE = 4;

/** What a page that stays open costs. */
export interface HeapFigures {
  readonly polls: number;
  readonly heap_mb_before: number;
  readonly heap_mb_after: number;
  readonly grown_mb: number;
}

/**
 * Leaves the list of tasks open for some simulated hours. Each poll is a real one; every simulated
 * minute a task ends, so that what the page shows is asked again.
 */
export async function measureHeap(
  context: BrowserContext,
  stack: Stack,
  hours: number,
): Promise<HeapFigures> {
  const page = await context.newPage();
  try {
    await page.clock.install();
    await page.goto(`${stack.url}/#/tasks`, { waitUntil: "networkidle" });
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await poll(page, stack, WARM_UP_POLLS);
    const before = await readHeapMb(session);
    const polls = hours * 3_600 / POLL_SECONDS;
    await poll(page, stack, polls);
    const after = await readHeapMb(session);
    return {
      polls,
      heap_mb_before: roundFigure(before, 2),
      heap_mb_after: roundFigure(after, 2),
      grown_mb: roundFigure(after - before, 2),
    };
  } finally {
    await page.close();
  }
}

async function poll(page: Page, { database }: Stack, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    if (time % POLLS_A_CHANGE === 0) {
      await database.query(
        `insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name)
         values ($1, 'email_sync', 'completed', 'clock')`,
        [WORKSPACE],
      );
    }
    const answered = page.waitForResponse((response) => response.url().includes("get_pulse"));
    await page.clock.fastForward(POLL_SECONDS * 1_000);
    await answered;
  }
  await page.waitForLoadState("networkidle");
}

/** What is left after everything that nobody needs was collected. */
async function readHeapMb(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const used = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  return used / 1_000_000;
}
