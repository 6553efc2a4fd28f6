import assert from "node:assert/strict";
import { listProviderHosts, takeProviderEnv } from "./provider_env.ts";

const PLATFORM = {
  SUPABASE_URL: "http://127.0.0.1:54321",
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_one"}',
};

Deno.test("of an environment only what is about providers goes to the functions, and only if set", () => {
  const variables = { HOME: "/root", ANTHROPIC_API_KEY: "sk-ant-1", LLM_TIMEOUT_SECONDS: "" };
  assert.deepEqual(takeProviderEnv(variables), { ANTHROPIC_API_KEY: "sk-ant-1" });
});

Deno.test("a function may call the configured providers and nobody else", () => {
  assert.deepEqual(listProviderHosts(PLATFORM), ["api.resend.com"]);
  assert.deepEqual(
    listProviderHosts({
      ...PLATFORM,
      ANTHROPIC_API_KEY: "sk-ant-1",
      OPENAI_COMPATIBLE_BASE_URL: "http://localhost:11434/v1",
    }),
    ["api.anthropic.com", "localhost:11434", "api.resend.com"],
  );
  assert.deepEqual(
    listProviderHosts({
      ...PLATFORM,
      OPENAI_COMPATIBLE_BASE_URL: "nowhere",
      RESEND_BASE_URL: "http://localhost:9000",
    }),
    ["localhost:9000"],
  );
});

Deno.test("a function may call Microsoft and IMAP servers when they are configured", () => {
  const env = { ...PLATFORM, IMAP_ALLOWED_HOSTS: "imap.example.com, 192.0.2.7,--allow-all,a,b/c" };
  assert.deepEqual(listProviderHosts({ ...env, MICROSOFT_CLIENT_ID: "1" }), [
    "api.resend.com",
    "login.microsoftonline.com",
    "graph.microsoft.com",
    "imap.example.com",
    "192.0.2.7",
    "a",
  ]);
  const standIn = { MICROSOFT_CLIENT_ID: "1", MICROSOFT_BASE_URL: "http://127.0.0.1:9001" };
  assert.deepEqual(listProviderHosts({ ...PLATFORM, ...standIn }), [
    "api.resend.com",
    "127.0.0.1:9001",
  ]);
});
