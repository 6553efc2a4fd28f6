import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { readDeno, runProgram } from "./lib/run_program.ts";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));

interface TaskRow {
  readonly workspace_id: string | null;
  readonly task_type: string;
  readonly status: string;
  readonly duration_ms: number;
}

Deno.test("deno task demo --json ends with one line of JSON: the response, the tasks and the summary", async () => {
  const reportFile = await Deno.makeTempFile({ suffix: ".html" });
  const stdout = await readDeno(["task", "demo", "--json", "--report", reportFile]);
  const lastLine = stdout.trimEnd().split("\n").at(-1) ?? "";
  const { response, tasks, summary, intake, pending, mailbox } = JSON.parse(lastLine);
  assert.deepEqual(mailbox, {
    address: "you@harbour-bakery.example",
    emails_stored: 1,
    subject: "Bread for our tasting menu",
    direction: "inbound",
  });

  assert.deepEqual(Object.keys(response).sort(), [
    "results",
    "success",
    "timestamp",
    "total_emails_failed",
    "total_emails_processed",
    "workspaces_processed",
  ]);
  assert.equal(response.success, true);
  assert.equal(response.workspaces_processed, 3);
  assert.ok(response.total_emails_processed >= 20);
  assert.equal(response.total_emails_failed, 0);
  assert.equal(response.total_emails_processed, intake.taken_in);
  assert.equal(pending, 0);

  const rows: readonly TaskRow[] = tasks;
  assert.equal(rows.filter((row) => row.workspace_id === null).length, 1);
  assert.equal(new Set(rows.map((row) => row.workspace_id)).size, 4);
  assert.equal(rows.length, 4);
  for (const row of rows) {
    assert.equal(row.task_type, "continuous_intelligence_update");
    assert.equal(row.status, "completed");
    assert.ok(row.duration_ms > 0);
  }

  assert.equal(summary.length, 3);
  for (const row of summary) {
    assert.equal(row.task_type, "continuous_intelligence_update");
    assert.equal(row.successful_executions, 1);
    assert.equal(row.failed_executions, 0);
  }

  const report = await Deno.readTextFile(reportFile);
  assert.match(
    report,
    /<title>A provable night: \d+ of \d+ scheduled times accounted for<\/title>/,
  );
  assert.doesNotMatch(report, /<img|<script|https?:/);
  await Deno.remove(reportFile);
});

/** A namespace of its own has no network but the loopback. */
const WITHOUT_NETWORK = 'ip link set lo up && exec "$@"';
const canLeaveNetwork = await run("unshare", ["--net", "sh", "-c", WITHOUT_NETWORK, "sh", "true"])
  .then(({ code }) => code === 0, () => false);

Deno.test({
  name: "a second demo works without network",
  ignore: !canLeaveNetwork,
  async fn() {
    // The test before this one has downloaded everything; npx keeps what ran this command.
    const demo = ["npx", "--prefer-offline", "-y", "deno@2.9.6", "task", "demo", "--json"];
    const { code, stdout, stderr } = await run("unshare", [
      ...["--net", "sh", "-c", WITHOUT_NETWORK, "sh"],
      ...demo,
    ]);
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "").response.success, true);
  },
});

for (const flag of ["--email", "--mail"]) {
  Deno.test(`${flag} takes the emails of a path, and says so when there is none`, async () => {
    const { code, stderr } = await run(Deno.execPath(), [
      ...["run", "-A", "scripts/demo.ts", flag, "not-there"],
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /There is no file or folder not-there\./);
  });
}

function run(command: string, args: readonly string[]) {
  return runProgram(command, args, { cwd: REPOSITORY });
}
