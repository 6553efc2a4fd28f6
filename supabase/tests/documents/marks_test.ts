import { deepStrictEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../../../scripts/check/check.ts";
import { COMMAND_LANGUAGES, isThere, listDocuments, MARKS, readBlocks } from "./document_blocks.ts";

const commands = listDocuments().flatMap(readBlocks)
  .filter(({ language }) => COMMAND_LANGUAGES.includes(language));

Deno.test("every command in the documents says how it is tested, or that it needs a cloud project", () => {
  ok(commands.length > 20);
  deepStrictEqual(
    commands.filter(({ mark }) => !MARKS.test(mark)).map(({ place, language }) =>
      `${place}: a block of ${language} without run, name=…, tested=FILE, cloud or docker`
    ),
    [],
  );
});

Deno.test("every test that a document names for a command is there", () => {
  const named = commands.flatMap(({ place, mark }) =>
    mark.startsWith("tested=") ? [{ place, file: mark.slice("tested=".length) }] : []
  );
  deepStrictEqual(named.filter(({ file }) => !isThere(file)), []);
});

Deno.test("the page on agents shows the example as it is", () => {
  const [block] = readBlocks("docs/guides/agents.md").filter(({ language }) => language === "ts");
  const agent = Deno.readTextFileSync(join(ROOT, "examples/agents/hello/index.ts"));
  deepStrictEqual(block?.text, agent.slice(agent.indexOf("import ")));
});
