/** The page on a host of its own, with the project on another origin. */
import assert from "node:assert/strict";
import { hostElsewhere } from "../testing/host_elsewhere.ts";
import { visit } from "../testing/with_dashboard.ts";

visit(
  "from another origin people sign in, read and change, and nothing else is asked",
  {},
  async (visit) => {
    const { page, project, stack, folder, forgive } = visit;
    await using elsewhere = await hostElsewhere(stack, folder);
    const { hostUrl, projectUrl } = elsewhere;
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    // What the page of the project itself still asks for is not of the other page.
    await page.goto("about:blank");
    forgive();
    const [asked, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => void asked.push(request.url()));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(hostUrl);
    await page.getByLabel("Email address").fill(project.emails.member);
    await page.getByLabel("Password").fill(project.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: /1 missed/ }).waitFor();
    await page.getByRole("link", { name: "To answer" }).first().click();
    await page.getByRole("link", { name: "Bread for Friday" }).click();
    await page.getByRole("button", { name: "Put aside for a day" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("is open again.").waitFor();
    await page.reload();
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    assert.deepEqual(complaints, []);
    const origins = new Set(asked.map((url) => new URL(url)).map(({ origin }) => origin));
    origins.delete("null");
    assert.deepEqual([...origins].toSorted(), [hostUrl, projectUrl].toSorted());
    await page.goto("about:blank");
    forgive();
  },
);

visit("from another origin a wrong password is told", {}, async (visit) => {
  const { page, stack, folder, forgive } = visit;
  await using elsewhere = await hostElsewhere(stack, folder);
  await page.goto(elsewhere.hostUrl);
  await page.getByLabel("Email address").fill("nobody@example.com");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.doesNotMatch(await alert.innerText(), /did not answer/);
  await page.goto("about:blank");
  forgive();
});
