import type { Browser } from "playwright-core";
import { countHands, type Hands } from "../../../dashboard/tests/testing/count_hands.ts";
import { fillProject, type Project } from "../../../dashboard/tests/testing/project.ts";
import { type Question, QUESTIONS } from "../../../dashboard/tests/testing/questions.ts";
import { keepingSchedules } from "../../../dashboard/tests/testing/schedules.ts";
import { signIn } from "../../../dashboard/tests/testing/session.ts";
import { buildDashboard } from "../../dashboard/build.ts";
import { launchBrowser } from "../../dashboard/launch_browser.ts";
import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { requireBrowser } from "../require.ts";

const ROUNDS = 3;
const MOST_CLICKS = 2;

/**
 * Seconds that a person takes beside waiting, by the keystroke-level model of Card, Moran and
 * Newell (1980): to think, to point, to press and release, to reach for the keyboard, to type.
 */
const THINK = 1.35;
const POINT = 1.1;
const CLICK = 0.2;
const REACH = 0.4;
const KEY = 0.28;

/** The stranger's test: each question of the morning, with its clicks and seconds. */
export const dashboardQuestions: Benchmark = {
  name: "dashboard-questions",
  summary: "clicks and seconds from the dashboard's overview to each answer of the morning",
  async run({ say }) {
    const program = await requireBrowser();
    const folder = await Deno.makeTempDir({ prefix: "nightshift-questions-" });
    await buildDashboard(folder);
    await using stack = await startStack({ functions: [], dashboardFolder: folder });
    stack.onStop(() => Deno.remove(folder, { recursive: true }));
    const project = await fillProject(stack);
    const browser = await launchBrowser(program);
    try {
      const figures: Record<string, Record<string, number>> = {};
      for (const question of QUESTIONS) {
        const walks: Walk[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          await keepingSchedules({ stack }, async () => {
            walks.push(await walkOnce(browser, stack, project, question));
          });
        }
        figures[question.question] = summarize(walks);
        say(question.question);
      }
      const clicks = Math.max(...Object.values(figures).map((one) => one["clicks"] ?? 0));
      return {
        figures,
        goals: [limit("clicks", clicks, "<=", MOST_CLICKS)],
        software: { browser: browser.version() },
        n: QUESTIONS.length * ROUNDS,
      };
    } finally {
      await browser.close();
    }
  },
};

interface Walk extends Hands {
  readonly seconds: number;
}

/** From the overview, whole, to the answer; a question without clicks begins with a reload. */
async function walkOnce(
  browser: Browser,
  stack: Stack,
  project: Project,
  { as, clicks, walk }: Question,
): Promise<Walk> {
  const context = await browser.newContext({
    storageState: await signIn(stack, project, as),
    timezoneId: "UTC",
  });
  try {
    const page = await context.newPage();
    await page.goto(`${stack.url}/#/`, { waitUntil: "networkidle" });
    const readHands = await countHands(page);
    const startedAt = performance.now();
    if (clicks === 0) await page.reload();
    await walk(page);
    return { ...readHands(), seconds: (performance.now() - startedAt) / 1_000 };
  } finally {
    await context.close();
  }
}

function summarize(walks: readonly Walk[]): Record<string, number> {
  const [{ clicks, keys } = { clicks: 0, keys: 0 }] = walks;
  const waiting = findQuantile(walks.map(({ seconds }) => seconds), 0.5);
  const hands = clicks * (THINK + POINT + CLICK) + (keys > 0 ? THINK + REACH + keys * KEY : 0);
  return {
    clicks,
    keys,
    page_seconds: roundFigure(waiting, 1),
    // To read the answer is a thought, too.
    person_seconds: roundFigure(waiting + hands + THINK, 1),
  };
}
