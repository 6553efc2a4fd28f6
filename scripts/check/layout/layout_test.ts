import { deepEqual, equal, match } from "node:assert/strict";
import { findCircles, type ImportGraph } from "./circles.ts";
import { findLargeFolders } from "./folder_sizes.ts";
import { findLongLines } from "./line_lengths.ts";

function graph(edges: Readonly<Record<string, readonly string[]>>): ImportGraph {
  return new Map(Object.entries(edges));
}

Deno.test("two files that import each other are a circle", () => {
  deepEqual(findCircles(graph({ "b.ts": ["a.ts"], "a.ts": ["b.ts"] })), [
    { file: "a.ts", message: "imports itself over b.ts → a.ts" },
  ]);
});

Deno.test("a circle over several rooms is found once, by its shortest way", () => {
  const findings = findCircles(graph({
    "x/a.ts": ["y/b.ts", "y/d.ts"],
    "y/b.ts": ["z/c.ts"],
    "z/c.ts": ["x/a.ts"],
    "y/d.ts": ["y/b.ts"],
    "apart.ts": ["x/a.ts"],
  }));
  deepEqual(findings, [
    { file: "x/a.ts", message: "imports itself over y/b.ts → z/c.ts → x/a.ts" },
  ]);
});

Deno.test("a file that imports itself is a circle; a diamond is none", () => {
  equal(findCircles(graph({ "a.ts": ["a.ts"] })).length, 1);
  deepEqual(
    findCircles(graph({ "a.ts": ["b.ts", "c.ts"], "b.ts": ["d.ts"], "c.ts": ["d.ts"] })),
    [],
  );
});

const many = (folder: string, ending = ".ts") =>
  Array.from({ length: 16 }, (_, index) => `${folder}/f${index}${ending}`);

Deno.test("a folder of 16 product files is too large, one of 15 is not", () => {
  match(findLargeFolders(many("scripts/a"))[0]?.message ?? "", /^has 16 product files/);
  deepEqual(findLargeFolders(many("scripts/a").slice(1)), []);
  equal(findLargeFolders(many("dashboard/src/parts", ".tsx")).length, 1);
});

Deno.test("tests, fakes and samples do not fill a folder", () => {
  const files = [
    ...many("scripts/a", "_test.ts"),
    ...many("scripts/a", ".sql"),
    ...many("scripts/a/testing"),
  ];
  deepEqual(findLargeFolders(files), []);
});

const long = (start: string, end = "") => start + "x".repeat(101 - start.length - end.length) + end;

Deno.test("a line of 101 columns is found with its number, one of 100 is not", () => {
  deepEqual(findLongLines("a.ts", `short\n${long("const y = ", ";")}`), [
    { file: "a.ts", line: 2, message: "has 101 columns, more than 100" },
  ]);
  deepEqual(findLongLines("a.ts", "x".repeat(100)), []);
  equal(findLongLines("a.ts", long("// ")).length, 1);
  equal(findLongLines("a.ts", long("const WORDS = /", "/;")).length, 1);
});

Deno.test("import paths, URLs and generated files may be longer", () => {
  deepEqual(findLongLines("a.ts", long('import { a } from "./', '.ts";')), []);
  deepEqual(findLongLines("a.ts", long('} from "./', '.ts";')), []);
  equal(findLongLines("a.ts", long('export const a = "', '";')).length, 1);
  deepEqual(findLongLines("a.ts", long('} from "./', '.ts";')), []);
  deepEqual(findLongLines("a.ts", long("// See https://example.com/")), []);
  deepEqual(findLongLines("a.ts", `// Generated from the schema.\n${long("type A = ")}`), []);
});

Deno.test("one long string on a line is for tests only", () => {
  const line = long('  "', '",');
  equal(findLongLines("a.ts", line).length, 1);
  deepEqual(findLongLines("a_test.ts", line), []);
  deepEqual(findLongLines("scripts/local/testing/a.ts", line), []);
  deepEqual(findLongLines("a_test.ts", `sql\`\n${long("  select ")}\n\`;`), []);
  deepEqual(findLongLines("a_test.ts", long("  /", "/,")), []);
  equal(findLongLines("a_test.ts", `sql\`\n\`;\n${long("const y = ")}`).length, 1);
  equal(findLongLines("a_test.ts", long("const y = f(", ");")).length, 1);
});
