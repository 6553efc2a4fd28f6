import { deepEqual, equal, throws } from "node:assert/strict";
import { DeployError } from "./deploy_error.ts";
import { parseFlags } from "./flags.ts";

const REF = "abcdefghijklmnopqrst";

Deno.test("without flags a deploy is meant, and it asks", () => {
  deepEqual(parseFlags([]), {
    action: "deploy",
    help: false,
    dryRun: false,
    yes: false,
    keepPrevious: false,
    replaceFunctions: false,
  });
});

Deno.test("flags are read, and a slash at the end of a URL is dropped", () => {
  const flags = parseFlags([
    ...["--undo", "--dry-run", "--project-ref", REF],
    ...[
      "--project-url=https://api.example.com/",
      "--database-url=postgresql://postgres@db.example.com/postgres",
    ],
  ]);
  equal(flags.action, "undo");
  equal(flags.dryRun, true);
  equal(flags.projectRef, REF);
  equal(flags.projectUrl, "https://api.example.com");
  equal(parseFlags(["--operator", "ada@example.com"]).operator, "ada@example.com");
  equal(parseFlags(["--rotate-secret", "--keep-previous"]).action, "rotate");
});

for (
  const [args, words] of [
    [["--unknown"], /unknown/i],
    [["ref"], /ref/],
    [["--project-ref", "https://x.supabase.co"], /20 letters/],
    [["--project-url", "api.example.com"], /--project-url is a URL/],
    [["--database-url", "https://x"], /--database-url is a URL/],
    [["--undo", "--rotate-secret"], /exclude each other/],
    [["--operator", "ada"], /email address/],
    [["--operator", "ada@example.com", "--undo"], /belongs to a deploy/],
    [["--keep-previous"], /belongs to --rotate-secret/],
  ] as const
) {
  Deno.test(`"${args.join(" ")}" is refused with the usage`, () => {
    throws(
      () => parseFlags(args),
      (error: unknown) =>
        error instanceof DeployError && error.code === "deploy_usage_invalid" &&
        words.test(error.message) && error.message.includes("Usage: deno task deploy"),
    );
  });
}
