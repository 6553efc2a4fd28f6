/** Every page, state and dialog for everybody: axe, narrow windows, system colors, no motion. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../testing/find_violations.ts";
import { TASKS } from "../testing/project/tasks.ts";
import { nameView, openView, VIEWS } from "../testing/views.ts";
import { DESKTOP, PHONE, visit } from "../testing/with_dashboard.ts";

const NARROW = { ...PHONE, width: 320 };

async function findTooWide(page: Page): Promise<string[]> {
  const said: string[] = [];
  for (const size of [NARROW, PHONE]) {
    await page.setViewportSize(size);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    if (width !== size.width) said.push(`${size.width}: it is ${width} pixels wide`);
  }
  await page.setViewportSize(DESKTOP);
  return said;
}

for (const who of ["owner", "operator"] as const) {
  visit(`axe finds nothing on any page of an ${who}, and none scrolls sideways at 320 pixels`, {
    as: who,
  }, async ({ page, url }) => {
    for (const view of VIEWS[who]) {
      await openView(page, url, view);
      const found = [...await findViolations(page), ...await findTooWide(page)];
      assert.deepEqual(found, [], nameView(view));
    }
  });
}

visit("axe finds nothing on the way in, also after a wrong password", {}, async (visit) => {
  const { page, forgive } = visit;
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.deepEqual(await findViolations(page), []);
  await page.getByLabel("Email address").fill("nobody@example.com");
  await page.getByLabel("Password").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await findViolations(page), []);
  forgive();
});

visit("axe finds nothing for who has no workspace", { as: "stranger" }, async ({ page }) => {
  await page.getByText("You belong to no workspace yet.").waitFor();
  assert.deepEqual(await findViolations(page), []);
});

visit("axe finds nothing on an error, a wait and old figures", { as: "owner" }, async (visit) => {
  const { page, url, forgive } = visit;
  const list = "**/rest/v1/rpc/list_answers";
  await page.route(list, (route) => route.fulfill({ status: 400, json: { message: "x: No." } }));
  await page.goto(`${url}/#/answers`);
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await findViolations(page), []);
  const held = Promise.withResolvers<void>();
  await page.unroute(list);
  await page.route(list, () => held.promise);
  await page.goto(`${url}/#/answers?tab=snoozed`);
  await page.getByRole("status", { name: "Loading" }).waitFor();
  assert.deepEqual(await findViolations(page), []);
  held.resolve();
  forgive();
});

interface Dialog {
  readonly at: string;
  /** The button or link that opens it. */
  readonly open: string | RegExp;
  /** What is done before. */
  readonly before?: (page: Page) => Promise<void>;
}

const DIALOGS: Readonly<Record<"owner" | "operator", readonly Dialog[]>> = {
  owner: [
    { at: "#/", open: "Keys" },
    { at: "#/access", open: "Add somebody" },
    { at: "#/access", open: /^Change the role of viewer@/ },
    { at: "#/access", open: /^Remove viewer@/ },
    { at: "#/costs", open: "Stop spending" },
    { at: "#/mailboxes", open: "Remove" },
    {
      at: "#/tasks?type=campaign_optimization",
      open: /^Retry \d/,
      before: (page) => page.getByRole("checkbox").first().check(),
    },
    { at: `#/tasks/${TASKS.pending}`, open: "Cancel this task" },
    { at: `#/tasks/${TASKS.runner}`, open: /^Read \d+ failed/ },
  ],
  operator: [
    { at: "#/operator", open: "Run now: nightly-scan" },
    { at: "#/operator", open: "Pause nightly-scan" },
    { at: "#/operator", open: "Resume weekly-letter" },
    { at: "#/operator", open: "Change when nightly-scan runs" },
    { at: "#/operator", open: "Set the budget of the project" },
  ],
};

for (const who of ["owner", "operator"] as const) {
  visit(`axe finds nothing in any dialog of an ${who}`, { as: who }, async ({ page, url }) => {
    for (const { at, open, before } of DIALOGS[who]) {
      await page.goto(`${url}/${at}`);
      await before?.(page);
      const button = page.getByRole("button", { name: open });
      await button.or(page.getByRole("link", { name: open })).first().click();
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await findViolations(page, "dialog[open]"), [], String(open));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
}

visit(
  "in the system's colors every state of a run is still told",
  { as: "viewer" },
  async (visit) => {
    const { page } = visit;
    await page.emulateMedia({ forcedColors: "active" });
    const cells = page.getByLabel("Scheduled times of continuous-intelligence").locator(".cell");
    await cells.first().waitFor();
    const looks = await cells.evaluateAll((found: readonly Element[]) =>
      found.map((cell) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(cell);
        const state = cell.className.replace("cell ", "");
        return [state, `${borderTopStyle} ${borderTopWidth} ${cell.textContent?.trim()}`] as const;
      })
    );
    const byState = new Map(looks);
    assert.deepEqual([...byState.keys()].toSorted(), ["expected", "late", "missed", "on_time"]);
    assert.equal(new Set(byState.values()).size, byState.size, "no two states look alike");
    for (const look of byState.values()) assert.match(look, /^(solid|dashed|dotted) [1-9]/);
    assert.deepEqual(await findViolations(page), []);
  },
);

visit("where motion is reduced, nothing moves", { as: "viewer" }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("img", { name: /Tasks by the hour/ }).waitFor();
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByRole("dialog").waitFor();
  const moving = await page.evaluate(`[...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0 ||
      style.scrollBehavior === "smooth";
  }).length + document.getAnimations().filter((one) => one.playState === "running").length`);
  assert.equal(moving, 0);
});
