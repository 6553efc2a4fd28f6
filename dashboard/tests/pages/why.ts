import { visit } from "../testing/with_dashboard.ts";

visit(
  "why is an email not read? A sentence says so",
  { as: "viewer", at: "#/why" },
  async (visit) => {
    const { page, stack } = visit;
    const [email] = await stack.database.query<{ id: string }>(
      "select id from public.client_emails where subject = 'The cake was sour'",
    );
    await page.getByLabel("Question").selectOption({ label: "Why is an email not read?" });
    await page.getByLabel("Time or id").fill(email?.id ?? "");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByText(/It was read at/).waitFor();
  },
);

visit(
  "a text that is not a question is told how to ask",
  { as: "viewer", at: "#/why/time/yesterday" },
  async ({ page }) => {
    await page.getByText(/a time is such as/).waitFor();
  },
);
