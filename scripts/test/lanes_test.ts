import { deepEqual } from "node:assert/strict";
import { FileBlocks, sortIntoLanes } from "./lanes.ts";

Deno.test("tests of the functions and the database run beside those of the commands, each file once", () => {
  deepEqual(
    sortIntoLanes(["examples/b_test.ts", "scripts/a_test.ts", "supabase/functions/c_test.ts"]),
    [["examples/b_test.ts", "scripts/a_test.ts"], ["supabase/functions/c_test.ts"]],
  );
  deepEqual(sortIntoLanes(["scripts/a_test.ts"]), [["scripts/a_test.ts"]]);
  deepEqual(sortIntoLanes([]), []);
});

Deno.test("the lines of a file are printed together, when the file has ended", () => {
  const printed: string[] = [];
  const blocks = ["one", "two"].map(() => new FileBlocks((line) => printed.push(line)));
  const [one, two] = blocks;
  one?.add("running 1 test from ./a_test.ts");
  two?.add("\x1b[0mrunning 2 tests from ./b_test.ts\x1b[0m");
  one?.add("a ... ok");
  two?.add("b ... ok");
  deepEqual(printed, []);
  one?.add("running 1 test from ./c_test.ts");
  deepEqual(printed, ["running 1 test from ./a_test.ts", "a ... ok"]);
  for (const each of blocks) each.end();
  deepEqual(printed.slice(2), [
    "running 1 test from ./c_test.ts",
    "\x1b[0mrunning 2 tests from ./b_test.ts\x1b[0m",
    "b ... ok",
  ]);
});
