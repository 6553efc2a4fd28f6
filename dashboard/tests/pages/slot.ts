import { visit } from "../testing/with_dashboard.ts";

visit("why was a slot late? One click on its cell tells", { as: "viewer" }, async ({ page }) => {
  await page.getByRole("link", { name: /: late, 64 s after its time, 4 emails/ }).click();
  await page.getByRole("heading", { name: /began 64 s late, because pg_cron came 63 s late/ })
    .waitFor();
  await page.getByRole("link", { name: "← earlier" }).click();
  await page.getByRole("heading", { name: /began on time; 4 emails read, none failed/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: /began 64 s late/ }).waitFor();
});
