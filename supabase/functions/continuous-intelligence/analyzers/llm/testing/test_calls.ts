/**
 * What the tests of calls share: emails of several workspaces, answers of a good model, an
 * analyzer.
 */
import { systemClock } from "../../../../_shared/platform/clock.ts";
import type { Providers } from "../../../../_shared/platform/env.ts";
import { createId } from "../../../../_shared/platform/ids.ts";
import type { LogFields } from "../../../../_shared/platform/log.ts";
import type { AnalysisContext, ClaimedEmail } from "../../analyzer.ts";
import type { AnalyzerChoice, ChosenModel, PriceOverride } from "../../models.ts";
import { claimedEmail } from "../../../testing/claimed_email.ts";
import { createAnalyzer } from "../mod.ts";
import { createReadingBudget } from "../../../run/reading_budget.ts";

export const WORKSPACE = "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a02";
export const OTHER_WORKSPACE = "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a03";
export const KEYS = { "anthropic": "sk-ant-a-secret", "openai-compatible": "sk-a-secret" } as const;
/** A model that no list knows. */
export const MODEL = "a-model";
/** A model with structured outputs of its own, as the SDK knows. */
export const CLAUDE = "claude-haiku-4-5";
/** The price of both: 1, 0.1 cached and 5 USD per million. */
export const OVERRIDES: readonly PriceOverride[] = [MODEL, CLAUDE].map((model) => ({
  model,
  inputUsdPerMillion: 1,
  cachedInputUsdPerMillion: 0.1,
  outputUsdPerMillion: 5,
}));

/** Emails of one workspace with ids from `mail-1` on. */
export function emailsOf(
  texts: readonly string[],
  changes: Partial<ClaimedEmail> = {},
): ClaimedEmail[] {
  return texts.map((text, index) =>
    claimedEmail(text, {
      emailId: `mail-${index + 1}`,
      workspaceId: WORKSPACE,
      subject: `Subject ${index + 1}`,
      ...changes,
    })
  );
}

/** The emails of a prompt: their lines by number. */
export function readPrompt(prompt: string): ReadonlyMap<number, string>[] {
  return prompt.split("<mail>\n").slice(1).map((mail) =>
    new Map(
      mail.replace("</mails>", "").trimEnd().split("\n").map((line) => {
        const [number = "", ...words] = line.split(" ");
        return [Number(number), words.join(" ")] as const;
      }),
    )
  );
}

/** One part of an answer. */
export interface AnswerPart {
  readonly l: string;
  readonly v: readonly string[];
  readonly k: string;
  readonly e: string;
}

/**
 * A good answer to an email: its second line is a question, or its subject where it has no other.
 */
function answerEmail(email: ReadonlyMap<number, string>): AnswerPart {
  const numbers = [...email.keys()];
  const line = numbers[1] ?? numbers[0];
  return { l: `${line}mq`, v: ["question", "neutral", "medium", "reply"], k: "", e: "" };
}

/** A good answer to a call, part by part changed. */
export function answerAll(
  prompt: string,
  change: (part: AnswerPart, email: ReadonlyMap<number, string>, index: number) => AnswerPart = (
    part,
  ) => part,
): { text: string } {
  const emails = readPrompt(prompt).map((email, index) => change(answerEmail(email), email, index));
  return { text: JSON.stringify({ mails: emails }) };
}

/** How a test analyzes: through the whole analyzer, against a provider at `url`. */
export interface TestRun {
  readonly analyzer?: ChosenModel["analyzer"];
  readonly model?: string;
  readonly onFailure?: AnalyzerChoice["onFailure"];
  readonly signal?: AbortSignal;
  readonly timeoutSeconds?: number;
  readonly priceOverrides?: readonly PriceOverride[];
}

/**
 * Analyzes emails whose workspaces all chose the same model; tells what was waited for and logged.
 */
export async function analyzeWith(url: string, emails: readonly ClaimedEmail[], run: TestRun = {}) {
  const waits: number[] = [];
  const lines: LogFields[] = [];
  const analyzer = createAnalyzer({
    providers: providersAt(url),
    timeoutSeconds: run.timeoutSeconds ?? 30,
    clock: systemClock,
    random: () => 0.5,
    sleep: (milliseconds) => {
      waits.push(milliseconds / 1_000);
      return Promise.resolve();
    },
    createId,
    log: (level, message, fields = {}) => lines.push({ level, message, ...fields }),
  });
  const choice: AnalyzerChoice = {
    analyzer: run.analyzer ?? "openai-compatible",
    model: run.model ?? MODEL,
    onFailure: run.onFailure ?? "rules",
  };
  const context: AnalysisContext = {
    choices: new Map(emails.map(({ workspaceId }) => [workspaceId, choice])),
    priceOverrides: run.priceOverrides ?? OVERRIDES,
    reading: createReadingBudget(() => new Date(0), 1),
    signal: run.signal ?? new AbortController().signal,
  };
  const { analyses, calls } = await analyzer.analyze(emails, context);
  const byEmail = new Map(analyses.map((analysis) => [analysis.emailId, analysis]));
  return { analyses: emails.map(({ emailId }) => byEmail.get(emailId)), calls, waits, lines };
}

/** Both providers at one URL. */
export function providersAt(url: string): Providers {
  return {
    anthropic: { apiKey: KEYS.anthropic, baseUrl: url },
    openaiCompatible: { apiKey: KEYS["openai-compatible"], baseUrl: url, reasoningEffort: null },
  };
}

/** The record of an analysis. @throws {Error} when it failed. */
export function recordIn(analysis: Awaited<ReturnType<typeof analyzeWith>>["analyses"][number]) {
  if (!analysis?.ok) throw new Error(`There is no record: ${analysis?.error}`);
  return analysis.record;
}
