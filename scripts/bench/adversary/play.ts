/** Plays one sequence of acts on a database, and tells what went wrong. */
import type postgres from "postgres";
import type { Act } from "./acts.ts";
import { Machinery } from "./machinery.ts";
import { Tenants, type Violation } from "./tenants.ts";
import { judge } from "./verdict.ts";
import { HONEST, prepareDatabase, resetWorld } from "./world.ts";

/** How long the machinery has until everything must be done. */
const MOST_ROUNDS = 12;
const HALF_HOUR_MS = 1_800_000;

/** What a sequence came to. */
export interface Play {
  readonly violations: readonly Violation[];
  /** The slowest statement of the machinery. */
  readonly slowestMs: number;
}

/** A database on which sequences are played, one after the other. */
export class Stage implements AsyncDisposable {
  readonly #sql: postgres.Sql;
  readonly #machinery: postgres.Sql;
  readonly #session: postgres.ReservedSql;
  readonly #holder: postgres.ReservedSql;

  private constructor(
    sql: postgres.Sql,
    machinery: postgres.Sql,
    session: postgres.ReservedSql,
    holder: postgres.ReservedSql,
  ) {
    this.#sql = sql;
    this.#machinery = machinery;
    this.#session = session;
    this.#holder = holder;
  }

  /** `connect` gives a session of its own each time. */
  static async open(connect: () => postgres.Sql, mutation = ""): Promise<Stage> {
    const sql = connect();
    await prepareDatabase(sql);
    if (mutation !== "") await sql.unsafe(mutation);
    // An email into the workspace of whoever holds it waits for its owner only, not for ever.
    await sql`set lock_timeout = '100ms'`;
    const machinery = connect();
    await machinery`set lock_timeout = '1s'`;
    return new Stage(sql, machinery, await connect().reserve(), await connect().reserve());
  }

  /** Plays one sequence from the same beginning. */
  async play(acts: readonly Act[]): Promise<Play> {
    const start = new Date(Math.ceil(Date.now() / HALF_HOUR_MS) * HALF_HOUR_MS);
    await resetWorld(this.#sql, start);
    const machinery = new Machinery(this.#machinery, start);
    const tenants = new Tenants(this.#sql, this.#session, this.#holder);
    const violations: Violation[] = [];
    for (const act of acts) {
      violations.push(...await perform(act, machinery, tenants));
      if (violations.length + machinery.violations.length > 0) break;
    }
    // Half of the sequences end while the tenant still holds its lock; the machinery goes on.
    await machinery.reconcile();
    await tenants.letGo(acts.length % 2 === 0);
    violations.push(...machinery.violations);
    if (violations.length === 0) violations.push(...await this.#settleAll(machinery, start));
    return { violations, slowestMs: machinery.slowestMs };
  }

  async #settleAll(machinery: Machinery, start: Date): Promise<Violation[]> {
    let violations: Violation[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await machinery.drain();
      const outcome = await machinery.tick();
      await machinery.drain();
      machinery.pass(61);
      await machinery.reconcile();
      violations = await judge(this.#sql, machinery.emailIds, start, machinery.now);
      if (outcome !== "dispatched") {
        violations.push({ kind: "stopped schedules", what: `the last tick was ${outcome}` });
      }
      violations.push(...machinery.violations);
      if (violations.length === 0) break;
    }
    return violations;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const session of [this.#session, this.#holder]) {
      await session.unsafe("rollback").catch(() => {});
      session.release();
    }
  }
}

async function perform(act: Act, machinery: Machinery, tenants: Tenants): Promise<Violation[]> {
  switch (act.kind) {
    case "emails come":
      await machinery.receive(HONEST[act.to % 2] ?? HONEST[0], act.count);
      return [];
    case "tick":
      await machinery.tick();
      return [];
    case "request is answered":
      await machinery.answer();
      return [];
    case "request is lost":
      await machinery.answer(true);
      return [];
    case "claim":
      await machinery.claim(act.run, act.limit);
      return [];
    case "settle":
      await machinery.settle(act.claim, act.failing);
      return [];
    case "finish":
      await machinery.finish(act.run);
      return [];
    case "run dies":
      machinery.die(act.run);
      return [];
    case "time passes":
      machinery.pass(act.seconds);
      await machinery.reconcile();
      return [];
    case "statement":
      return await tenants.attack(act.persona, act.statement, machinery.runId);
    case "hold":
      await tenants.hold(act.persona, act.lock, machinery.runId);
      return [];
    case "let go":
      await tenants.letGo(act.commit);
      return [];
    case "odd email":
      await tenants.sendOddEmail(act.email);
      return [];
  }
}
