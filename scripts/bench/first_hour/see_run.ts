import { launchBrowser } from "../../dashboard/launch_browser.ts";
import type { StackFacts } from "../../start/stack_files.ts";

/** Two scheduled times of a schedule that runs every minute, and a busy machine. */
const LIMIT_MS = 150_000;

/**
 * Signs in to the dashboard as `start` says, and waits until a schedule's scheduled time has had
 * its run there.
 */
export async function seeRun(
  { url, account }: Pick<StackFacts, "url" | "account">,
  program: string,
  schedule: string,
): Promise<void> {
  const browser = await launchBrowser(program);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByLabel("Email").fill(account.email);
    await page.getByLabel("Password").fill(account.password);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    await page.goto(`${url}/#/schedules`);
    const row = page.getByRole("row").filter({ hasText: schedule }).first();
    await row.waitFor();
    // The page is live: it says how late runs begin as soon as there is one.
    await row.filter({ hasNotText: /has not run|missed/ }).waitFor({ timeout: LIMIT_MS });
  } finally {
    await browser.close();
  }
}
