import assert from "node:assert/strict";
import { visit } from "../testing/with_dashboard.ts";
import { settles } from "../testing/settles.ts";

const ANSWERS = { as: "owner", at: "#/answers" } as const;
const LIST = "**/rest/v1/rpc/list_answers";

visit("an error has its sentence, its code and a way on", { as: "owner" }, async (visit) => {
  const { page, url, forgive } = visit;
  await page.route(LIST, (route) =>
    route.fulfill({
      status: 400,
      headers: { "x-request-id": "request-7" },
      json: { message: "range_invalid: It is too long." },
    }));
  await page.goto(`${url}/#/answers`);
  const alert = page.getByRole("alert");
  await alert.getByText("It is too long.").waitFor();
  assert.match(await alert.innerText(), /range_invalid · request request-7/);
  await page.unroute(LIST);
  await alert.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: "The cake was sour" }).waitFor();
  forgive();
});

visit("too many requests say how long to wait", { as: "owner" }, async (visit) => {
  const { page, url, forgive } = visit;
  await page.route(LIST, (route) =>
    route.fulfill({
      status: 429,
      headers: { "retry-after": "60" },
      json: { message: "rate_limited: Slow down." },
    }));
  await page.goto(`${url}/#/answers`);
  await page.getByText("Slow down. Wait 60 s, then try again.").waitFor();
  forgive();
});

const ENDS = { ...ANSWERS, endsSession: true } as const;
visit("a session that has ended leads back to the same address", ENDS, async (visit) => {
  const { page, project, forgive } = visit;
  await page.getByRole("link", { name: "The cake was sour" }).waitFor();
  await page.route("**/rest/v1/rpc/get_email", (route) => route.fulfill({ status: 401, json: {} }));
  await page.route(
    "**/auth/v1/token?grant_type=refresh_token",
    (route) => route.fulfill({ status: 400, json: { code: 400, msg: "Invalid Refresh Token" } }),
  );
  await page.getByRole("link", { name: "The cake was sour" }).click();
  await page.getByLabel("Email address").fill(project.emails.owner);
  await page.unrouteAll();
  await page.getByLabel("Password").fill(project.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 2, name: "The cake was sour" }).waitFor();
  forgive();
});

visit("one switch shows times in UTC, and it is kept", { as: "owner" }, async ({ page }) => {
  await page.getByRole("button", { name: "Europe/Berlin" }).click();
  await page.getByRole("button", { name: "UTC: show times in local time" }).waitFor();
  const title = await page.locator("time").first().getAttribute("title");
  assert.match(title ?? "", /UTC$/);
  await page.reload();
  await page.getByRole("button", { name: "UTC: show times in local time" }).waitFor();
});

visit("“?” lists the keys, and they can be switched off", { as: "owner" }, async ({ page }) => {
  await page.getByText(/^As of/).waitFor();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.getByText("To answer").waitFor();
  await dialog.getByLabel("Use these keys").uncheck();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  assert.match(page.url(), /#\/$/);
});

visit(
  "a placeholder comes after a moment, in the frame",
  { as: "owner" },
  async ({ page, url }) => {
    const held = Promise.withResolvers<void>();
    await page.route(LIST, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(`${url}/#/answers`);
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    await page.getByRole("status", { name: "Loading" }).waitFor();
    held.resolve();
    await page.getByRole("link", { name: "The cake was sour" }).waitFor();
  },
);

visit("a link at the top leads past the navigation", { as: "owner" }, async ({ page }) => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settles(async () => assert.equal(await page.evaluate("document.activeElement.id"), "main"));
});
