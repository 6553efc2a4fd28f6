import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { callFunction, createWorkspace } from "./testing/stack_calls.ts";
import { startReceiver } from "./testing/receiver.ts";
import { withStack } from "./testing/with_stack.ts";

const receiver = startReceiver();
const stack = withStack({
  functions: ["send-alert"],
  env: { RESEND_BASE_URL: receiver.url },
});
Deno.test.afterAll(() => receiver.stop());

const SIGNING_KEY = `whsec_${btoa("a signing key of twenty-four")}`;
const SECRETS: Readonly<Record<string, string>> = {
  alert_slack: `${receiver.url}/slack`,
  alert_discord: `${receiver.url}/discord`,
  alert_signing: SIGNING_KEY,
  alert_resend: "re_the_key",
  dashboard_url: "https://night.example.com/",
};
/** What a stranger may write into an error message. */
const WORDS = "<!channel> @everyone **see** [here](https://evil.example) & <b>more</b>";
const TASK_ID = "0199a000-0000-7000-8000-000000000001";
const LINK = `https://night.example.com/#/tasks/${TASK_ID}`;

/** Sets secrets and rules up, raises one alert in a workspace and waits for all four channels. */
async function raiseEverywhere(): Promise<void> {
  const { database } = stack();
  for (const [name, secret] of Object.entries(SECRETS)) {
    await database.query("select vault.create_secret($1, $2)", [secret, name]);
  }
  await database.query(
    `insert into nightshift.alert_rules
       (name, format, webhook_url, secret_name, email_from, email_to) values
       ('slack', 'slack', null, 'alert_slack', null, null),
       ('discord', 'discord', null, 'alert_discord', null, null),
       ('own key', 'json', $1, 'alert_signing', null, null),
       ('email', 'email', null, 'alert_resend', 'Nightshift <alerts@example.com>',
         '{ops@example.com,cto@example.com}')`,
    [`${receiver.url}/webhook`],
  );
  const workspaceId = await createWorkspace(stack(), "Acme <&> Co");
  await database.query(
    `select nightshift.raise_alert('failed', 'backup', 'once', $1, $2, now(), now(),
       'watch 1', $3)`,
    [WORDS, { task_id: TASK_ID }, workspaceId],
  );
  await database.query("select nightshift.send_alerts()");
  await stack().net.idle();
}

Deno.test("each channel gets the shape it takes, with a link, and words stay words", async (test) => {
  await raiseEverywhere();
  const title = "Nightshift: backup failed in Acme <&> Co";

  await test.step("Slack: no mention, no link with another text", () => {
    const [slack] = receiver.takeFor("/slack");
    assert.deepEqual(JSON.parse(slack?.text ?? ""), {
      text: "Nightshift: backup failed in Acme &lt;&amp;&gt; Co. &lt;!channel&gt; @everyone " +
        "**see** [here](https://evil.example) &amp; &lt;b&gt;more&lt;/b&gt;\n" +
        `<${LINK}|Open the task>`,
    });
  });

  await test.step("Discord: nobody is mentioned, no Markdown, no preview", () => {
    const [discord] = receiver.takeFor("/discord");
    const { content, ...rest } = JSON.parse(discord?.text ?? "");
    assert.deepEqual(rest, { allowed_mentions: { parse: [] }, flags: 4 });
    // Without the backslashes it is the text itself, and no sign of Markdown is without one.
    const [words = "", link] = content.split("\n");
    assert.equal(link, LINK);
    assert.equal(words.replaceAll(/\\([^\w\s])/g, "$1"), `${title}. ${WORDS}`);
    assert.doesNotMatch(words, /(?<!\\)[*_~`|>#[\]()<@]/);
    assert.ok(content.length <= 2_000);
  });

  await test.step("a webhook is signed with the rule's own key", () => {
    const [webhook] = receiver.takeFor("/webhook");
    assert.ok(webhook);
    const body = new Webhook(SIGNING_KEY).verify(webhook.text, webhook.headers);
    const { data, type } = body as { data: Record<string, unknown>; type: string };
    assert.equal(type, "task.failed");
    assert.deepEqual(
      [data["subject"], data["message"], data["task_id"], data["url"]],
      ["backup", WORDS, TASK_ID, LINK],
    );
  });

  await test.step("an email goes through Resend, in plain text and in HTML", () => {
    const [email] = receiver.takeFor("/emails");
    assert.equal(email?.headers["authorization"], "Bearer re_the_key");
    assert.match(email?.headers["idempotency-key"] ?? "", /^[0-9a-f-]{36}$/);
    const { html, ...rest } = JSON.parse(email?.text ?? "");
    assert.deepEqual(rest, {
      from: "Nightshift <alerts@example.com>",
      to: ["ops@example.com", "cto@example.com"],
      subject: title,
      text: `${title}.\n\n${WORDS}\n\n${LINK}`,
    });
    assert.match(html, /&lt;b&gt;more&lt;\/b&gt;/);
    assert.doesNotMatch(html, /<b>|<!channel>|href="https:\/\/evil/);
    assert.ok(html.includes(`<a href="${LINK}">Open the task</a>`));
  });

  await test.step("all four count as delivered", async () => {
    await stack().database.query("select nightshift.send_alerts()");
    const rows = await stack().database.query(
      `select r.name, a.delivered_at is not null as delivered, a.last_error
       from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id order by 1`,
    );
    assert.deepEqual(
      rows,
      ["discord", "email", "own key", "slack"].map((name) => ({
        name,
        delivered: true,
        last_error: null,
      })),
    );
  });

  await test.step("no secret is in a row, or in what pg_net keeps", async () => {
    const [kept] = await stack().database.query<{ text: string }>(
      `select concat((select jsonb_agg(r) from nightshift.alert_rules r),
         (select jsonb_agg(a) from nightshift.alerts a),
         (select jsonb_agg(q.headers) from net.http_request_queue q)) as text`,
    );
    for (const secret of ["re_the_key", SIGNING_KEY, "/slack", "/discord"]) {
      assert.ok(!kept?.text.includes(secret), secret);
    }
  });

  await test.step("an email that was delivered is not given out again", async () => {
    const [alert] = await stack().database.query<{ id: string }>(
      `select a.id from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id
       where r.name = 'email'`,
    );
    const answer = await callFunction(stack(), "send-alert", {
      body: JSON.stringify({ alert_id: alert?.id }),
    });
    assert.equal(answer.status, 401, "CRON_SECRET does not open it either");
    const response = await fetch(`${stack().url}/rest/v1/rpc/open_alert_email`, {
      method: "POST",
      headers: { "content-type": "application/json", "apikey": stack().secretKey },
      body: JSON.stringify({ p_alert_id: alert?.id }),
    });
    assert.deepEqual(await response.json(), { outcome: "not_due" });
  });
});

Deno.test("what Resend refuses is retried, and says why", async () => {
  receiver.answer("/emails", 422, { name: "validation_error", message: "No such domain." });
  const { database } = stack();
  await database.query(
    `select nightshift.raise_alert('failed', 'other', 'twice', 'It broke.', '{}', now(), now())`,
  );
  await database.query("select nightshift.send_alerts()");
  await stack().net.idle();
  await database.query("select nightshift.send_alerts()");
  const [row] = await database.query(
    `select a.last_error, a.next_attempt_at is not null as retried
     from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id
     where r.name = 'email' and a.occurrence = 'twice'`,
  );
  assert.deepEqual(row, {
    last_error: "HTTP 502: Resend answered 422 (validation_error: No such domain.)",
    retried: true,
  });
});
