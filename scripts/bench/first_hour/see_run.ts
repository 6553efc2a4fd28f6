import { chromium } from "playwright-core";
import type { StackFacts } from "../../start/stack_files.ts";

/** Signs in to the dashboard as `start` says, and waits until a schedule's run has ended there. */
export async function seeRun(
  { url, account }: Pick<StackFacts, "url" | "account">,
  program: string,
  schedule: string,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByLabel("Email").fill(account.email);
    await page.getByLabel("Password").fill(account.password);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    await page.goto(`${url}/#/schedules`);
    await page.getByRole("main").getByText(schedule, { exact: true }).first().waitFor();
  } finally {
    await browser.close();
  }
}
