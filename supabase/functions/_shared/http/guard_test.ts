import assert from "node:assert/strict";
import { Webhook } from "standardwebhooks";
import { createHmac } from "node:crypto";
import { systemClock } from "../platform/clock.ts";
import { createFunctionApp } from "./app.ts";
import type { CallerKind } from "./caller.ts";
import { hashText } from "./credentials.ts";
import { guard } from "./guard.ts";

const SECRET = "the-current-secret-of-the-tests";
const PREVIOUS = "the-previous-secret-of-the-tests";
const KEYS = { default: "sb_secret_default", ci: "sb_secret_ci" };
const BODY = '{"task_id": "1"}';

interface ProbeOptions {
  readonly cronSecrets?: readonly string[];
  readonly secretKeys?: Readonly<Record<string, string>>;
  readonly kinds?: readonly CallerKind[];
  /** How long a body may take; by default longer than any here does. */
  readonly withinMs?: number;
}

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYXV0aGVudGljYXRlZCJ9.c2lnbmF0dXJl";
const TOKEN = `nst_${"0a".repeat(32)}`;

/** Answers the kind of the caller and the body it was given. */
function createProbe(options: ProbeOptions = {}) {
  const secrets = {
    cronSecrets: options.cronSecrets ?? [SECRET, PREVIOUS],
    secretKeys: options.secretKeys ?? KEYS,
  };
  const app = createFunctionApp("probe", () => {});
  const kinds = options.kinds ?? ["cron_secret", "secret_key", "signature"];
  const { withinMs = 30_000 } = options;
  app.use(guard({ secrets, kinds, target: "probe", maxBytes: 100, withinMs }));
  app.post("/", (c) => {
    const body = new TextDecoder().decode(c.get("body"));
    return c.json({ kind: c.get("caller").kind, body });
  });
  return app;
}

interface Signing {
  readonly secret?: string;
  readonly id?: string;
  /** Seconds between the stamp and now; negative is the past. */
  readonly offsetSeconds?: number;
  readonly body?: string;
  readonly target?: string;
}

function sign(signing: Signing = {}): Record<string, string> {
  const { secret = SECRET, id = "msg-1", offsetSeconds = 0, body = BODY } = signing;
  const subject = `nightshift target ${signing.target ?? "probe"}`;
  const key = new Uint8Array(createHmac("sha256", secret).update(subject).digest());
  const at = new Date(systemClock().getTime() + offsetSeconds * 1_000);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(key, { format: "raw" }).sign(id, at, body),
  };
}

/** As every target was once signed for. */
function signRaw(): Record<string, string> {
  const signed = sign();
  const at = new Date(Number(signed["webhook-timestamp"]) * 1_000);
  const webhook = new Webhook(new TextEncoder().encode(SECRET), { format: "raw" });
  return { ...signed, "webhook-signature": webhook.sign("msg-1", at, BODY) };
}

async function call(headers: Record<string, string>, options: ProbeOptions = {}, body = BODY) {
  const response = await createProbe(options).request("/probe", { method: "POST", headers, body });
  return { response, answer: await response.json() };
}

const LET_IN: readonly (readonly [what: string, headers: Record<string, string>, CallerKind])[] = [
  ["the current secret", { authorization: `Bearer ${SECRET}` }, "cron_secret"],
  ["the previous secret", { authorization: `Bearer ${PREVIOUS}` }, "cron_secret"],
  ["the scheme in lower case", { authorization: `bearer ${SECRET}` }, "cron_secret"],
  ["any of the secret keys", { apikey: KEYS.ci }, "secret_key"],
  ["a signature", sign(), "signature"],
  ["a signature by the previous secret", sign({ secret: PREVIOUS }), "signature"],
  ["a signature of 4 minutes ago", sign({ offsetSeconds: -240 }), "signature"],
  ["a signature by a clock 4 minutes ahead", sign({ offsetSeconds: 240 }), "signature"],
  [
    "a right signature after a wrong one",
    { ...sign(), "webhook-signature": `v1,AAAA ${sign()["webhook-signature"]}` },
    "signature",
  ],
  [
    "a key beside somebody else's token",
    { authorization: "Bearer x", apikey: KEYS.ci },
    "secret_key",
  ],
];

for (const [what, headers, kind] of LET_IN) {
  Deno.test(`${what} is let in as ${kind}, and the body can still be read`, async () => {
    const { response, answer } = await call(headers);
    assert.equal(response.status, 200);
    assert.deepEqual(answer, { kind, body: BODY });
  });
}

Deno.test("a signature by a secret with letters beyond ASCII is checked over UTF-8, as the database makes it", async () => {
  const secret = "ein-Schlüssel-für-die-Prüfung-№1";
  const { response } = await call(sign({ secret }), { cronSecrets: [secret] });
  assert.equal(response.status, 200);
});

const REFUSED: readonly (readonly [what: string, headers: Record<string, string>])[] = [
  ["nothing", {}],
  ["an empty header", { authorization: "" }],
  ["an empty secret", { authorization: "Bearer " }],
  ["the secret without its scheme", { authorization: SECRET }],
  ["another scheme", { authorization: `Basic ${SECRET}` }],
  ["the beginning of the secret", { authorization: `Bearer ${SECRET.slice(0, -1)}` }],
  ["more than the secret", { authorization: `Bearer ${SECRET}x` }],
  ["both secrets at once", { authorization: `Bearer ${SECRET} ${PREVIOUS}` }],
  ["the secret in other letters", { authorization: `Bearer ${SECRET.toUpperCase()}` }],
  ["the word undefined", { authorization: "Bearer undefined" }],
  ["the secret as apikey", { apikey: SECRET }],
  ["a secret key as token", { authorization: `Bearer ${KEYS.default}` }],
  ["the name of a key", { apikey: "default" }],
  ["an empty apikey", { apikey: "" }],
  ["a signature made with CRON_SECRET itself", signRaw()],
  ["a signature for another target", sign({ target: "https://receiver.example/hook" })],
  ["a signature for another function", sign({ target: "autonomous-tasks" })],
  ["a secret key beside a user's token", { authorization: `Bearer ${JWT}`, apikey: KEYS.default }],
  ["a secret key beside a user's token behind two blanks", {
    authorization: `Bearer  ${JWT}`,
    apikey: KEYS.default,
  }],
  ["a secret key beside two users' tokens", {
    authorization: `Bearer ${JWT}, Bearer ${JWT}`,
    apikey: KEYS.default,
  }],
  ["a secret key beside a user's token without its scheme", {
    authorization: JWT,
    apikey: KEYS.default,
  }],
  ["a secret key beside an ingest token", {
    authorization: `Bearer ${TOKEN}`,
    apikey: KEYS.default,
  }],
  ["a signature by another secret", sign({ secret: "a-secret-nobody-knows" })],
  ["a signature of 6 minutes ago", sign({ offsetSeconds: -360 })],
  ["a signature by a clock 6 minutes ahead", sign({ offsetSeconds: 360 })],
  ["a signature of another body", sign({ body: '{"task_id": "2"}' })],
  ["a signature of another id", { ...sign(), "webhook-id": "msg-2" }],
  ["a fresh stamp on an old signature", {
    ...sign({ offsetSeconds: -360 }),
    "webhook-timestamp": sign()["webhook-timestamp"] ?? "",
  }],
  ["an empty signature", { ...sign(), "webhook-signature": "" }],
  ["a signature without its parts", { "webhook-signature": sign()["webhook-signature"] ?? "" }],
  [
    "a signature of another version",
    { ...sign(), "webhook-signature": (sign()["webhook-signature"] ?? "").replace("v1,", "v2,") },
  ],
];

for (const [what, headers] of REFUSED) {
  Deno.test(`${what} is rejected with 401, which does not tell what was wrong`, async () => {
    const { response, answer } = await call(headers);
    assert.equal(response.status, 401);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.equal(response.headers.get("www-authenticate"), 'Bearer realm="nightshift"');
    assert.equal(answer.code, "unauthorized");
    assert.equal(
      answer.detail,
      "Send `Authorization: Bearer <CRON_SECRET>` or `apikey: <secret key>` or a webhook " +
        "signature made with CRON_SECRET.",
    );
  });
}

Deno.test("while no secret is set, nothing matches: no token, no undefined, no signature", async () => {
  const unset = { cronSecrets: [], secretKeys: {} };
  for (const token of ["", "undefined", "null", SECRET]) {
    const { response } = await call({ authorization: `Bearer ${token}`, apikey: token }, unset);
    assert.equal(response.status, 401);
  }
  assert.equal((await call(sign(), unset)).response.status, 401);
});

Deno.test("a route lets in only the kinds of callers that it names, and tells only of them", async () => {
  const onlyKeys: ProbeOptions = { kinds: ["secret_key"] };
  assert.equal((await call({ apikey: KEYS.default }, onlyKeys)).response.status, 200);
  const { response, answer } = await call({ authorization: `Bearer ${SECRET}` }, onlyKeys);
  assert.equal(response.status, 401);
  assert.equal(answer.detail, "Send `apikey: <secret key>`.");
  assert.equal((await call(sign(), onlyKeys)).response.status, 401);
});

Deno.test("a signed body that is no JSON still comes from the one who signed it", async () => {
  const { response } = await call(sign({ body: "{" }), {}, "{");
  assert.equal(response.status, 200);
});

const EVERYBODY: readonly CallerKind[] = ["secret_key", "ingest_token", "user", "cron_secret"];

Deno.test("a token decides who calls, also beside a secret key; its own key as Bearer does not", async () => {
  const kindOf = async (headers: Record<string, string>) =>
    (await call({ apikey: KEYS.default, ...headers }, { kinds: EVERYBODY })).answer.kind;
  assert.equal(await kindOf({ authorization: `Bearer ${JWT}` }), "user");
  assert.equal(await kindOf({ authorization: `bearer\t${JWT}` }), "user");
  assert.equal(await kindOf({ authorization: `Bearer ${TOKEN}` }), "ingest_token");
  assert.equal(await kindOf({ authorization: `Bearer ${SECRET}` }), "cron_secret");
  assert.equal(await kindOf({ authorization: `Bearer ${KEYS.default}` }), "secret_key");
});

Deno.test("a legacy key, which is a JWT itself, is a key also when it comes as Bearer, too", async () => {
  const { answer } = await call({ apikey: JWT, authorization: `Bearer ${JWT}` }, {
    secretKeys: { default: JWT },
    kinds: EVERYBODY,
  });
  assert.equal(answer.kind, "secret_key");
});

/** A body that sends a byte at once and then nothing more; counts how often it is asked for one. */
function slowBody() {
  const asked = { times: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked.times += 1;
      if (asked.times === 1) controller.enqueue(new Uint8Array(1));
      return asked.times === 1 ? undefined : new Promise(() => {});
    },
  }, { highWaterMark: 0 });
  return { body, asked };
}

Deno.test("without a credential a slow body is answered with 401 within two seconds", async () => {
  const { body } = slowBody();
  const answered = createProbe().request("/probe", { method: "POST", body });
  // A timer beside it, so that a machine that pauses for a moment delays both.
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), 2_000);
  const response = await Promise.race([answered, late]);
  clearTimeout(timer);
  assert.equal(response?.status, 401);
});

Deno.test("with a credential a body that takes too long is answered with 408", async () => {
  for (const headers of [{ apikey: KEYS.ci }, sign()]) {
    const { body } = slowBody();
    const response = await createProbe({ withinMs: 100 })
      .request("/probe", { method: "POST", headers, body });
    assert.equal(response.status, 408);
    const problem = await response.json();
    assert.equal(problem.code, "body_too_slow");
    assert.equal(problem.detail, "The body must arrive within 0.1 s. Send it again.");
  }
});

Deno.test("whoever is not admitted is rejected before the body is read", async () => {
  const app = createFunctionApp("probe", () => {});
  const read: boolean[] = [];
  app.use(guard({
    secrets: { cronSecrets: [SECRET], secretKeys: {} },
    kinds: ["ingest_token"],
    target: "probe",
    maxBytes: 100,
    withinMs: 30_000,
    admit: (c) => {
      const { caller } = c.var;
      assert.deepEqual(caller, { kind: "ingest_token", tokenHash: hashText(TOKEN) });
      read.push(c.req.raw.bodyUsed);
      return Promise.reject(new Error("not today"));
    },
  }));
  const response = await app.request("/probe", {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}` },
    body: "{}",
  });
  assert.equal(response.status, 500);
  assert.deepEqual(read, [false]);
});

Deno.test("a body announced as too long is rejected first, whoever sends it", async () => {
  const { response } = await call({ "content-length": "101" });
  assert.equal(response.status, 413);
});
