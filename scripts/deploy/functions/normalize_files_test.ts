import { deepEqual, equal } from "node:assert/strict";
import { normalizeFiles } from "./normalize_files.ts";

/** What the bundler writes on a machine that keeps its packages in `cache`. */
function bundle(cache: string, hash: string): Map<string, string> {
  return new Map([
    [
      "index.js",
      `import { a } from "./chunk-${hash}.js";\n// ${cache}/registry.npmjs.org/hono/4.0.0/dist/hono.js\n` +
      `// ${cache}/registry.npmjs.org/@scope/two/1.2.3/mod.js\nawait import("./late-${hash}.js");\n`,
    ],
    [`chunk-${hash}.js`, `// ${cache}/npm.example.com/zod/4.0.0/index.js\nexport { a };\n`],
    [`late-${hash}.js`, `import { a } from "./chunk-${hash}.js";\n`],
  ]);
}

Deno.test("packages and files get names that are the same on every machine", () => {
  const [here, there] = ["../../root/.cache/deno/npm", "../deno/npm"];
  const files = normalizeFiles(bundle(here, "AAAAAAAA"), here);
  deepEqual(normalizeFiles(bundle(there, "BBBBBBBB"), there), files);
  const [index, chunk, late] = [...files.keys()];
  equal(index, "index.js");
  equal(
    files.get("index.js"),
    `import { a } from "./${chunk}";\n// npm:hono@4.0.0/dist/hono.js\n` +
      `// npm:@scope/two@1.2.3/mod.js\nawait import("./${late}");\n`,
  );
  equal(files.get(chunk ?? ""), "// npm:zod@4.0.0/index.js\nexport { a };\n");
});

Deno.test("a file that changes gets another name, and those that import it keep theirs", () => {
  const [before, after] = ["one", "two"].map((text) =>
    normalizeFiles(
      new Map([
        ["chunk-AAAAAAAA.js", `"${text}";\n`],
        ["late-AAAAAAAA.js", 'import "./chunk-AAAAAAAA.js";\n'],
      ]),
      "npm",
    )
  );
  const names = [[...before?.keys() ?? []], [...after?.keys() ?? []]];
  equal(names[0]?.[0] === names[1]?.[0], false);
  equal(names[0]?.[1], names[1]?.[1]);
});
