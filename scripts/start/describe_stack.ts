import type { StackFacts } from "./stack_files.ts";

const ALIAS_PATH = "/api/agents/continuous-intelligence";

/** What a person needs to know about a stack that has just started. */
export function describeStack(facts: StackFacts, isKept: boolean): string {
  const [workspace] = facts.workspaces;
  const end = isKept
    ? "Ctrl-C stops it. The next `start --keep` continues with its data."
    : "Ctrl-C stops it and deletes its data. Start with --keep to keep the data.";
  const lines = [
    `Dashboard: ${facts.url} (sign in as ${facts.account.email} with "${facts.account.password}")`,
    end,
    "Functions are loaded again when their files change, and new ones at their first request.",
    "",
    `  REST and auth     ${facts.url}/rest/v1, ${facts.url}/auth/v1`,
    `  functions         ${facts.url}/functions/v1`,
    `  publishable key   ${facts.publishableKey}`,
    `  secret key        ${facts.secretKey}`,
    `  cron secret       ${facts.cronSecret}`,
    ...(workspace ? [`  workspace         ${workspace.id} (${workspace.name})`] : []),
    "",
  ];
  return [...lines, ...describeCalls(facts)].join("\n");
}

function describeCalls(facts: StackFacts): string[] {
  const endpoint = facts.aliasUrl === null
    ? `${facts.url}/functions/v1/continuous-intelligence`
    : `${facts.aliasUrl}${ALIAS_PATH}`;
  return [
    "Load sample emails:  npx -y deno@2.9.6 task import examples/mail",
    "",
    ...facts.mailbox
      ? [`Connect a mailbox (a Gmail on this machine):  npx -y deno@2.9.6 task mailbox`, ""]
      : [],
    "Read the emails now, instead of at the next half hour:",
    "",
    `  export CRON_SECRET="${facts.cronSecret}"`,
    `  curl -X POST ${endpoint} \\`,
    '    -H "Authorization: Bearer $CRON_SECRET" \\',
    '    -H "Content-Type: application/json" \\',
    `    -d '{"batchSizePerWorkspace": 5, "maxWorkspaces": 10}'`,
    "",
    "Query the database, or leave out the query for a prompt:",
    "",
    `  npx -y deno@2.9.6 task sql "${QUERY}"`,
    ...facts.databaseUrl === null ? [] : [`  psql "${facts.databaseUrl}"`],
  ];
}

const QUERY = "select task_type, status, output_data, executed_at from autonomous_tasks " +
  "order by executed_at desc";
