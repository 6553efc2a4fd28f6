import assert from "node:assert/strict";
import { readEnv, type Variables } from "./env.ts";

const PLATFORM: Variables = {
  SUPABASE_URL: "https://project.example",
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_one"}',
};
const SECRET = "a-secret-of-32-characters-length";
const OLD_SECRET = "the-secret-before-that-one";

function readWith(variables: Variables) {
  return readEnv({ ...PLATFORM, ...variables });
}

Deno.test("the platform's variables alone are enough; no secret is set and the budgets have defaults", () => {
  assert.deepEqual(readEnv(PLATFORM), {
    supabaseUrl: "https://project.example",
    secretKeys: { default: "sb_secret_one" },
    secretKey: "sb_secret_one",
    publishableKey: "",
    corsOrigins: [],
    cronSecrets: [],
    runBudgetSeconds: 60,
    runLeaseSeconds: 30,
    runMaxEmails: 200,
    runReadingSeconds: 1,
    wallClockSeconds: 150,
    agentMaxJobs: 500,
    providers: { anthropic: null, openaiCompatible: null },
    resendBaseUrl: "https://api.resend.com",
    google: null,
    microsoft: null,
    imap: { ports: [993, 143], allowedHosts: [] },
    mailboxRedirectUrls: [],
    inbound: {
      resendApiKey: "",
      resendWebhookSecret: "",
      mailgunSigningKey: "",
      sendgridPublicKey: "",
    },
    llmTimeoutSeconds: 30,
  });
});

Deno.test("the environment cannot be changed after it was read", () => {
  const env = readEnv(PLATFORM);
  assert.throws(() => Object.assign(env, { cronSecrets: ["x"] }), TypeError);
});

Deno.test("slashes at the end of the URL are dropped", () => {
  assert.equal(
    readWith({ SUPABASE_URL: "http://127.0.0.1:54321//" }).supabaseUrl,
    "http://127.0.0.1:54321",
  );
});

Deno.test("the key called default is used, else the first one; every key is accepted", () => {
  const both = readWith({ SUPABASE_SECRET_KEYS: '{"ci":"sb_secret_ci","default":"sb_secret_d"}' });
  assert.equal(both.secretKey, "sb_secret_d");
  assert.deepEqual(both.secretKeys, { ci: "sb_secret_ci", default: "sb_secret_d" });
  assert.equal(
    readWith({ SUPABASE_SECRET_KEYS: '{"ci":"sb_secret_ci"}' }).secretKey,
    "sb_secret_ci",
  );
});

Deno.test("an older project's service role key is in for a missing or empty map only", () => {
  const legacy = { SUPABASE_SERVICE_ROLE_KEY: "eyJ.legacy.key" };
  for (const map of [undefined, "", "{}"]) {
    assert.equal(readWith({ ...legacy, SUPABASE_SECRET_KEYS: map }).secretKey, "eyJ.legacy.key");
  }
  assert.equal(readWith(legacy).secretKey, "sb_secret_one");
});

Deno.test("during a rotation both secrets count, the current one first", () => {
  const env = readWith({ CRON_SECRET: SECRET, CRON_SECRET_PREVIOUS: OLD_SECRET });
  assert.deepEqual(env.cronSecrets, [SECRET, OLD_SECRET]);
});

Deno.test("IMAP servers are reached at other ports and in private only where it is said", () => {
  const { imap } = readWith({
    IMAP_PORTS: "993, 1993",
    IMAP_ALLOWED_HOSTS: "Mail.internal,10.0.0.7",
  });
  assert.deepEqual(imap, { ports: [993, 1_993], allowedHosts: ["mail.internal", "10.0.0.7"] });
  assert.throws(() => readWith({ IMAP_PORTS: "imaps" }), /IMAP_PORTS must be ports/);
});

Deno.test("the app at Microsoft is for everybody, or for the accounts of one tenant", () => {
  const app = { MICROSOFT_CLIENT_ID: "id", MICROSOFT_CLIENT_SECRET: "word" };
  assert.equal(readWith(app).microsoft?.tenant, "common");
  assert.equal(
    readWith({ ...app, MICROSOFT_TENANT: "example.com" }).microsoft?.tenant,
    "example.com",
  );
  assert.throws(() => readWith({ ...app, MICROSOFT_TENANT: "a/b" }), /MICROSOFT_TENANT must be/);
  assert.throws(() => readWith({ MICROSOFT_CLIENT_ID: "id" }), /go together/);
});

Deno.test("an empty secret is an unset one", () => {
  assert.deepEqual(readWith({ CRON_SECRET: "", CRON_SECRET_PREVIOUS: "" }).cronSecrets, []);
});

Deno.test("a provider is configured by its key, or by its base URL where no key is needed", () => {
  const read = (variables: Variables) => readWith(variables).providers;
  assert.deepEqual(read({ ANTHROPIC_API_KEY: "sk-ant-1" }), {
    anthropic: { apiKey: "sk-ant-1", baseUrl: "https://api.anthropic.com/v1" },
    openaiCompatible: null,
  });
  assert.deepEqual(read({ OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:11434/v1/" }), {
    anthropic: null,
    openaiCompatible: { apiKey: null, baseUrl: "http://127.0.0.1:11434/v1", reasoningEffort: null },
  });
  assert.deepEqual(
    read({
      ANTHROPIC_API_KEY: "sk-ant-1\n",
      ANTHROPIC_BASE_URL: "https://proxy.example/v1",
      OPENAI_COMPATIBLE_BASE_URL: "https://api.openai.com/v1",
      OPENAI_COMPATIBLE_API_KEY: " sk-1\n",
      OPENAI_COMPATIBLE_REASONING_EFFORT: "low",
    }),
    {
      anthropic: { apiKey: "sk-ant-1", baseUrl: "https://proxy.example/v1" },
      openaiCompatible: {
        apiKey: "sk-1",
        baseUrl: "https://api.openai.com/v1",
        reasoningEffort: "low",
      },
    },
  );
});

Deno.test("budgets are taken from 1 to their upper end, and an empty one is the default", () => {
  const lowest = readWith({ RUN_BUDGET_SECONDS: "1", RUN_MAX_EMAILS: "1" });
  assert.deepEqual([lowest.runBudgetSeconds, lowest.runMaxEmails], [1, 1]);
  const highest = readWith({ RUN_BUDGET_SECONDS: "300", RUN_MAX_EMAILS: "10000" });
  assert.deepEqual([highest.runBudgetSeconds, highest.runMaxEmails], [300, 10_000]);
  const together = readWith({ RUN_BUDGET_SECONDS: "230", LLM_TIMEOUT_SECONDS: "120" });
  assert.deepEqual([together.runBudgetSeconds, together.llmTimeoutSeconds], [230, 120]);
  assert.equal(readWith({ RUN_MAX_EMAILS: "" }).runMaxEmails, 200);
});

const REFUSED: readonly (readonly [variables: Variables, message: RegExp])[] = [
  [{ SUPABASE_URL: undefined }, /SUPABASE_URL must be an http\(s\) URL/],
  [{ SUPABASE_URL: "project.example" }, /SUPABASE_URL must be an http\(s\) URL/],
  [{ SUPABASE_URL: "localhost:54321" }, /SUPABASE_URL must be an http\(s\) URL/],
  [{ SUPABASE_URL: "https://" }, /SUPABASE_URL must be an http\(s\) URL/],
  [{ SUPABASE_SECRET_KEYS: undefined }, /SUPABASE_SECRET_KEYS is not set/],
  [{ SUPABASE_SECRET_KEYS: "sb_secret_one" }, /SUPABASE_SECRET_KEYS must be a JSON map/],
  [{ SUPABASE_SECRET_KEYS: '["sb_secret_one"]' }, /SUPABASE_SECRET_KEYS must be a JSON map/],
  [{ SUPABASE_SECRET_KEYS: "null" }, /SUPABASE_SECRET_KEYS must be a JSON map/],
  [{ SUPABASE_SECRET_KEYS: '{"default":""}' }, /SUPABASE_SECRET_KEYS must be a JSON map/],
  [{ SUPABASE_SECRET_KEYS: '{"default":7}' }, /SUPABASE_SECRET_KEYS must be a JSON map/],
  [{ CRON_SECRET: "undefined" }, /CRON_SECRET must have at least 16 characters/],
  [{ CRON_SECRET_PREVIOUS: "short" }, /CRON_SECRET_PREVIOUS must have at least 16 characters/],
  [{ RUN_BUDGET_SECONDS: "0" }, /RUN_BUDGET_SECONDS must be a whole number from 1 to 300, not "0"/],
  [{ RUN_BUDGET_SECONDS: "301" }, /RUN_BUDGET_SECONDS .* not "301"/],
  [{ RUN_MAX_EMAILS: "10001" }, /RUN_MAX_EMAILS must be a whole number from 1 to 10000/],
  [{ RUN_MAX_EMAILS: "-1" }, /RUN_MAX_EMAILS .* not "-1"/],
  [{ RUN_MAX_EMAILS: "1.5" }, /RUN_MAX_EMAILS .* not "1.5"/],
  [{ RUN_MAX_EMAILS: "many" }, /RUN_MAX_EMAILS .* not "many"/],
  [{ OPENAI_COMPATIBLE_BASE_URL: "localhost:11434" }, /OPENAI_COMPATIBLE_BASE_URL must be an http/],
  [
    { OPENAI_COMPATIBLE_BASE_URL: "http://a.example", OPENAI_COMPATIBLE_REASONING_EFFORT: "hard" },
    /OPENAI_COMPATIBLE_REASONING_EFFORT must be one of none, minimal, low, medium, high/,
  ],
  [{ OPENAI_COMPATIBLE_API_KEY: "sk-1" }, /OPENAI_COMPATIBLE_API_KEY needs OPENAI_COMPATIBLE_BASE/],
  [
    { ANTHROPIC_API_KEY: "sk", ANTHROPIC_BASE_URL: "api.anthropic.com" },
    /ANTHROPIC_BASE_URL must be an http\(s\) URL/,
  ],
  [{ LLM_TIMEOUT_SECONDS: "121" }, /LLM_TIMEOUT_SECONDS must be a whole number from 1 to 120/],
  [
    { RUN_BUDGET_SECONDS: "231", LLM_TIMEOUT_SECONDS: "120" },
    /RUN_BUDGET_SECONDS and LLM_TIMEOUT_SECONDS may be 350 together/,
  ],
  [{ RUN_MAX_EMAILS: " " }, /RUN_MAX_EMAILS .* not " "/],
  [{ RESEND_WEBHOOK_SECRET: "secret" }, /RESEND_WEBHOOK_SECRET must be the signing secret/],
  [{ SENDGRID_PUBLIC_KEY: "AAAA" }, /SENDGRID_PUBLIC_KEY must be the public key/],
];

for (const [variables, message] of REFUSED) {
  Deno.test(`${Deno.inspect(variables)} stops the start with a sentence`, () => {
    assert.throws(() => readWith(variables), { message });
  });
}

Deno.test("one sentence names everything that is wrong, and no secret", () => {
  const read = () => readEnv({ CRON_SECRET: "hush-hush", RUN_BUDGET_SECONDS: "soon" });
  assert.throws(read, (error: Error) => {
    assert.match(
      error.message,
      /^Cannot start: SUPABASE_SECRET_KEYS .*; SUPABASE_URL .*; CRON_SECRET .*; RUN_BUDGET_SECONDS .*\.$/,
    );
    assert.doesNotMatch(error.message, /hush/);
    return true;
  });
});

Deno.test("origins are taken one by one; what is no origin keeps the function from starting", () => {
  const read = (origins: string) => readEnv({ ...PLATFORM, CORS_ORIGINS: origins }).corsOrigins;
  assert.deepEqual(read("https://a.example, http://localhost:3000"), [
    "https://a.example",
    "http://localhost:3000",
  ]);
  assert.deepEqual(read("*"), ["*"]);
  assert.throws(() => read("a.example"), /CORS_ORIGINS must be/);
  assert.throws(() => read("https://a.example/path"), /CORS_ORIGINS must be/);
});
