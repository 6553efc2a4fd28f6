import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

const REPORTS = { as: "viewer", at: "#/reports" } as const;

visit("a report shows its numbers beside those of the period before", REPORTS, async (visit) => {
  const { page } = visit;
  await page.getByRole("link", { name: "The week" }).click();
  await page.getByRole("row", { name: "Emails received 1,250 900" }).waitFor();
  await page.getByRole("row", { name: "Spent on models $1.50 –" }).waitFor();
  await page.getByText("Left out, because there is no data: Contacts.", { exact: true }).waitFor();
});

visit("the text that is sent opens on demand, as text", REPORTS, async ({ page }) => {
  await page.getByRole("link", { name: "The week" }).click();
  await page.getByText("The text that is sent").click();
  const text = page.locator("pre");
  await text.getByText("EMAILS").waitFor();
  assert.match(await text.innerText(), /Emails received\s+1,250/);
  assert.equal(await page.locator("iframe").count(), 0);
});
