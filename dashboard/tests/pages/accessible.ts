import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { DESKTOP, PHONE, visit } from "../testing/with_dashboard.ts";
import { VIEWS } from "./frame.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe says in light and dark colors, on a desk and on a phone. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const size of [DESKTOP, PHONE]) {
    // deno-lint-ignore no-await-in-loop -- one after the other
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      // deno-lint-ignore no-await-in-loop -- one after the other
      await page.emulateMedia({ colorScheme });
      // deno-lint-ignore no-await-in-loop -- one after the other
      const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
        'axe.run(document, { resultTypes: ["violations"] })',
      );
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary } of nodes) {
          found.push(
            `${size.width} ${colorScheme}: ${id}: ${html.slice(0, 120)} ${failureSummary}`,
          );
        }
      }
    }
  }
  return found;
}

for (const view of [...VIEWS, "#/why/time/2026-11-26T03:00Z"]) {
  visit(`axe finds nothing on ${view}`, { as: "owner", at: view }, async ({ page }) => {
    await page.locator("main h1").first().waitFor();
    await page.locator(".placeholder").first().waitFor({ state: "detached" });
    assert.deepEqual(await findViolations(page), []);
  });
}

visit("axe finds nothing on the way in", {}, async ({ page }) => {
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.deepEqual(await findViolations(page), []);
});

visit("axe finds nothing on an open email", { as: "owner", at: "#/answers" }, async ({ page }) => {
  await page.getByRole("link", { name: "The cake was sour" }).click();
  await page.locator("mark").waitFor();
  assert.deepEqual(await findViolations(page), []);
});

visit("axe finds nothing on a contact", { as: "owner", at: "#/contacts" }, async ({ page }) => {
  await page.getByRole("link", { name: "Gudrun Weber" }).click();
  await page.getByText("62.5").waitFor();
  assert.deepEqual(await findViolations(page), []);
});

visit("axe finds nothing on the story of a slot", { as: "owner" }, async ({ page }) => {
  await page.getByRole("link", { name: /: late, 64 s/ }).click();
  await page.locator(".steps").waitFor();
  assert.deepEqual(await findViolations(page), []);
});

visit("axe finds nothing in the dialog of the keys", { as: "owner" }, async ({ page }) => {
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await findViolations(page), []);
});
