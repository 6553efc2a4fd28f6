import assert from "node:assert/strict";
import { type Visit, visit } from "../testing/with_dashboard.ts";

const MAILBOXES = { as: "admin", at: "#/mailboxes" } as const;
const card = ({ page }: Visit, name: string) =>
  page.getByRole("listitem").filter({ hasText: name });

visit("a mailbox says how it is and what to do", MAILBOXES, async (visit) => {
  const broken = card(visit, "office@bakery.example");
  await broken.getByText("The provider no longer accepts the access.").waitFor();
  assert.match(await broken.innerText(), /The password was rejected/);
});

visit("an admin pauses and resumes a mailbox", MAILBOXES, async (visit) => {
  const orders = card(visit, "orders@bakery.example");
  await orders.getByRole("button", { name: "Pause" }).click();
  await orders.getByText("Paused: nothing is fetched").waitFor();
  await orders.getByRole("button", { name: "Resume" }).click();
  await orders.getByRole("button", { name: "Fetch again" }).click();
  await orders.getByRole("button", { name: "Pause" }).waitFor();
});

visit(
  "a viewer sees mailboxes and is offered no change",
  { as: "viewer", at: "#/mailboxes" },
  async (visit) => {
    await card(visit, "orders@bakery.example").waitFor();
    await visit.page.getByText("Owners and admins connect and change mailboxes.").waitFor();
    assert.equal(await visit.page.locator("main").getByRole("button").count(), 0);
  },
);

visit("a Gmail mailbox is connected with the code, and removed", MAILBOXES, async (visit) => {
  const { page, url } = visit;
  await page.getByText("Connect a mailbox").click();
  await page.getByRole("button", { name: "Continue at Gmail" }).click();
  const link = page.getByRole("link", { name: "Open Gmail" });
  const address = await link.getAttribute("href");
  const code = /^[\w-]{43}$/m.exec(await (await fetch(address ?? "")).text())?.[0] ?? "";
  // As the provider sends the browser back.
  await page.goto(`${url}/?mailbox_code=${code}`);
  await page.getByText("you@harbour-bakery.example is connected.").waitFor();
  assert.equal(page.url(), `${url}/#/mailboxes`);
  const connected = card(visit, "you@harbour-bakery.example");
  await connected.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove you@harbour-bakery.example" });
  await dialog.getByRole("button", { name: "Remove" }).click();
  await connected.waitFor({ state: "detached" });
  visit.forgive();
});

visit("a code of somebody else connects nothing", MAILBOXES, async ({ page, url, forgive }) => {
  await page.goto(`${url}/?mailbox_code=${"x".repeat(43)}`);
  await page.getByText("The code is not valid for you").waitFor();
  forgive();
});

visit("an IMAP server that does not answer is told", MAILBOXES, async ({ page, forgive }) => {
  const form = page.locator("details[open] form");
  await page.getByText("Connect a mailbox").click();
  await form.getByRole("combobox", { name: /^Provider/ }).selectOption("imap");
  await form.getByRole("textbox", { name: "Address", exact: true }).fill("ada@example.com");
  await form.getByLabel("Server").fill("127.0.0.1");
  await form.getByLabel("Port").fill("1");
  await form.getByLabel(/Password/).fill("secret");
  await form.getByRole("button", { name: "Connect", exact: true }).click();
  await form.getByRole("alert").waitFor();
  forgive();
});
