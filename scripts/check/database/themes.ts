/** One page of the database reference. */
export interface Theme {
  /** Name of the page's file, without `.md`. */
  readonly file: string;
  readonly title: string;
  /** What a reader finds on the page. */
  readonly intro: string;
  /** The first migration of the theme, without its timestamp. */
  readonly startsWith: readonly string[];
}

/** A migration: its theme name (the file name without timestamp and extension) and its SQL. */
export interface MigrationText {
  readonly name: string;
  readonly text: string;
}

/** The pages, in reading order. */
export const THEMES: readonly Theme[] = [
  {
    file: "workspaces",
    title: "Workspaces and members",
    intro: "Tenants, who belongs to them, and the questions that policies ask.",
    startsWith: ["extensions"],
  },
  {
    file: "tasks",
    title: "The task log",
    intro: "`autonomous_tasks`, the record of every execution, and its summary.",
    startsWith: ["autonomous_tasks"],
  },
  {
    file: "emails",
    title: "Emails and their records",
    intro: "Emails as received, what was extracted from them, and the evidence for it.",
    startsWith: ["client_emails"],
  },
  {
    file: "runs",
    title: "Queue and runs",
    intro: "What waits, who works on it, and how results are saved.",
    startsWith: ["email_queue", "claim"],
  },
  {
    file: "spending",
    title: "Models and spending",
    intro: "Which workspace uses which model, prices, budgets and the ledger.",
    startsWith: ["analyzer_choices", "job_spending"],
  },
  {
    file: "schedules",
    title: "Schedules and dispatches",
    intro: "What runs when, and each attempt to start it.",
    startsWith: ["cron_expressions", "built_in_schedules"],
  },
  {
    file: "reconcile",
    title: "Reconciling, alerts and the timeline",
    intro: "What happened to every scheduled time, and who is told.",
    startsWith: ["alerts"],
  },
  {
    file: "task_api",
    title: "The task API",
    intro: "Tokens, rate limits and the functions behind the HTTP API.",
    startsWith: ["ingest_tokens"],
  },
  {
    file: "functions_api",
    title: "What Edge Functions call",
    intro: "Functions that only the service role may call. Each returns one JSON document.",
    startsWith: ["functions_api"],
  },
  {
    file: "contacts",
    title: "Contacts and lead scores",
    intro: "Who writes, what is known about them with evidence, and whom to answer first.",
    startsWith: ["contacts"],
  },
  {
    file: "dashboard",
    title: "What the dashboard asks",
    intro: "What to answer, scheduled times, schedules, members, and what operators see and do.",
    startsWith: ["answer_queue"],
  },
  {
    file: "rights",
    title: "Rights",
    intro: "What each role may do with our objects, and how a difference is found and corrected.",
    startsWith: ["rights"],
  },
];

const CREATES = new RegExp(
  "create (?:or replace )?(?:unlogged )?(?:table|view|function|procedure|domain)" +
    "(?: if not exists)? ((?:public|nightshift)\\.\\w+)",
  "g",
);

/**
 * The page of each object: that of the first migration that creates it. A migration that starts no
 * theme belongs to the theme of the migration before it.
 * @param migrations in the order in which they run
 */
export function assignThemes(migrations: readonly MigrationText[]): ReadonlyMap<string, Theme> {
  const pages = new Map<string, Theme>();
  let theme = THEMES[0];
  for (const { name, text } of migrations) {
    theme = THEMES.find(({ startsWith }) => startsWith.includes(name)) ?? theme;
    for (const [, object = ""] of text.toLowerCase().matchAll(CREATES)) {
      if (theme !== undefined && !pages.has(object)) pages.set(object, theme);
    }
  }
  return pages;
}
