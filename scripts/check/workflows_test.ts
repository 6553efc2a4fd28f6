import { deepStrictEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "./check.ts";

const workflow = Deno.readTextFileSync(join(ROOT, ".github/workflows/ci.yml"));

Deno.test("every action of the workflow is pinned to a commit, with its version beside it", () => {
  const uses = Array.from(workflow.matchAll(/uses: (.+)/g), ([, action = ""]) => action);
  ok(uses.length > 0);
  deepStrictEqual(
    uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
    [],
  );
});

Deno.test("the workflow runs the commands of the README", () => {
  const readme = Deno.readTextFileSync(join(ROOT, "README.md"));
  const commands = Array.from(
    workflow.matchAll(/npx -y deno\S* task \w+/g),
    ([command]) => command,
  );
  deepStrictEqual(commands.map((command) => command.split(" ").at(-1)), ["demo", "test"]);
  deepStrictEqual(commands.filter((command) => !readme.includes(command)), []);
});
