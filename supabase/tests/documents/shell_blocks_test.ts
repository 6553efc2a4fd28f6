import { ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { withStack } from "../../functions/tests/testing/with_stack.ts";
import { createWorkspace } from "../../functions/tests/testing/stack_calls.ts";
import type { Stack } from "../../../scripts/local/stack.ts";
import { ROOT } from "../../../scripts/check/check.ts";
import { listDocuments, readBlocks } from "./document_blocks.ts";

const run = promisify(execFile);
const stack = withStack();
const hasShell = await run("bash", ["-c", "curl --version"]).then(() => true, () => false);

for (const document of listDocuments()) {
  const blocks = readBlocks(document).filter(({ language, mark }) =>
    language === "sh" && mark === "run"
  );
  for (const { place, text } of blocks) {
    Deno.test({
      name: `the commands at ${place} work as they stand, against a local project`,
      ignore: !hasShell,
      async fn() {
        const script = await fillIn(text, stack());
        const unknown = /<[a-z][^>\n]*>/i.exec(script.replaceAll(/<[^<>\s]+@[^<>\s]+>/g, ""));
        ok(unknown === null, `the placeholder ${unknown?.[0]} is not known to the test`);
        // curl alone would call a refusal a success.
        const functions = 'curl() { command curl --fail-with-body --silent --show-error "$@"; }\n';
        const { stdout } = await run("bash", ["-euo", "pipefail", "-c", functions + script], {
          cwd: ROOT,
          env: { ...Deno.env.toObject(), NO_COLOR: "1" },
        });
        ok(stdout.length > 0);
      },
    });
  }
}

/**
 * Placeholders, the port of `start`, and where `import` and `sql` find the project that a reader
 * has running.
 */
async function fillIn(text: string, target: Stack): Promise<string> {
  const { url, cronSecret, publishableKey, secretKey } = target;
  const workspaceId = await createWorkspace(target, "Harbour Bakery");
  return text.replaceAll("<CRON_SECRET>", cronSecret)
    .replaceAll("<id of a workspace>", workspaceId)
    .replaceAll("<publishable key>", publishableKey)
    .replaceAll("<secret key>", secretKey)
    .replaceAll("http://127.0.0.1:54321", url)
    .replaceAll(
      /task import (\S+)/g,
      (command) => `${command} --url ${url} --secret ${cronSecret} --workspace ${workspaceId}`,
    )
    .replaceAll(/task sql/g, (command) => `${command} --url ${url} --secret-key ${secretKey}`);
}
