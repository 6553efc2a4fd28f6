/**
 * Everything the functions take from their environment, read once at start and nowhere else.
 * `.env.example` lists the names that a project sets itself; the platform provides the others.
 */
import * as z from "zod";
import {
  effort,
  hosts,
  key,
  keyMap,
  optionalUrl,
  origins,
  parseKeyMap,
  ports,
  publicKey,
  requiredUrl,
  secret,
  tenant,
  text,
  urls,
  webhookSecret,
  wholeNumber,
} from "./variable_shapes.ts";

/** The platform ends a function after 400 s on its larger plans; saving and finishing need some. */
const MAX_RUN_SECONDS = 350;

const ANTHROPIC_URL = "https://api.anthropic.com/v1";
/** TLS, and STARTTLS. */
const IMAP_PORTS = [993, 143];
const RESEND_URL = "https://api.resend.com";

const variablesSchema = z.object({
  SUPABASE_SECRET_KEYS: keyMap,
  SUPABASE_SERVICE_ROLE_KEY: text,
  SUPABASE_URL: requiredUrl("the platform provides it"),
  SUPABASE_PUBLISHABLE_KEYS: text,
  SUPABASE_ANON_KEY: text,
  CRON_SECRET: secret,
  CRON_SECRET_PREVIOUS: secret,
  CORS_ORIGINS: origins,
  RUN_BUDGET_SECONDS: wholeNumber(60, 1, 300),
  // At about 4 ms CPU an email, 200 emails stay below the platform's 2 s of CPU a request.
  RUN_MAX_EMAILS: wholeNumber(200, 1, 10_000),
  // Emails may be made to be slow: half of the platform's limit is left for claiming and saving.
  RUN_READING_SECONDS: wholeNumber(1, 1, 300),
  // The Free plan's wall clock.
  WALL_CLOCK_SECONDS: wholeNumber(150, 3, 86_400),
  // Half of the platform's 2 s of CPU, when each job takes 2 ms.
  AGENT_MAX_JOBS: wholeNumber(500, 1, 100_000),
  // Long enough for one chunk of emails between two heartbeats that fail.
  RUN_LEASE_SECONDS: wholeNumber(30, 2, 600),
  ANTHROPIC_API_KEY: key,
  ANTHROPIC_BASE_URL: optionalUrl("empty for Anthropic itself"),
  OPENAI_COMPATIBLE_BASE_URL: optionalUrl("such as https://api.openai.com/v1"),
  OPENAI_COMPATIBLE_API_KEY: key,
  OPENAI_COMPATIBLE_REASONING_EFFORT: effort,
  // Ten emails take a model 5 to 15 seconds.
  LLM_TIMEOUT_SECONDS: wholeNumber(30, 1, 120),
  RESEND_BASE_URL: optionalUrl("empty for Resend itself"),
  GOOGLE_CLIENT_ID: key,
  GOOGLE_CLIENT_SECRET: key,
  GOOGLE_BASE_URL: optionalUrl("empty for Google itself"),
  MICROSOFT_CLIENT_ID: key,
  MICROSOFT_CLIENT_SECRET: key,
  MICROSOFT_TENANT: tenant,
  MICROSOFT_BASE_URL: optionalUrl("empty for Microsoft itself"),
  IMAP_PORTS: ports,
  IMAP_ALLOWED_HOSTS: hosts,
  MAILBOX_REDIRECT_URLS: urls,
  RESEND_API_KEY: key,
  RESEND_WEBHOOK_SECRET: webhookSecret,
  MAILGUN_SIGNING_KEY: key,
  SENDGRID_PUBLIC_KEY: publicKey,
});

/** The names of all variables, in the order in which problems with them are told. */
export const VARIABLE_NAMES = Object.keys(variablesSchema.shape);

/** The environment as plain names and values, so that tests need not touch the process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The settings of the functions; see `.env.example` for what each is for. */
export type Env = ReturnType<typeof toEnv>;

/**
 * Providers of models; null for one that is not configured. Base URLs have no slash at their end.
 */
export type Providers = Env["providers"];

/**
 * Parses the environment.
 * @throws {Error} one sentence that lists every missing or malformed variable.
 */
export function readEnv(variables: Variables = Deno.env.toObject()): Env {
  const parsed = variablesSchema.safeParse(variables);
  const problems = [
    ...findContradictions(variables),
    ...parsed.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [],
  ];
  if (!parsed.success || problems.length > 0) {
    throw new Error(`Cannot start: ${problems.join("; ")}.`);
  }
  return Object.freeze(toEnv(parsed.data));
}

/** What is wrong with variables that depend on each other. */
function* findContradictions(variables: Variables): Iterable<string> {
  const keys = parseKeyMap(variables["SUPABASE_SECRET_KEYS"] ?? "");
  const hasKey = keys === null || Object.keys(keys).length > 0;
  if (!hasKey && !variables["SUPABASE_SERVICE_ROLE_KEY"]) {
    yield "SUPABASE_SECRET_KEYS is not set (the platform provides it)";
  }
  if (variables["OPENAI_COMPATIBLE_API_KEY"] && !variables["OPENAI_COMPATIBLE_BASE_URL"]) {
    yield "OPENAI_COMPATIBLE_API_KEY needs OPENAI_COMPATIBLE_BASE_URL, " +
      "such as https://api.openai.com/v1";
  }
  for (const name of ["GOOGLE", "MICROSOFT"]) {
    const [id, secret] = [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`] as const;
    if (Boolean(variables[id]) !== Boolean(variables[secret])) {
      yield `${id} and ${secret} go together`;
    }
  }
  const { RUN_BUDGET_SECONDS: budget, LLM_TIMEOUT_SECONDS: timeout } = variablesSchema.shape;
  const seconds = [
    budget.safeParse(variables["RUN_BUDGET_SECONDS"]).data ?? 0,
    timeout.safeParse(variables["LLM_TIMEOUT_SECONDS"]).data ?? 0,
  ];
  if (seconds.reduce((sum, part) => sum + part) > MAX_RUN_SECONDS) {
    yield `RUN_BUDGET_SECONDS and LLM_TIMEOUT_SECONDS may be ${MAX_RUN_SECONDS} together, ` +
      "as a run may take that long";
  }
}

function toEnv(set: z.output<typeof variablesSchema>) {
  // Older projects have a single service role key and a single anon key instead of the maps.
  const secretKeys = Object.keys(set.SUPABASE_SECRET_KEYS).length > 0
    ? set.SUPABASE_SECRET_KEYS
    : { default: set.SUPABASE_SERVICE_ROLE_KEY };
  const publishableKeys = parseKeyMap(set.SUPABASE_PUBLISHABLE_KEYS) ?? {};
  return {
    /** Base URL of the project, without a trailing slash. */
    supabaseUrl: set.SUPABASE_URL,
    /** Secret keys by name; a caller may present any of them on `apikey`. */
    secretKeys: secretKeys as Readonly<Record<string, string>>,
    /** The key that the functions themselves use. */
    secretKey: chooseKey(secretKeys),
    /** The key that goes with a user's token; empty where the platform gives none. */
    publishableKey: chooseKey(publishableKeys) || set.SUPABASE_ANON_KEY,
    /** Origins whose pages may call the functions for users; `*` for all, empty for none. */
    corsOrigins: set.CORS_ORIGINS as readonly string[],
    /** Secrets of a scheduler: the current one, then the previous one during a rotation. */
    cronSecrets: [set.CRON_SECRET, set.CRON_SECRET_PREVIOUS].filter(Boolean) as readonly string[],
    /** How long one run may claim new work. */
    runBudgetSeconds: set.RUN_BUDGET_SECONDS,
    /** How many emails one run may take. */
    runMaxEmails: set.RUN_MAX_EMAILS,
    /** How long one run may read by rules, where nothing else uses the CPU. */
    runReadingSeconds: set.RUN_READING_SECONDS,
    /** When the platform ends a function, whatever it does. */
    wallClockSeconds: set.WALL_CLOCK_SECONDS,
    /** How many jobs one invocation of an agent may take. */
    agentMaxJobs: set.AGENT_MAX_JOBS,
    /** A run that gives no sign of life for this long is taken for dead. */
    runLeaseSeconds: set.RUN_LEASE_SECONDS,
    providers: {
      anthropic: set.ANTHROPIC_API_KEY === "" ? null : {
        apiKey: set.ANTHROPIC_API_KEY,
        baseUrl: set.ANTHROPIC_BASE_URL || ANTHROPIC_URL,
      },
      /** OpenAI, Groq, Ollama, vLLM, OpenRouter or another of that kind. */
      openaiCompatible: set.OPENAI_COMPATIBLE_BASE_URL === "" ? null : {
        /** Null where none is needed. */
        apiKey: set.OPENAI_COMPATIBLE_API_KEY || null,
        baseUrl: set.OPENAI_COMPATIBLE_BASE_URL,
        /** Sent only when set: models that do not think refuse it. */
        reasoningEffort: set.OPENAI_COMPATIBLE_REASONING_EFFORT,
      },
    },
    /** How long one request to a model may take. */
    llmTimeoutSeconds: set.LLM_TIMEOUT_SECONDS,
    /** The API of Resend, without a trailing slash. */
    resendBaseUrl: set.RESEND_BASE_URL || RESEND_URL,
    /** How Google knows the project; null without. */
    google: set.GOOGLE_CLIENT_ID === "" ? null : {
      clientId: set.GOOGLE_CLIENT_ID,
      clientSecret: set.GOOGLE_CLIENT_SECRET,
      /** A stand-in's address; null for Google itself. */
      baseUrl: set.GOOGLE_BASE_URL || null,
    },
    /** How Microsoft knows the project; null without. */
    microsoft: set.MICROSOFT_CLIENT_ID === "" ? null : {
      clientId: set.MICROSOFT_CLIENT_ID,
      clientSecret: set.MICROSOFT_CLIENT_SECRET,
      tenant: set.MICROSOFT_TENANT || "common",
      /** A stand-in's address; null for Microsoft itself. */
      baseUrl: set.MICROSOFT_BASE_URL || null,
    },
    /** Ports of IMAP servers, and hosts that may also be in a private network. */
    imap: {
      ports: (set.IMAP_PORTS.length === 0 ? IMAP_PORTS : set.IMAP_PORTS) as readonly number[],
      allowedHosts: set.IMAP_ALLOWED_HOSTS as readonly string[],
    },
    /** Where a browser may be sent once its mailbox is connected. */
    mailboxRedirectUrls: set.MAILBOX_REDIRECT_URLS as readonly string[],
    /** What providers of email sign with; empty where a project does not receive by them. */
    inbound: {
      resendApiKey: set.RESEND_API_KEY,
      resendWebhookSecret: set.RESEND_WEBHOOK_SECRET,
      mailgunSigningKey: set.MAILGUN_SIGNING_KEY,
      sendgridPublicKey: set.SENDGRID_PUBLIC_KEY,
    },
  } as const;
}

/** The key called `default`, else the first one. */
function chooseKey(keys: Readonly<Record<string, string>>): string {
  return keys["default"] ?? Object.values(keys)[0] ?? "";
}
