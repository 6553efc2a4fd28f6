import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { deriveTargetKey } from "../_shared/http/credentials.ts";
import { createApp } from "./app.ts";
import type { DueEmail } from "./deps.ts";
import { createMailer } from "./resend.ts";

const SECRET = "a cron secret of the tests";
const ALERT_ID = "0199a000-0000-7000-8000-000000000001";
const DUE: DueEmail = {
  apiKey: "re_the_key",
  email: {
    from: "Nightshift <alerts@example.com>",
    to: ["ops@example.com"],
    subject: "Nightshift: backup missed",
    text: "Nightshift: backup missed.",
    html: "<p>Nightshift: backup missed.</p>",
  },
};

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** The function with a provider that gives one answer, and what it was asked and logged. */
function createTestApp(answer: () => Response | Promise<Response>, due: DueEmail | null = DUE) {
  const asked: Asked[] = [];
  const logged: string[] = [];
  const app = createApp({
    secrets: { cronSecrets: [SECRET], secretKeys: { default: "sb_secret_one" } },
    store: {
      openEmail: (id) => Promise.resolve(id === ALERT_ID ? due : null),
      openReport: (id) => Promise.resolve(id === ALERT_ID ? due : null),
    },
    sendEmail: createMailer("https://resend.test", (url, init) => {
      asked.push({ url: String(url), init: init ?? {} });
      return Promise.resolve(answer());
    }),
    log: (...line) => logged.push(JSON.stringify(line)),
  });
  const post = (body: string, headers: Record<string, string> = sign(body), path = "") =>
    app.request(`/send-alert${path}`, { method: "POST", body, headers });
  return { post, asked, logged };
}

function sign(body: string, target = "send-alert"): Record<string, string> {
  const now = new Date();
  const key = deriveTargetKey(SECRET, target);
  return {
    "content-type": "application/json",
    "webhook-id": ALERT_ID,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": new Webhook(key, { format: "raw" }).sign(ALERT_ID, now, body),
  };
}

const BODY = JSON.stringify({ alert_id: ALERT_ID });

Deno.test("an email is sent as Resend wants it, with a key for idempotency", async () => {
  const { post, asked } = createTestApp(() => Response.json({ id: "1" }));
  const response = await post(BODY);
  assert.deepEqual([response.status, await response.json()], [200, {
    alert_id: ALERT_ID,
    sent: true,
  }]);
  const [{ url, init } = assert.fail("nobody was asked")] = asked;
  assert.deepEqual([url, init.method, init.redirect], [
    "https://resend.test/emails",
    "POST",
    "manual",
  ]);
  assert.deepEqual(init.headers, {
    "authorization": "Bearer re_the_key",
    "content-type": "application/json",
    "idempotency-key": ALERT_ID,
  });
  assert.deepEqual(JSON.parse(String(init.body)), DUE.email);
});

Deno.test("the email of a report is sent once for each delivery, by its id", async () => {
  const { post, asked } = createTestApp(() => Response.json({ id: "1" }));
  const body = JSON.stringify({ delivery_id: ALERT_ID });
  const response = await post(body, sign(body), "/reports");
  assert.deepEqual([response.status, await response.json()], [200, {
    delivery_id: ALERT_ID,
    sent: true,
  }]);
  assert.equal(new Headers(asked[0]?.init.headers).get("idempotency-key"), ALERT_ID);
  assert.deepEqual(JSON.parse(String(asked[0]?.init.body)), DUE.email);

  const nothing = createTestApp(() => Response.json({}), null);
  const refused = await nothing.post(body, sign(body), "/reports");
  assert.deepEqual([refused.status, (await refused.json()).code], [409, "report_not_due"]);
  assert.equal((await nothing.post(BODY, sign(BODY), "/reports")).status, 400);
  assert.equal(nothing.asked.length, 0);
});

Deno.test("only the database's signature for this function gets in", async () => {
  const { post, asked } = createTestApp(() => Response.json({}));
  for (
    const headers of [
      {},
      { authorization: `Bearer ${SECRET}` },
      { apikey: "sb_secret_one" },
      sign(BODY, "continuous-intelligence"),
      sign("{}"),
    ]
  ) {
    assert.equal((await post(BODY, headers)).status, 401);
  }
  assert.equal(asked.length, 0);
});

Deno.test("an alert that is not under way sends nothing", async () => {
  const { post, asked } = createTestApp(() => Response.json({}), null);
  const response = await post(BODY);
  assert.deepEqual([response.status, (await response.json()).code], [409, "alert_not_due"]);
  assert.equal((await post("{}", sign("{}"))).status, 400);
  assert.equal(asked.length, 0);
});

Deno.test("what the provider says comes back on one line, without the key", async () => {
  const { post, logged } = createTestApp(() =>
    Response.json({ name: "validation_error", message: "re_the_key\r\nis no domain of yours" }, {
      status: 422,
    })
  );
  const response = await post(BODY);
  assert.equal(response.status, 502);
  assert.equal(
    response.headers.get("nightshift-error"),
    "Resend answered 422 (validation_error:  is no domain of yours)",
  );
  assert.ok(!(await response.text()).includes("re_the_key"));
  assert.ok(!logged.join().includes("re_the_key"));
});

Deno.test("a redirect is not followed, and a failed request is told without its words", async () => {
  const redirected = createTestApp(() =>
    new Response(null, { status: 302, headers: { location: "https://elsewhere.test" } })
  );
  const response = await redirected.post(BODY);
  assert.equal(response.headers.get("nightshift-error"), "Resend answered 302");
  assert.equal(redirected.asked.length, 1);

  const broken = createTestApp(() => {
    throw new TypeError("could not send Bearer re_the_key");
  });
  const failed = await broken.post(BODY);
  assert.equal(failed.headers.get("nightshift-error"), "Resend did not answer");
  assert.ok(!broken.logged.join().includes("re_the_key"));
});
