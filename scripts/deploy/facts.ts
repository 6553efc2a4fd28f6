import { z } from "zod";
import type { MigrationState } from "../lib/supabase_cli.ts";
import type { Cli } from "./cli.ts";
import { type DatabaseFacts, readDatabaseFacts } from "./database/database_facts.ts";

/** A function as the platform lists it. */
export interface RemoteFunction {
  readonly slug: string;
  readonly version: number;
}

/** What can be asked of a project. */
interface Answers {
  readonly migrations: readonly MigrationState[];
  /** SHA-256 of the functions' secrets by name; the platform shows no more than that. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly functions: readonly RemoteFunction[];
  readonly database: DatabaseFacts;
}

/** What can be asked, by name. */
export type Question = keyof Answers;

const secretsSchema = z.object({
  secrets: z.array(z.object({ name: z.string(), value: z.string() })),
});
const functionsSchema = z.object({
  functions: z.array(z.object({ slug: z.string(), version: z.number() })),
});

/**
 * What a project is like now. Each question is asked when it first matters and its answer kept,
 * because every question is a process of its own; whoever changes something has it forgotten.
 */
export class Facts {
  readonly #cli: Cli;
  readonly #kept: { [Name in Question]?: Promise<Answers[Name]> } = {};

  constructor(cli: Cli) {
    this.#cli = cli;
  }

  migrations(): Promise<Answers["migrations"]> {
    return this.#keep("migrations", () => this.#cli.listMigrations());
  }

  secrets(): Promise<Answers["secrets"]> {
    return this.#keep("secrets", async () => {
      const { secrets } = secretsSchema.parse(await this.#cli.runJson(["secrets", "list"]));
      return new Map(secrets.map(({ name, value }) => [name, value]));
    });
  }

  functions(): Promise<Answers["functions"]> {
    return this.#keep("functions", async () => {
      return functionsSchema.parse(await this.#cli.runJson(["functions", "list"])).functions;
    });
  }

  database(): Promise<Answers["database"]> {
    return this.#keep("database", () => readDatabaseFacts(this.#cli));
  }

  /** Asks everything that the first steps want to know, at once. */
  async ask(questions: readonly Question[]): Promise<void> {
    await Promise.all(questions.map((question) => this[question]()));
  }

  /** To be called after a change; the next question is asked anew. */
  forget(questions: readonly Question[]): void {
    for (const question of questions) delete this.#kept[question];
  }

  #keep<Name extends Question>(
    question: Name,
    ask: () => Promise<Answers[Name]>,
  ): Promise<Answers[Name]> {
    const kept: Promise<Answers[Name]> | undefined = this.#kept[question];
    if (kept !== undefined) return kept;
    const asked = ask();
    Object.assign(this.#kept, { [question]: asked });
    asked.catch(() => this.forget([question]));
    return asked;
  }
}
