import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "../dashboard/launch_browser.ts";
import { type Picture, PICTURES } from "./pages_to_picture.ts";
import { shrinkPng } from "./small_png.ts";

const LOOKS = {
  light: { viewport: { width: 1100, height: 760 }, colorScheme: "light" },
  dark: { viewport: { width: 1100, height: 760 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 700 }, colorScheme: "light" },
} as const;

/**
 * Opens each page as the demo's people and writes `<page>-<look>.png`. Pictures of before are
 * removed.
 * @param nightHtml the report of the night, which becomes `night.png`
 * @returns the bytes of all pictures
 */
export async function takePictures(
  url: string,
  program: string,
  folder: string,
  nightHtml: string,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => name.endsWith(".png"));
  await Promise.all(old.map((name) => rm(join(folder, name))));
  const browser = await launchBrowser(program);
  try {
    let bytes = await pictureNight(browser, folder, nightHtml);
    for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
      bytes += await pictureAll(browser, url, folder, look);
    }
    return bytes;
  } finally {
    await browser.close();
  }
}

/** The report is an email, so it is drawn whole and without the dashboard around it. */
async function pictureNight(browser: Browser, folder: string, html: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 720, height: 400 } });
  await page.setContent(html);
  const png = shrinkPng(await page.screenshot({ fullPage: true }));
  await writeFile(join(folder, "night.png"), png);
  await page.close();
  return png.length;
}

async function pictureAll(
  browser: Browser,
  url: string,
  folder: string,
  look: keyof typeof LOOKS,
): Promise<number> {
  let bytes = 0;
  for (const who of ["owner", "operator"] as const) {
    const context = await browser.newContext({
      ...LOOKS[look],
      locale: "en-GB",
      timezoneId: "UTC",
      reducedMotion: "reduce",
    });
    await signIn(context, url, who);
    for (const picture of PICTURES) {
      if (picture.as !== who) continue;
      const png = await takePicture(context, url, picture);
      await writeFile(join(folder, `${picture.name}-${look}.png`), png);
      bytes += png.length;
    }
    await context.close();
  }
  return bytes;
}

async function takePicture(
  context: BrowserContext,
  url: string,
  { fragment, prepare }: Picture,
): Promise<Uint8Array> {
  const page = await context.newPage();
  // All answers are there, so that no placeholder is on its way.
  await page.goto(`${url}/${fragment}`, { waitUntil: "networkidle" });
  await page.locator("main h1").first().waitFor();
  await prepare?.(page);
  await page.waitForLoadState("networkidle");
  await page.locator(".placeholder").first().waitFor({ state: "detached" });
  const png = shrinkPng(await page.screenshot());
  await page.close();
  return png;
}

async function signIn(context: BrowserContext, url: string, who: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: `Open the demo as ${who}` }).click();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  await page.close();
}
