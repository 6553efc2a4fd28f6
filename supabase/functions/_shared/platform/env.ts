/**
 * Everything the functions take from their environment, read once at start and nowhere else.
 * `.env.example` lists the names that a project sets itself; the platform provides the others.
 */
export interface Env {
  /** Base URL of the project, without a trailing slash. */
  readonly supabaseUrl: string;
  /** Secret keys by name; a caller may present any of them on `apikey`. */
  readonly secretKeys: Readonly<Record<string, string>>;
  /** The key that the functions themselves use: `default`, else the first one. */
  readonly secretKey: string;
  /** The key that goes with a user's token; empty where the platform gives none. */
  readonly publishableKey: string;
  /** Origins whose pages may call the task-logging API; `*` for all, empty for none. */
  readonly corsOrigins: readonly string[];
  /** Secrets that authorise a scheduler: the current one, then the previous one during a rotation. Empty when unset. */
  readonly cronSecrets: readonly string[];
  /** 1–300 seconds: how long one run may claim new work. */
  readonly runBudgetSeconds: number;
  /** 1–10,000 mails: how much one run may take. */
  readonly runMaxEmails: number;
  /** 2–600 seconds: a run that gives no sign of life for this long is taken for dead. */
  readonly runLeaseSeconds: number;
  /** Whom mail may be sent to for reading. */
  readonly providers: Providers;
  /** 1–120 seconds: how long one request to a model may take. */
  readonly llmTimeoutSeconds: number;
}

/** How hard a model is asked to think before it answers. */
export const REASONING_EFFORTS = ["none", "minimal", "low", "medium", "high"] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

/** Providers of models; null for one that is not configured. */
export interface Providers {
  readonly anthropic: {
    readonly apiKey: string;
    /** Without a trailing slash. */
    readonly baseUrl: string;
  } | null;
  /** OpenAI, Groq, Ollama, vLLM, OpenRouter or another of that kind. */
  readonly openaiCompatible: {
    /** Null where none is needed. */
    readonly apiKey: string | null;
    /** Without a trailing slash. */
    readonly baseUrl: string;
    /** Sent only when set: models that do not think refuse it. */
    readonly reasoningEffort: ReasoningEffort | null;
  } | null;
}

/** The environment as plain names and values, so that tests need not touch the process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** A CPU limit of 2 s a request at about 4 ms a mail, and a wall clock of 150 s on the smallest plan. */
const DEFAULT_RUN_BUDGET_SECONDS = 60;
const DEFAULT_RUN_MAX_EMAILS = 200;
/** Long enough for one chunk of mail between two heartbeats that fail. */
const DEFAULT_RUN_LEASE_SECONDS = 30;

/** Ten mails take a model 5 to 15 seconds. */
const DEFAULT_LLM_TIMEOUT_SECONDS = 30;
const ANTHROPIC_URL = "https://api.anthropic.com/v1";

/** The platform ends a function after 400 s on its larger plans; settling and finishing need some of them. */
const MAX_RUN_SECONDS = 350;

/** Anything shorter can be guessed; treated as a mistake instead of as a secret. */
const MIN_SECRET_LENGTH = 16;

/**
 * Parses the environment.
 * @throws {Error} one sentence that lists every missing or malformed variable.
 */
export function readEnv(variables: Variables = Deno.env.toObject()): Env {
  const problems: string[] = [];
  const secretKeys = readSecretKeys(variables, problems);
  const env: Env = {
    supabaseUrl: readUrl(variables, "SUPABASE_URL", problems, "the platform provides it"),
    secretKeys,
    secretKey: secretKeys["default"] ?? Object.values(secretKeys)[0] ?? "",
    publishableKey: readPublishableKey(variables),
    corsOrigins: readOrigins(variables, "CORS_ORIGINS", problems),
    cronSecrets: readSecrets(variables, ["CRON_SECRET", "CRON_SECRET_PREVIOUS"], problems),
    runBudgetSeconds: readInteger(variables, "RUN_BUDGET_SECONDS", {
      fallback: DEFAULT_RUN_BUDGET_SECONDS,
      max: 300,
    }, problems),
    runMaxEmails: readInteger(variables, "RUN_MAX_EMAILS", {
      fallback: DEFAULT_RUN_MAX_EMAILS,
      max: 10_000,
    }, problems),
    runLeaseSeconds: readInteger(variables, "RUN_LEASE_SECONDS", {
      fallback: DEFAULT_RUN_LEASE_SECONDS,
      min: 2,
      max: 600,
    }, problems),
    providers: readProviders(variables, problems),
    llmTimeoutSeconds: readInteger(variables, "LLM_TIMEOUT_SECONDS", {
      fallback: DEFAULT_LLM_TIMEOUT_SECONDS,
      max: 120,
    }, problems),
  };
  if (env.runBudgetSeconds + env.llmTimeoutSeconds > MAX_RUN_SECONDS) {
    problems.push(
      `RUN_BUDGET_SECONDS and LLM_TIMEOUT_SECONDS may be ${MAX_RUN_SECONDS} together, as a run may take that long`,
    );
  }
  if (problems.length > 0) throw new Error(`Cannot start: ${problems.join("; ")}.`);
  return Object.freeze(env);
}

function readUrl(variables: Variables, name: string, problems: string[], hint: string): string {
  const value = variables[name] ?? "";
  // Without the scheme "localhost:54321" would parse as a URL of the scheme "localhost:".
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value.replace(/\/+$/, "");
  problems.push(`${name} must be an http(s) URL (${hint})`);
  return "";
}

function readProviders(variables: Variables, problems: string[]): Providers {
  // A line break that came along with a key would make every request fail.
  const anthropicKey = variables["ANTHROPIC_API_KEY"]?.trim();
  if (variables["OPENAI_COMPATIBLE_API_KEY"] && !variables["OPENAI_COMPATIBLE_BASE_URL"]) {
    problems.push(
      "OPENAI_COMPATIBLE_API_KEY needs OPENAI_COMPATIBLE_BASE_URL, such as https://api.openai.com/v1",
    );
  }
  return {
    anthropic: anthropicKey
      ? {
        apiKey: anthropicKey,
        baseUrl: variables["ANTHROPIC_BASE_URL"]
          ? readUrl(variables, "ANTHROPIC_BASE_URL", problems, "empty for Anthropic itself")
          : ANTHROPIC_URL,
      }
      : null,
    openaiCompatible: variables["OPENAI_COMPATIBLE_BASE_URL"]
      ? {
        apiKey: variables["OPENAI_COMPATIBLE_API_KEY"]?.trim() || null,
        baseUrl: readUrl(
          variables,
          "OPENAI_COMPATIBLE_BASE_URL",
          problems,
          "such as https://api.openai.com/v1",
        ),
        reasoningEffort: readEffort(variables, "OPENAI_COMPATIBLE_REASONING_EFFORT", problems),
      }
      : null,
  };
}

function readEffort(
  variables: Variables,
  name: string,
  problems: string[],
): ReasoningEffort | null {
  const text = variables[name];
  if (!text) return null;
  const effort = REASONING_EFFORTS.find((known) => known === text) ?? null;
  if (effort === null) {
    problems.push(`${name} must be one of ${REASONING_EFFORTS.join(", ")}, not "${text}"`);
  }
  return effort;
}

/** New projects carry a JSON map of secret keys, older ones a single service role key. */
function readSecretKeys(
  variables: Variables,
  problems: string[],
): Readonly<Record<string, string>> {
  const keys = parseKeyMap(variables["SUPABASE_SECRET_KEYS"]);
  const legacy = variables["SUPABASE_SERVICE_ROLE_KEY"];
  if (keys === null) {
    problems.push('SUPABASE_SECRET_KEYS must be a JSON map such as {"default":"sb_secret_…"}');
  } else if (Object.keys(keys).length > 0) {
    return keys;
  } else if (legacy) {
    return { default: legacy };
  } else {
    problems.push("SUPABASE_SECRET_KEYS is not set (the platform provides it)");
  }
  return {};
}

function readPublishableKey(variables: Variables): string {
  const keys = parseKeyMap(variables["SUPABASE_PUBLISHABLE_KEYS"]) ?? {};
  return keys["default"] ?? Object.values(keys)[0] ?? variables["SUPABASE_ANON_KEY"] ?? "";
}

function readOrigins(variables: Variables, name: string, problems: string[]): readonly string[] {
  const origins = (variables[name] ?? "").split(",").map((origin) => origin.trim()).filter(Boolean);
  const isValid = origins.every((origin) => origin === "*" || /^https?:\/\/[^\/\s]+$/.test(origin));
  if (isValid) return origins;
  problems.push(
    `${name} must be * or origins such as https://app.example.com, with commas between`,
  );
  return [];
}

function parseKeyMap(text: string | undefined): Record<string, string> | null {
  if (!text) return {};
  try {
    const map: unknown = JSON.parse(text);
    if (typeof map !== "object" || map === null || Array.isArray(map)) return null;
    const entries = Object.entries(map);
    const isValid = entries.every(([, key]) => typeof key === "string" && key.length > 0);
    return isValid ? Object.fromEntries(entries) : null;
  } catch {
    return null;
  }
}

function readSecrets(
  variables: Variables,
  names: readonly string[],
  problems: string[],
): readonly string[] {
  const secrets: string[] = [];
  for (const name of names) {
    const value = variables[name] ?? "";
    if (value.length >= MIN_SECRET_LENGTH) secrets.push(value);
    else if (value) problems.push(`${name} must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  return secrets;
}

function readInteger(
  variables: Variables,
  name: string,
  range: { fallback: number; min?: number; max: number },
  problems: string[],
): number {
  const text = variables[name];
  if (!text) return range.fallback;
  const value = Number(text);
  const { min = 1, max } = range;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  problems.push(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
  return range.fallback;
}
