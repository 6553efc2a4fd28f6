import assert from "node:assert/strict";
import { PHONE, visit } from "../testing/with_dashboard.ts";

const VIEWER = { as: "viewer" } as const;

visit("a late time tells why, and leads to the times beside it", VIEWER, async ({ page }) => {
  await page.getByRole("link", { name: /: late, 64 s after its time, 4 emails/ }).click();
  await page.getByRole("heading", { name: /began 64 s late, because pg_cron came 63 s late/ })
    .waitFor();
  await page.getByRole("link", { name: "← earlier" }).click();
  await page.getByRole("heading", { name: /began on time; 4 emails read, none failed/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: /began 64 s late/ }).waitFor();
});

visit("the keys [ and ] lead to the scheduled times beside it", VIEWER, async ({ page }) => {
  await page.getByRole("link", { name: /: late, 64 s after its time/ }).click();
  await page.getByRole("link", { name: "later →" }).waitFor();
  await page.keyboard.press("[");
  await page.getByRole("heading", { name: /began on time/ }).waitFor();
  await page.keyboard.press("]");
  await page.getByRole("heading", { name: /began 64 s late/ }).waitFor();
});

visit(
  "lateness is split by cause, and a long wait in the lanes is folded",
  VIEWER,
  async (visit) => {
    const { page } = visit;
    await page.getByRole("link", { name: /: late, 64 s after its time/ }).click();
    const causes = page.getByLabel("Late by cause");
    await causes.waitFor();
    assert.match(await causes.innerText(), /pg_cron\s+63 s[\s\S]*pg_net\s+1 s/);
    const lanes = page.getByRole("img", { name: /^Who did what when/ });
    assert.match(await lanes.innerText(), /63 s …[\s\S]*database[\s\S]*your workspace/);
    // Labels do not collide: no two marks of the grid overlap.
    const boxes = await lanes.locator(".mark").evaluateAll((marks: readonly Element[]) =>
      marks.map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return { left, right, top, bottom };
      })
    );
    const overlapping = boxes.filter((one, at) =>
      boxes.slice(at + 1).some((other) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom &&
        other.top < one.bottom
      )
    );
    assert.ok(boxes.length > 4);
    assert.deepEqual(overlapping, []);
  },
);

visit("a phone gets the list instead of lanes", { ...VIEWER, size: PHONE }, async ({ page }) => {
  await page.getByRole("link", { name: /: late, 64 s after its time/ }).click();
  await page.locator(".steps").waitFor();
  assert.equal(await page.getByRole("img", { name: /^Who did what when/ }).isVisible(), false);
});
