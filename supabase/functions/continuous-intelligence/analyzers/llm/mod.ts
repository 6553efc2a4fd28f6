/** Email read by the model that its workspace chose, or by the rules. */
import { describeError } from "../../../_shared/platform/log.ts";
import type {
  Analysis,
  AnalysisContext,
  AnalysisResult,
  Analyzer,
  ClaimedEmail,
} from "../analyzer.ts";
import type { AnalyzerChoice } from "../models.ts";
import { makeReadable, prepareToRead, recognizeReadable } from "../../../_email/mod.ts";
import { analyzeInTime } from "../rules.ts";
import { analyzeBatch } from "./analyze_batch.ts";
import { packBatches } from "./prompt/batches.ts";
import { conclude, fail, SENTENCES } from "./answers/conclude.ts";
import { type Excerpt, makeExcerpt } from "./prompt/excerpt.ts";
import { createLimiter, type Limiter } from "./calls/limit_calls.ts";
import { MAX_CALLS_AT_ONCE } from "./limits.ts";
import { isConfigured, quotePrices } from "./prices/prices.ts";
import { type AnalyzerDependencies, openSession } from "./calls/session.ts";

/**
 * The analyzer of the function. Email of a workspace that chose no model, mass email and email
 * without text goes to the rules; of the rest each workspace's goes to its model, in calls of its
 * own. Without any provider it is the rules.
 */
export function createAnalyzer(deps: AnalyzerDependencies): Analyzer {
  const { providers, clock } = deps;
  const hasProvider = (["anthropic", "openai-compatible"] as const).some((analyzer) =>
    isConfigured(analyzer, providers)
  );
  return {
    quote: hasProvider
      ? (setup) =>
        quotePrices(setup, providers, clock).catch((error: unknown) => {
          // The rules' email goes on; a model without a price gets none.
          deps.log("error", "prices not found", { problem: describeError(error) });
          return setup.models.map((chosen) => ({
            ...chosen,
            usdPerMail: null,
            problem: "unknown_price" as const,
          }));
        })
      : null,

    async analyze(emails, context) {
      await prepareToRead(emails);
      const limit = createLimiter(MAX_CALLS_AT_ONCE);
      const { byRules, byModel } = sortEmails(emails, context);
      const results = await Promise.all(
        byModel.map((group) => analyzeGroup(group, context, limit, deps)),
      );
      return {
        analyses: [
          ...await analyzeInTime(byRules, context.reading),
          ...results.flatMap(({ analyses }) => analyses),
        ],
        calls: results.flatMap(({ calls }) => calls),
      };
    },
  };
}

/** Emails of one workspace that go to its model. */
interface Group {
  readonly workspaceId: string;
  readonly choice: AnalyzerChoice;
  readonly excerpts: Excerpt[];
}

function sortEmails(emails: readonly ClaimedEmail[], { choices }: AnalysisContext) {
  const byRules: ClaimedEmail[] = [];
  const groups = new Map<string, Group>();
  for (const email of emails) {
    const { workspaceId } = email;
    const choice = choices.get(workspaceId);
    const excerpt = choice && choice.analyzer !== "rules" ? takeExcerpt(email) : null;
    if (choice === undefined || excerpt === null) {
      byRules.push(email);
      continue;
    }
    const group = groups.get(workspaceId) ?? { workspaceId, choice, excerpts: [] };
    group.excerpts.push(excerpt);
    groups.set(workspaceId, group);
  }
  return { byRules, byModel: [...groups.values()] };
}

/** Null for email that no provider is asked about. */
function takeExcerpt(email: ClaimedEmail): Excerpt | null {
  const readable = makeReadable(email);
  return recognizeReadable(readable) === null ? makeExcerpt(email, readable) : null;
}

async function analyzeGroup(
  { workspaceId, choice, excerpts }: Group,
  context: AnalysisContext,
  limit: Limiter,
  deps: AnalyzerDependencies,
): Promise<AnalysisResult> {
  const failAll = (why: keyof typeof SENTENCES): AnalysisResult => ({
    analyses: excerpts.map(({ email }) =>
      fail(email, choice, { outcome: "retryable", sentence: SENTENCES[why] })
    ),
    calls: [],
  });
  try {
    const session = await openSession({ workspaceId, choice, context, limit }, deps);
    if (typeof session === "string") return failAll(session);
    const results = await Promise.all(
      packBatches(excerpts).map((batch) => analyzeBatch(batch, session)),
    );
    const verdicts = results.flatMap(({ verdicts }) => verdicts);
    const conclusions = verdicts.map((verdict) => conclude(verdict, choice, session));
    deps.log("info", "model's answers grounded", {
      workspace_id: workspaceId,
      emails: verdicts.length,
      words_dropped: conclusions.reduce((sum, { dropped }) => sum + dropped, 0),
    });
    return {
      analyses: conclusions.map(({ analysis }): Analysis => analysis),
      calls: results.flatMap(({ calls }) => calls),
    };
  } catch (error) {
    deps.log("error", "a model's emails were not analyzed", {
      workspace_id: workspaceId,
      problem: describeError(error),
    });
    return failAll("internal");
  }
}
