import { readEnv, type Variables } from "../../_shared/platform/env.ts";
import type { LogFields } from "../../_shared/platform/log.ts";
import { EMPTY_RECORD } from "../../_email/testing/sample_email.ts";
import type { Analysis, Analyzer, ClaimedEmail } from "../analyzers/analyzer.ts";
import type { AppDeps } from "../deps.ts";
import { createMemoryStore, type MemoryStore } from "./store_in_memory.ts";

export const TEST_CRON_SECRET = "a-cron-secret-for-these-tests";
export const TEST_SECRET_KEY = "sb_secret_for_these_tests";
export const TEST_PROJECT_URL = "https://project.example";

/** What the function needs, made of plain objects; `lines` is what was logged. */
export interface TestDeps extends AppDeps {
  readonly store: MemoryStore;
  readonly lines: readonly LogFields[];
}

/**
 * Dependencies with an empty queue and an analyzer that reads everything; override what matters.
 */
export function createTestDeps(
  overrides: Partial<Omit<TestDeps, "env" | "lines" | "log">> = {},
  variables: Variables = {},
): TestDeps {
  const lines: LogFields[] = [];
  return {
    env: readEnv({
      SUPABASE_URL: TEST_PROJECT_URL,
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: TEST_SECRET_KEY }),
      CRON_SECRET: TEST_CRON_SECRET,
      ...variables,
    }),
    store: createMemoryStore(),
    analyzer: createTestAnalyzer((emails) => emails.map(analyzeWell)),
    clock: () => new Date("2026-11-12T08:00:00.000Z"),
    log: (level, message, fields = {}) => lines.push({ level, message, ...fields }),
    lines,
    ...overrides,
  };
}

/** An analyzer that calls no provider. */
export function createTestAnalyzer(
  analyze: (emails: readonly ClaimedEmail[]) => readonly Analysis[],
): Analyzer {
  return {
    quote: null,
    analyze: (emails) => Promise.try(() => ({ analyses: analyze(emails), calls: [] })),
  };
}

/** The analysis of an email that contains nothing. */
export function analyzeWell({ emailId }: ClaimedEmail): Analysis {
  return {
    emailId,
    ok: true,
    record: EMPTY_RECORD,
    extractor: { analyzer: "rules", version: 1, model: "test@1" },
    isDegraded: false,
  };
}

/** `count` emails with ids from `mail-1` on, in two workspaces by turns. */
export function createEmails(count: number): ClaimedEmail[] {
  return Array.from({ length: count }, (_, index) => ({
    emailId: `mail-${index + 1}`,
    workspaceId: index % 2 === 0 ? TEST_WORKSPACES[0] : TEST_WORKSPACES[1],
    fromEmail: "ada@example.com",
    fromName: null,
    subject: "Bread",
    bodyText: "Two loaves, please.",
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-12T07:00:00.000Z",
    attempt: 1,
  }));
}

export const TEST_WORKSPACES = [
  "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21",
  "11111111-2222-4333-8444-555555555555",
] as const;
