/** The hostile side: does statements as the Data API would, and looks at what they reached. */
import type postgres from "postgres";
import { type Aim, HOLDS, ODD_EMAILS, writeStatement } from "./hostile_statements.ts";
import { type Persona, REACH, rowOf, sentinelOf, WORKSPACES } from "./world.ts";

/** What happened that must not. */
export interface Violation {
  readonly kind: "lost" | "doubled" | "foreign rows" | "stopped schedules" | "waits";
  readonly what: string;
}

/** Errors of a caller's statement that are nobody's fault but ours. */
const INTERNAL = /^(XX|57014|58|53)/;

export class Tenants {
  readonly #sql: postgres.Sql;
  readonly #session: postgres.ReservedSql;
  readonly #holder: postgres.ReservedSql;
  #isHolding = false;

  /** `sql` looks at rows, `session` does statements, `holder` keeps locks meanwhile. */
  constructor(sql: postgres.Sql, session: postgres.ReservedSql, holder: postgres.ReservedSql) {
    this.#sql = sql;
    this.#session = session;
    this.#holder = holder;
  }

  /** Does a statement, and says what it reached that is not the caller's. */
  async attack(persona: Persona, number: number, runId: string): Promise<Violation[]> {
    const aim = this.#aim(persona, number, runId);
    const statement = writeStatement(aim, number);
    return await this.#watch(persona, statement, async () => {
      await this.#begin(this.#session, persona);
      const rows = await this.#session.unsafe(statement);
      await this.#session.unsafe("commit");
      return rows;
    });
  }

  /** Takes a lock, or a place in a table, and keeps it. */
  async hold(persona: Persona, number: number, runId: string): Promise<void> {
    if (this.#isHolding || persona === "token") return;
    const aim = this.#aim(persona, number, runId);
    try {
      await this.#begin(this.#holder, persona);
      await this.#holder.unsafe(HOLDS[number % HOLDS.length]?.(aim) ?? "select");
      this.#isHolding = true;
    } catch {
      await this.#holder.unsafe("rollback");
    }
  }

  /** Ends what is held. */
  async letGo(isCommitted: boolean): Promise<void> {
    if (!this.#isHolding) return;
    this.#isHolding = false;
    await this.#holder.unsafe(isCommitted ? "commit" : "rollback").catch(() => {});
  }

  /** An email comes into the workspace of the member, by a channel that does not check it. */
  async sendOddEmail(number: number): Promise<void> {
    await this.#sql.unsafe(
      `insert into public.client_emails
         (workspace_id, provider_message_id, body_text, received_at, headers)
       select '${WORKSPACES.ofMember}', ${ODD_EMAILS[number % ODD_EMAILS.length]}
       where exists (select from public.workspaces where id = '${WORKSPACES.ofMember}')`,
    ).catch(() => {});
  }

  #aim(persona: Persona, number: number, runId: string): Aim {
    const { unwritable, unreadable } = REACH[persona];
    const pick = (ids: readonly string[]) => ids[number % ids.length] ?? WORKSPACES.quiet;
    return { persona, runId, foreign: pick(unwritable), hidden: pick(unreadable) };
  }

  async #begin(session: postgres.ReservedSql, persona: Persona): Promise<void> {
    const { userId } = REACH[persona];
    const role = userId === null ? "service_role" : "authenticated";
    const claims = JSON.stringify(userId === null ? { role } : { role, sub: userId });
    await session.unsafe(
      `begin; set local lock_timeout = '100ms'; set local statement_timeout = '8s';
       select set_config('request.jwt.claims', '${claims}', true);
       set local role ${role}`,
    );
  }

  async #watch(
    persona: Persona,
    statement: string,
    act: () => Promise<readonly unknown[]>,
  ): Promise<Violation[]> {
    const before = await this.#look(persona);
    const violations: Violation[] = [];
    const note = (what: string) =>
      violations.push({ kind: "foreign rows", what: `${persona}: ${what}: ${statement}` });
    try {
      const rows = await act();
      const text = JSON.stringify(rows);
      for (const id of REACH[persona].unreadable) {
        if (text.includes(sentinelOf(id)) || text.includes(rowOf("task", id))) {
          note(`read rows of ${id}`);
        }
      }
      if (/"foreign_rows":[1-9]/.test(text)) note("counted foreign rows");
    } catch (error) {
      await this.#session.unsafe("rollback");
      const code = String((error as { code?: unknown }).code);
      if (INTERNAL.test(code)) note(`ended with ${code} ${(error as Error).message}`);
    }
    const after = await this.#look(persona);
    if (after.owned !== before.owned) note("changed foreign rows");
    for (const [id, row] of Object.entries(before.fixed)) {
      if (after.fixed[id] !== row) note(`moved, rewrote or removed the row ${id}`);
    }
    return violations;
  }

  async #look(persona: Persona): Promise<{ owned: string; fixed: Record<string, string> }> {
    const [row] = await this.#sql<{ owned: string; fixed: Record<string, string> }[]>`
      select adversary.owned_by(${[...REACH[persona].unwritable]}::uuid[]) as owned,
        adversary.fixed_rows() as fixed`;
    if (row === undefined) throw new Error("The look came back empty.");
    return row;
  }
}
