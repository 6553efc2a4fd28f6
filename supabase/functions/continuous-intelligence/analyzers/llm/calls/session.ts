/** Everything that calls for one workspace need, ready for use. */
import type { Providers } from "../../../../_shared/platform/env.ts";
import type { AnalysisContext } from "../../analyzer.ts";
import type { AnalyzerChoice } from "../../models.ts";
import type { CallTools, Session } from "./call_model.ts";
import type { Limiter } from "./limit_calls.ts";
import { findPrice, isConfigured, thinkingTokens } from "../prices/prices.ts";

/** What the analyzer needs from outside. */
export interface AnalyzerDependencies extends CallTools {
  readonly providers: Providers;
}

interface Work {
  readonly workspaceId: string;
  readonly choice: AnalyzerChoice;
  readonly context: AnalysisContext;
  readonly limit: Limiter;
}

/**
 * Connects a workspace to its model, or says why no call can be made: no key, or no price. The SDK
 * is loaded here, on the first use of a process.
 */
export async function openSession(
  { workspaceId, choice, context, limit }: Work,
  { providers, ...tools }: AnalyzerDependencies,
): Promise<Session | "not_configured" | "unknown_price"> {
  const { analyzer, model } = choice;
  if (analyzer === "rules" || model === null || !isConfigured(analyzer, providers)) {
    return "not_configured";
  }
  const chosen = { analyzer, model };
  const price = await findPrice(chosen, context.priceOverrides, providers, tools.clock);
  if (price === null) return "unknown_price";
  const { createAskModel } = await import("./ask_model.ts");
  const ask = createAskModel(chosen, providers, tools.clock);
  if (ask === null) return "not_configured";
  const { signal } = context;
  const thinking = thinkingTokens(analyzer, providers);
  return { ...tools, workspaceId, chosen, ask, price, thinking, limit, signal };
}
