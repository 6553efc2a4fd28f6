import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";

const CONTACTS = { as: "viewer", at: "#/contacts" } as const;

visit("whom to answer first? Contacts are in the order of their score", CONTACTS, async (visit) => {
  const row = visit.page.getByRole("row", { name: /Gudrun Weber/ });
  await row.waitFor();
  assert.match(await row.innerText(), /Client Ltd[\s\S]*63/);
});

visit(
  "a contact shows its score with reasons, and what contradicts itself",
  CONTACTS,
  async ({ page }) => {
    await page.getByRole("link", { name: "Gudrun Weber" }).click();
    await page.getByText("62.5").waitFor();
    await page.getByRole("row", { name: "latest email within days 7 40.0" }).waitFor();
    await page.getByText("Emails say different things about: job title.").waitFor();
    const fact = page.getByRole("row", { name: /job title Buyer/ });
    assert.match(await fact.innerText(), /signature of 2 emails/);
    // Each fact leads to the email that says so.
    await fact.getByRole("link", { name: "the latest" }).click();
    await page.locator("article.email h2").waitFor();
  },
);

visit("a search is in the address and leads back", CONTACTS, async ({ page }) => {
  await page.getByLabel("Name, company or address").fill("nobody");
  await page.keyboard.press("Enter");
  await page.getByText("No contact has “nobody” in it.").waitFor();
  assert.match(page.url(), /search=nobody$/);
  await page.goBack();
  await page.getByRole("link", { name: "Gudrun Weber" }).waitFor();
});

visit(
  "a contact of another workspace is not there",
  { as: "owner", at: "#/contacts/01a219bd-3916-75a6-ab6c-c6698dde74ae" },
  async ({ page }) => {
    await page.getByText("This contact is not there, or you may not read it.").waitFor();
  },
);
