import assert from "node:assert/strict";
import { createFunctionApp } from "../../_shared/http/app.ts";
import { Problem, type ProblemCode } from "../../_shared/http/problem.ts";
import { answerProvider } from "./answer.ts";
import { createProviders } from "./providers.ts";

const PROVIDERS = createProviders(
  {
    inbound: {
      resendApiKey: "",
      resendWebhookSecret: "",
      mailgunSigningKey: "",
      sendgridPublicKey: "",
    },
    resendBaseUrl: "https://api.resend.example",
  },
  () => new Date(),
  fetch,
);

/** The status that the provider of a path is answered with when its email has this problem. */
async function answer(path: string, code: ProblemCode): Promise<number> {
  const provider = PROVIDERS.find(({ paths }) => paths.includes(path));
  assert.ok(provider);
  const app = createFunctionApp("inbound-email", () => {});
  app.use(path, answerProvider(provider));
  app.post(path, () => {
    throw new Problem(code, "It was not stored.");
  });
  return (await app.request(`/inbound-email${path}`, { method: "POST" })).status;
}

const FINAL: readonly (readonly [path: string, status: number])[] = [
  ["/postmark", 403],
  ["/mailgun", 406],
  ["/resend", 200],
  // These give up at any 4xx but 429.
  ["/sendgrid", 409],
  ["/ses", 409],
];
for (const [path, status] of FINAL) {
  Deno.test(`an email of an erased sender is not sent again at ${path}`, async () => {
    assert.equal(await answer(path, "sender_erased"), status);
  });
  Deno.test(`an email that the database did not answer about is sent again at ${path}`, async () => {
    assert.equal(await answer(path, "store_unavailable"), 503);
  });
}
