// deno-lint-ignore-file no-console -- a skipped test says why
import type { Browser, Page } from "playwright-core";
import { buildDashboard } from "../../../scripts/dashboard/build.ts";
import { findBrowser } from "../../../scripts/dashboard/browser_install.ts";
import { launchBrowser } from "../../../scripts/dashboard/launch_browser.ts";
import { findPostgres } from "../../../scripts/local/postgres/postgres_install.ts";
import { type Stack, startStack } from "../../../scripts/local/stack.ts";
import { startStandIn } from "../../../scripts/mailbox/stand_in.ts";
import { fillProject, type Project, type Who } from "./project.ts";
import { readSession, signIn } from "./session.ts";

const search = await findBrowser();
const isSkipped = !search.found && Deno.env.get("CI") !== "true";
if (isSkipped) console.warn(`Tests of the dashboard are skipped: ${search.problem}`);

/** Sizes of the window, in pixels. */
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

interface Running {
  readonly stack: Stack;
  readonly project: Project;
  readonly browser: Browser;
  readonly folder: string;
}
let running: Running | undefined;

if (!isSkipped) {
  Deno.test.beforeAll(async () => {
    if (!search.found) throw new Error(search.problem);
    const folder = await Deno.makeTempDir({ prefix: "nightshift-dashboard-" });
    await buildDashboard(folder);
    const standIn = startStandIn();
    const stack = await startStack({
      // Faster, and what people have; the embedded one is for machines without it.
      database: (await findPostgres()).found ? "postgres" : "pglite",
      functions: ["mailboxes"],
      env: standIn.env,
      dashboardFolder: folder,
    });
    stack.onStop(async () => await standIn[Symbol.asyncDispose]());
    running = {
      stack,
      folder,
      project: await fillProject(stack),
      browser: await launchBrowser(search.program),
    };
  });
  Deno.test.afterAll(async () => {
    await running?.browser.close();
    await running?.stack.stop();
    if (running) await Deno.remove(running.folder, { recursive: true });
  });
}

/** What a test of the dashboard gets. */
export interface Visit {
  readonly page: Page;
  readonly url: string;
  readonly project: Project;
  readonly stack: Stack;
  /** Where the build is that the stack serves. */
  readonly folder: string;
  /** Forgets what the browser has complained about so far, where it tells of a rejected request. */
  forgive(): void;
}

export interface VisitOptions {
  /** Who is signed in already; by default nobody is. */
  readonly as?: Who;
  /** The fragment that is open when the test begins; by default the overview. */
  readonly at?: string;
  /** For a test that ends its session: it gets one that no other test uses. */
  readonly endsSession?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * Registers a test in a fresh browser profile, with the page open. It fails when the browser
 * complains of anything.
 */
export function visit(
  name: string,
  { as, at = "#/", endsSession = false, size = DESKTOP }: VisitOptions,
  act: (visit: Visit) => Promise<void>,
): void {
  Deno.test({
    name,
    ignore: isSkipped,
    // The browser's driver keeps its connection over tests.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      if (running === undefined) throw new Error("The dashboard did not start.");
      const { browser, stack, project, folder } = running;
      const context = await browser.newContext({
        viewport: size,
        // Not UTC, so that a time by the wrong clock is seen.
        timezoneId: "Europe/Berlin",
        ...as === undefined ? {} : {
          storageState: await (endsSession ? signIn : readSession)(stack, project, as),
        },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(stack.url) && !request.url().startsWith("data:")) {
          complaints.push(`a request to ${request.url()}`);
        }
      });
      try {
        await page.goto(`${stack.url}/${at}`);
        await act({
          page,
          url: stack.url,
          project,
          stack,
          folder,
          forgive: () => void complaints.splice(0),
        });
      } finally {
        await context.close();
      }
      if (complaints.length > 0) throw new Error(`The browser complains: ${complaints.join("; ")}`);
    },
  });
}
