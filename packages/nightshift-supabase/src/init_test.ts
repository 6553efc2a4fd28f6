import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { join } from "node:path";
import { markGenerated } from "../../../scripts/deploy/functions/generated_mark.ts";
import { createOwnFolder } from "../../../scripts/deploy/testing/own_folder.ts";
import { parseFlags } from "./flags.ts";
import { init } from "./init.ts";

const CONTENT = {
  migrations: [
    { version: "20261122000100", name: "first", sql: "select 1;\n" },
    { version: "20261122000200", name: "second", sql: "select 2;\n" },
  ],
  functions: new Map([["one/index.js", markGenerated("one\n")]]),
  names: ["one"],
  version: "1.2.3",
};

async function run(folder: string, args: readonly string[], answer?: string): Promise<string> {
  const lines: string[] = [];
  const questions: string[] = [];
  await init(parseFlags(["init", folder, ...args]), CONTENT, {
    print: (line) => void lines.push(line),
    ask: answer === undefined ? undefined : (question) => {
      questions.push(question);
      return Promise.resolve(answer);
    },
  });
  return [...lines, ...questions].join("\n");
}

Deno.test("it shows what it adds, asks at a terminal, and adds nothing without a yes", async () => {
  await using own = await createOwnFolder();
  const before = await own.readAll();
  await rejects(run(own.folder, [], "n"), /Not confirmed\. Nothing was changed/);
  deepEqual(await own.readAll(), before);

  const text = await run(own.folder, [], "y");
  match(
    text,
    /\+ supabase\/migrations\/ {2}2 files\n {2}\+ supabase\/functions\/one\/ {2}1 file\n/,
  );
  match(text, /\+ supabase\/config\.toml {2}functions\.one\n/);
  match(text, /functions deploy --use-api one\n[\s\S]*Go on\?/);
  const after = await own.readAll();
  equal(after.size, before.size + 3);
  for (const [path, theirs] of before) equal(after.get(path)?.startsWith(theirs), true, path);
  match(await run(own.folder, ["--yes"], "n"), /1\.2\.3 is in .* already\. Nothing was changed\.$/);
});

Deno.test("a file of the user's is named with what to do, and nothing is changed", async () => {
  await using own = await createOwnFolder();
  await Deno.mkdir(join(own.folder, "supabase/functions/one"));
  await Deno.writeTextFile(join(own.folder, "supabase/functions/one/index.ts"), "mine");
  await Deno.writeTextFile(
    join(own.folder, "supabase/migrations/20260101000000_nightshift_first.sql"),
    "select 5;",
  );
  const before = await own.readAll();
  await rejects(run(own.folder, []), (error: Error) => {
    match(
      error.message,
      /migrations\/20260101000000_nightshift_first\.sql, supabase\/functions\/one\./,
    );
    match(error.message, /Rename or remove each of them/);
    return true;
  });
  deepEqual(await own.readAll(), before);
});

Deno.test("a folder without supabase/config.toml is sent to supabase init", async () => {
  await using own = await createOwnFolder();
  await rejects(run(join(own.folder, "supabase"), []), /has no supabase\/config\.toml\..*init/);
});

Deno.test("what cannot be understood is answered with the usage", () => {
  deepEqual(parseFlags(["init"]).folder, ".");
  for (const args of [[], ["install"], ["init", "a", "b"], ["init", "--force"]]) {
    try {
      parseFlags(args);
      throw new Error(`${args.join(" ")} was understood.`);
    } catch (error) {
      match(String(error), /Usage: npx nightshift-supabase init/);
    }
  }
});
