import axe from "axe-core";
import type { Page } from "playwright-core";
import { DESKTOP, PHONE } from "./with_dashboard.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** All that depends on colors; dark colors change nothing else. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * What axe says in light and dark colors, on a desk and on a phone. The page is left on a desk and
 * in light colors.
 * @param within a part of the page, such as an open dialog
 */
export async function findViolations(page: Page, within = "html"): Promise<string[]> {
  if (await page.evaluate("typeof axe") === "undefined") await page.evaluate(axe.source);
  const found: string[] = [];
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await runAxe(page, within, colorScheme === "dark" ? COLOR_RULES : null);
      found.push(...violations.map((said) => `${size.width} ${colorScheme}: ${said}`));
    }
  }
  return found;
}

async function runAxe(
  page: Page,
  within: string,
  rules: readonly string[] | null,
): Promise<string[]> {
  // Nothing is fetched: the page has one sheet, and no frames.
  const options = {
    resultTypes: ["violations"],
    preload: false,
    iframes: false,
    ...rules && { runOnly: rules },
  };
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`)
  );
}
