import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import { type PageNotes, readNotes, watchPage } from "./watch_page.ts";

/** Every page that the navigation leads to, and views of them that ask for more. */
const VIEWS: Readonly<Record<string, string>> = {
  overview: "#/",
  answers: "#/answers",
  tasks: "#/tasks",
  tasks_failed: "#/tasks?status=failed&since=30d",
  costs: "#/costs",
  contacts: "#/contacts",
  reports: "#/reports",
  mailboxes: "#/mailboxes",
  schedules: "#/schedules",
  schedule: "#/schedules/continuous-intelligence",
  access: "#/access",
  operator: "#/operator",
  why: "#/why",
};
const LOADS = 3;

/** What the first load of a view does to who waits for it. */
export interface LoadFigures {
  /** The worst of the loads. */
  readonly layout_shift: number;
  /** The longest task of the main thread over 50 ms; the middle one of the loads. */
  readonly longest_task_ms: number;
  /** Total blocking time; the middle one of the loads. */
  readonly blocked_ms: number;
}

/** Loads every view anew, some times over. */
export async function measureLoads(
  context: BrowserContext,
  url: string,
  say: (line: string) => void,
): Promise<Record<string, LoadFigures>> {
  const figures: Record<string, LoadFigures> = {};
  for (const [name, fragment] of Object.entries(VIEWS)) {
    const notes: PageNotes[] = [];
    for (let load = 0; load < LOADS; load++) {
      notes.push(await loadOnce(context, `${url}/${fragment}`));
    }
    const moved = notes.flatMap((one) => one.moved);
    if (moved.length > 0) say(`On ${fragment} something moves: ${[...new Set(moved)].join(", ")}`);
    figures[name] = {
      layout_shift: roundFigure(Math.max(...notes.map(({ shift }) => shift)), 4),
      longest_task_ms: Math.round(findQuantile(notes.map((one) => one.longestTaskMs), 0.5)),
      blocked_ms: Math.round(findQuantile(notes.map(({ blockedMs }) => blockedMs), 0.5)),
    };
  }
  return figures;
}

async function loadOnce(context: BrowserContext, address: string): Promise<PageNotes> {
  const page = await context.newPage();
  try {
    await watchPage(page);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator("main h1").first().waitFor();
    await page.locator(".placeholder").first().waitFor({ state: "detached" });
    return await readNotes(page);
  } finally {
    await page.close();
  }
}

/** Kilobytes of scripts, gz, that a signed-in browser gets until the overview is drawn. */
export async function measureFirstPage(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  try {
    const bodies: Promise<Uint8Array>[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) bodies.push(response.body());
    });
    await page.goto(`${url}/#/`, { waitUntil: "networkidle" });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
    return roundFigure(sizes.reduce((sum, size) => sum + size, 0) / 1_000, 1);
  } finally {
    await page.close();
  }
}

/** Milliseconds from the beginning of each reload until the overview's sentence is painted. */
export async function measureReloads(
  context: BrowserContext,
  url: string,
  reloads: number,
): Promise<readonly number[]> {
  const page = await context.newPage();
  try {
    await watchPage(page);
    await page.goto(`${url}/#/`, { waitUntil: "networkidle" });
    const times: number[] = [];
    for (let reload = 0; reload < reloads; reload++) {
      await page.reload({ waitUntil: "networkidle" });
      const { sentenceAt } = await readNotes(page);
      if (sentenceAt === null) throw new Error("The overview has no sentence.");
      times.push(sentenceAt);
    }
    return times;
  } finally {
    await page.close();
  }
}
