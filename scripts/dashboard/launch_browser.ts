import { type Browser, chromium } from "playwright-core";

/**
 * Starts the Chromium that `findBrowser` found, without windows.
 * @example
 * const browser = await launchBrowser(search.program);
 * try {
 *   await (await browser.newPage()).goto(url);
 * } finally {
 *   await browser.close();
 * }
 */
export function launchBrowser(program: string): Promise<Browser> {
  // It may run as root, where Chromium has no sandbox.
  return chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
}
