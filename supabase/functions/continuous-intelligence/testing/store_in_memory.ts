import type { Analysis, ClaimedEmail } from "../analyzers/analyzer.ts";
import type { AnalyzerChoice, ProviderCall } from "../analyzers/models.ts";
import type { RunRequest } from "../run/run_request.ts";
import type { ClaimOptions, Store } from "../store/store.ts";
import type { RunReport } from "../store/store_answers.ts";

/** A run as this store remembers it. */
export interface MemoryRun {
  readonly id: string;
  readonly request: RunRequest;
  readonly isFinished: boolean;
  /** Why it broke off. */
  readonly error: string | null;
}

/** A store without a database, for tests: email in the order given, no leases that end. */
export interface MemoryStore extends Store {
  readonly runs: readonly MemoryRun[];
  readonly claims: readonly ClaimOptions[];
  /** What was settled, in that order. */
  readonly settled: readonly Analysis[];
  /** What was told of calls, in that order; each id once. */
  readonly calls: readonly ProviderCall[];
}

/** When every run of this store ends. */
const MEMORY_TIMESTAMP = "2026-11-12T08:00:00.000Z";

/**
 * A store with waiting email and with tasks that wait for their run.
 * Runs of their own get the ids `00000000-0000-4000-8000-000000000001` and so on.
 */
export function createMemoryStore(
  { emails = [], pendingTaskIds = [], choices = new Map() }: {
    readonly emails?: readonly ClaimedEmail[];
    readonly pendingTaskIds?: readonly string[];
    /** Who reads the email of which workspace; handed out without regard to prices and budgets. */
    readonly choices?: ReadonlyMap<string, AnalyzerChoice>;
  } = {},
): MemoryStore {
  const waiting = [...emails];
  const pending = new Set(pendingTaskIds);
  const leases = new Map<string, readonly ClaimedEmail[]>();
  const runs: MemoryRun[] = [];
  const claims: ClaimOptions[] = [];
  const settled: Analysis[] = [];
  const calls: ProviderCall[] = [];

  return {
    runs,
    claims,
    settled,
    calls,

    startRun({ taskId, request }) {
      if (taskId !== null && !pending.delete(taskId)) {
        return Promise.resolve({ runId: taskId, lease: null });
      }
      const id = taskId ?? countedId(runs.length + 1);
      runs.push({ id, request, isFinished: false, error: null });
      return Promise.resolve({ runId: id, lease: { runId: id, token: countedId(runs.length) } });
    },

    beatRun: () => Promise.resolve(true),

    claimEmails(_lease, options) {
      claims.push(options);
      const leaseToken = countedId(claims.length);
      const claimed = waiting.splice(0, options.limit);
      leases.set(leaseToken, claimed);
      return Promise.resolve(
        claimed.length === 0 ? null : { leaseToken, emails: claimed, choices },
      );
    },

    settleEmails(leaseToken, analyses, made, unreadIds = []) {
      const known = new Set(calls.map(({ callId }) => callId));
      calls.push(...made.filter(({ callId }) => !known.has(callId)));
      const held = new Set(leases.get(leaseToken)?.map(({ emailId }) => emailId));
      const valid = analyses.filter(({ emailId }) => held.delete(emailId));
      settled.push(...valid);
      const unread = leases.get(leaseToken)?.filter(({ emailId }) =>
        unreadIds.includes(emailId) && held.delete(emailId)
      );
      waiting.unshift(...unread ?? []);
      const processed = valid.filter(({ ok }) => ok).length;
      return Promise.resolve({
        processed,
        failed: valid.length - processed,
        stale: analyses.length - valid.length,
      });
    },

    finishRun({ runId }, error) {
      const position = runs.findIndex(({ id }) => id === runId);
      runs.splice(
        position,
        1,
        ...runs.slice(position, position + 1).map((run) => ({
          ...run,
          isFinished: true,
          error,
        })),
      );
      return Promise.resolve(report(emails, settled, error));
    },

    readAnalyzerSetup: () => Promise.resolve({ models: [], overrides: [] }),

    readStatus: () => Promise.resolve({ backlog: { waiting: waiting.length } }),

    readHealth: () => Promise.resolve({ status: "ok" }),
  };
}

function report(
  emails: readonly ClaimedEmail[],
  settled: readonly Analysis[],
  error: string | null,
): RunReport {
  const processed = settled.filter(({ ok }) => ok).map(({ emailId }) => emailId);
  const failed = settled.filter(({ ok }) => !ok).map(({ emailId }) => emailId);
  const touched = emails.filter(({ emailId }) => [...processed, ...failed].includes(emailId));
  const count = (workspaceId: string, emailIds: readonly string[]) =>
    touched.filter((email) => email.workspaceId === workspaceId && emailIds.includes(email.emailId))
      .length;
  const workspaceIds = [...new Set(touched.map(({ workspaceId }) => workspaceId))];
  return {
    success: error === null,
    workspaces_processed: workspaceIds.length,
    total_emails_processed: processed.length,
    total_emails_failed: failed.length,
    results: workspaceIds.map((workspaceId) => ({
      workspace_id: workspaceId,
      emails_processed: count(workspaceId, processed),
      emails_failed: count(workspaceId, failed),
    })),
    timestamp: MEMORY_TIMESTAMP,
  };
}

function countedId(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
}
