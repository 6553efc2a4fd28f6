/** One call: its requests, what they cost, and what the answer says about which email. */
import type { Clock } from "../../../../_shared/platform/clock.ts";
import type { Log } from "../../../../_shared/platform/log.ts";
import type { ChosenModel, ProviderCall } from "../../models.ts";
import type { Excerpt } from "../prompt/excerpt.ts";
import { type FailureKind, FAILURES } from "./failure.ts";
import type { Limiter } from "./limit_calls.ts";
import type { AskModel, ModelReply, ModelRequest } from "../model.ts";
import type { ModelPrice } from "../prices/model_price.ts";
import { boundOutputTokens, boundUsage } from "../prices/prices.ts";
import { type Prompt, writePrompt } from "../prompt/prompt.ts";
import { type EmailAnswer, readAnswers } from "../answers/read_answers.ts";
import { waitBeforeRetry } from "./retry_wait.ts";

/** What a call needs from outside. */
export interface CallTools {
  readonly clock: Clock;
  /** A fraction from 0 up to 1. */
  readonly random: () => number;
  /** Resolves after the time, or at once when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly createId: () => string;
  readonly log: Log;
  /** How long one request may take. */
  readonly timeoutSeconds: number;
}

/** One model in the service of one workspace. */
export interface Session extends CallTools {
  readonly workspaceId: string;
  readonly chosen: ChosenModel;
  readonly ask: AskModel;
  readonly price: ModelPrice;
  /** Tokens that the model may think. */
  readonly thinking: number;
  readonly limit: Limiter;
  readonly signal: AbortSignal;
}

export interface CallResult {
  /** Of the emails that got exactly one valid answer. */
  readonly answers: ReadonlyMap<Excerpt, EmailAnswer>;
  /** Why the other emails got none. */
  readonly failure: FailureKind;
  /** What was wrong with the answer; empty where there was none. */
  readonly problems: readonly string[];
  /** One for each request. */
  readonly calls: readonly ProviderCall[];
}

/** Calls the model for some emails of one workspace. Never throws. */
export function callModel(session: Session, excerpts: readonly Excerpt[]): Promise<CallResult> {
  return session.limit(async () => {
    const prompt = writePrompt(excerpts);
    const calls: ProviderCall[] = [];
    while (!session.signal.aborted) {
      const { result, wait } = await makeRequest(
        session,
        prompt,
        excerpts.length,
        calls.length + 1,
      );
      calls.push(...result.calls);
      if (wait === null) return { ...result, calls };
      await session.sleep(wait * 1_000, session.signal);
    }
    return { answers: new Map(), failure: "stopped", problems: [], calls };
  });
}

async function makeRequest(session: Session, prompt: Prompt, emails: number, tries: number) {
  const { clock, log, chosen, createId, workspaceId, thinking } = session;
  const startedAt = clock().getTime();
  const maxOutputTokens = boundOutputTokens(emails, thinking);
  const reply = await askInTime(session, { prompt: prompt.text, maxOutputTokens });
  const { answers, dropped, problems } = reply.ok
    ? readAnswers(reply.envelope, prompt)
    : { answers: new Map<Excerpt, EmailAnswer>(), dropped: 0, problems: reply.problems };
  const failure = reply.ok ? "garbled" : reply.kind;
  const call: ProviderCall = {
    callId: createId(),
    workspaceId,
    ...chosen,
    tokensIn: reply.usage?.tokensIn ?? null,
    tokensOut: reply.usage?.tokensOut ?? null,
    tokensCached: reply.usage?.tokensCached ?? null,
    costUsd: rateCost(session, reply, prompt, emails),
    priceId: session.price.priceId,
    outcome: answers.size > 0 ? "ok" : FAILURES[failure].outcome,
    durationMs: Math.max(0, Math.round(clock().getTime() - startedAt)),
    emails,
  };
  log(call.outcome === "ok" ? "info" : "warn", "model called", {
    call_id: call.callId,
    workspace_id: workspaceId,
    ...chosen,
    outcome: call.outcome,
    emails,
    answered: answers.size,
    marks_dropped: dropped,
    detail: reply.ok ? undefined : reply.detail,
    problems: problems.length === 0 ? undefined : problems.join("; "),
  });
  return {
    result: { answers, failure, problems, calls: [call] } satisfies CallResult,
    wait: waitBeforeRetry(reply, tries, session.random),
  };
}

/** What the provider counted; where it counted nothing and may have worked, the most it can be. */
function rateCost(
  { price, thinking }: Session,
  reply: ModelReply,
  { text }: Prompt,
  emails: number,
): number {
  if (reply.usage) return price.costUsd(reply.usage);
  if (!reply.ok && !reply.mayCost) return 0;
  return price.costUsd(boundUsage(new TextEncoder().encode(text).length, emails, thinking));
}

async function askInTime(
  { ask, signal, timeoutSeconds }: Session,
  request: Omit<ModelRequest, "signal">,
): Promise<ModelReply> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutSeconds * 1_000);
  try {
    const reply = await ask({ ...request, signal: AbortSignal.any([signal, timeout.signal]) });
    const isStopped = !reply.ok && reply.kind === "timed_out" && signal.aborted;
    return isStopped ? { ...reply, kind: "stopped" } : reply;
  } finally {
    clearTimeout(timer);
  }
}
