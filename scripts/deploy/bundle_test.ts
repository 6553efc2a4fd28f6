import { deepEqual, equal, notEqual } from "node:assert/strict";
import { collectModules, listImports, readBundle } from "./bundle.ts";

Deno.test("imports are found whether static, re-exported, for types or dynamic", () => {
  const text = `import { a } from "hono";
import type { B } from "../_shared/b.ts";
import {
  c,
} from "./c.ts";
export { d } from "./d.ts";
import "./e.ts";
const f = await import("./f.ts");`;
  deepEqual(listImports(text), ["hono", "../_shared/b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts"]);
});

Deno.test("modules that import each other are collected once, and others are not", async () => {
  const texts: Record<string, string> = {
    "one/index.ts": 'import "../_shared/x.ts"; import "zod";',
    "_shared/x.ts": 'import "./y.ts";',
    "_shared/y.ts": 'import "./x.ts";',
    "_shared/x_test.ts": 'import "./x.ts";',
  };
  const found = await collectModules(["one/index.ts"], (path) => {
    const text = texts[path];
    return text === undefined ? Promise.reject(new Error(path)) : Promise.resolve(text);
  });
  deepEqual([...found.keys()], ["_shared/x.ts", "_shared/y.ts", "one/index.ts"]);
});

Deno.test("a digest follows the files and the import map, and nothing else", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/one`);
    await Deno.writeTextFile(`${folder}/one/index.ts`, "export default {};");
    const before = await readBundle(folder, "one", "{}");
    await Deno.writeTextFile(`${folder}/one/index_test.ts`, "");
    equal((await readBundle(folder, "one", "{}")).digest, before.digest);
    notEqual((await readBundle(folder, "one", '{"imports":{}}')).digest, before.digest);
    await Deno.writeTextFile(`${folder}/one/index.ts`, "export default { };");
    notEqual((await readBundle(folder, "one", "{}")).digest, before.digest);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
