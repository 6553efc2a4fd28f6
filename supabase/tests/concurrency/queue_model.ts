/** The queue as it should be, in memory: what the database is compared with after every command. */

/** An email of the model; times are milliseconds since 1970. */
export interface ModelEmail {
  readonly id: string;
  readonly workspaceId: string;
  readonly receivedAt: number;
  state: "queued" | "given_up" | "analysed";
  attempts: number;
  nextAttemptAt: number;
  /** Whether an analyzer has answered for it with an error. */
  hasError: boolean;
  lease?:
    | { readonly token: string; readonly runId: string; readonly expiresAt: number }
    | undefined;
}

/** What a run has done in one workspace. */
export interface ModelCount {
  processed: number;
  failed: number;
}

/** A run of the model. */
export interface ModelRun {
  readonly id: string;
  status: "running" | "completed" | "failed" | "partial_failure" | "cancelled";
  readonly counts: Map<string, ModelCount>;
}

/** Bounds of a claim, all given. */
export interface ClaimBounds {
  readonly batchSizePerWorkspace: number;
  readonly maxWorkspaces: number;
  readonly limit: number;
  readonly leaseSeconds: number;
}

const MAX_ATTEMPTS = 5;
/** So many runs ended while they held an email: it may be what ended them, and travels alone. */
const SUSPECT_ATTEMPTS = 2;

/** Workspaces, emails, runs and the clock, with the rules of claim, settle and finish. */
export class QueueModel {
  now = Date.parse("2026-03-01T12:00:00Z");
  readonly workspaceIds: string[] = [];
  readonly emails: ModelEmail[] = [];
  readonly runs: ModelRun[] = [];
  /** Emails of each claim so far, by its token. */
  readonly claims: { readonly token: string; readonly emailIds: readonly string[] }[] = [];
  readonly #lastServedAt = new Map<string, number>();

  insert(id: string, workspaceId: string, receivedAt: number): void {
    this.emails.push({
      id,
      workspaceId,
      receivedAt,
      state: "queued",
      attempts: 0,
      nextAttemptAt: -Infinity,
      hasError: false,
    });
  }

  /** Says which emails a claim must hand out, and gives up what has been tried too often. */
  claim(run: ModelRun, bounds: ClaimBounds): ModelEmail[] {
    const taken: ModelEmail[] = [];
    for (const workspaceId of this.#listTurns()) {
      if (run.counts.size >= bounds.maxWorkspaces && !run.counts.has(workspaceId)) continue;
      const free = this.#listFree(workspaceId);
      for (const email of free) if (email.attempts >= MAX_ATTEMPTS) giveUp(email);
      const room = Math.min(bounds.batchSizePerWorkspace, bounds.limit - taken.length);
      const oldest = free.filter(({ state }) => state === "queued").slice(0, room);
      const suspect = oldest.find(isSuspect);
      if (suspect !== undefined && taken.length > 0) continue;
      const batch = suspect === undefined ? oldest : [suspect];
      if (batch.length === 0) continue;
      taken.push(...batch);
      this.#lastServedAt.set(workspaceId, this.now);
      if (!run.counts.has(workspaceId)) run.counts.set(workspaceId, { processed: 0, failed: 0 });
      if (suspect !== undefined || taken.length >= bounds.limit) break;
    }
    return taken;
  }

  /** Notes the lease that the database gave to claimed emails. */
  lease(emails: readonly ModelEmail[], run: ModelRun, token: string, leaseSeconds: number): void {
    const expiresAt = this.now + leaseSeconds * 1_000;
    for (const email of emails) {
      email.attempts++;
      email.lease = { token, runId: run.id, expiresAt };
    }
    this.claims.push({ token, emailIds: emails.map(({ id }) => id) });
  }

  /** The emails of these that a settle under this token may still write, now. */
  listHeld(token: string, emailIds: readonly string[]): ModelEmail[] {
    return this.emails.filter(({ id, lease }) =>
      lease !== undefined && emailIds.includes(id) && lease.token === token &&
      lease.expiresAt > this.now
    );
  }

  /** Writes one result of a settle. `nextAttemptAt` is the database's choice for a failed email. */
  settle(email: ModelEmail, outcome: "analysed" | { readonly nextAttemptAt: number }): void {
    const run = this.runs.find(({ id }) => id === email.lease?.runId);
    const count = run?.counts.get(email.workspaceId);
    if (count === undefined) throw new Error(`Mail ${email.id} is held by no run of the model.`);
    email.lease = undefined;
    if (outcome === "analysed") {
      count.processed++;
      email.state = "analysed";
    } else {
      count.failed++;
      email.nextAttemptAt = outcome.nextAttemptAt;
      email.hasError = true;
      if (email.attempts >= MAX_ATTEMPTS) email.state = "given_up";
    }
  }

  /** Ends a run and hands back its email; answers the workspaces whose email it leaves undone. */
  finish(run: ModelRun, error: string | null): Set<string> {
    const unserved = new Set<string>();
    for (const email of this.emails) {
      if (email.lease?.runId !== run.id) continue;
      email.lease = undefined;
      unserved.add(email.workspaceId);
    }
    if (run.status === "running") {
      run.status = judge(sumCounts(run.counts.values()), error !== null);
    }
    return unserved;
  }

  /** Gives the email of a workspace that was given up another chance. */
  requeue(workspaceId: string): number {
    const givenUp = this.emails.filter((email) =>
      email.workspaceId === workspaceId && email.state === "given_up"
    );
    for (const email of givenUp) {
      Object.assign(email, {
        state: "queued",
        attempts: 0,
        nextAttemptAt: -Infinity,
        hasError: false,
      });
    }
    return givenUp.length;
  }

  /**
   * Workspaces that have email to hand out or to give up, in the order in which they are served.
   */
  #listTurns(): string[] {
    const served = (id: string) => this.#lastServedAt.get(id) ?? -Infinity;
    return this.workspaceIds
      .filter((id) => this.#listFree(id).length > 0)
      .sort((a, b) => served(a) - served(b) || (a < b ? -1 : 1));
  }

  #listFree(workspaceId: string): ModelEmail[] {
    return this.emails
      .filter((email) =>
        email.workspaceId === workspaceId && email.state === "queued" &&
        email.nextAttemptAt <= this.now &&
        (email.lease === undefined || email.lease.expiresAt <= this.now)
      )
      .sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
  }
}

/** How a run or its part in a workspace ends; one that is broken off is never completed. */
export function judge(count: ModelCount, isBrokenOff: boolean): ModelRun["status"] {
  if (count.failed === 0 && !isBrokenOff) return "completed";
  return count.processed === 0 ? "failed" : "partial_failure";
}

/** Adds up what a run did in all its workspaces. */
export function sumCounts(counts: Iterable<ModelCount>): ModelCount {
  const total = { processed: 0, failed: 0 };
  for (const { processed, failed } of counts) {
    total.processed += processed;
    total.failed += failed;
  }
  return total;
}

function isSuspect(email: ModelEmail): boolean {
  return email.attempts >= SUSPECT_ATTEMPTS && !email.hasError;
}

function giveUp(email: ModelEmail): void {
  email.state = "given_up";
  email.lease = undefined;
  email.hasError = true;
}
