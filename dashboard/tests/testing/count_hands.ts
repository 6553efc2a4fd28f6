import type { Page } from "playwright-core";

/** What hands have done on a page. */
export interface Hands {
  readonly clicks: number;
  readonly keys: number;
}

/**
 * Counts what a real mouse and a real keyboard do on a page, from now on and over reloads. Clicks
 * that scripts make, or that a browser makes of Enter, do not count.
 * @returns reads the counts
 */
export async function countHands(page: Page): Promise<() => Hands> {
  const counts = { clicks: 0, keys: 0 };
  await page.exposeBinding("handsDid", (_source, what: "clicks" | "keys") => {
    counts[what]++;
  });
  const script = `
    addEventListener("pointerdown", (event) => event.isTrusted && handsDid("clicks"), true);
    addEventListener("keydown", (event) => event.isTrusted && handsDid("keys"), true);`;
  await page.addInitScript(script);
  await page.evaluate(script);
  return () => ({ ...counts });
}
