import assert from "node:assert/strict";
import { shrinkModule } from "./shrink_module.ts";

Deno.test("block comments are left out, licenses and line comments stay", () => {
  assert.equal(
    shrinkModule("/*! MIT */ let a; /** doc */ let b; // npm:zod\n/* Copyright X */ let c;"),
    "/*! MIT */ let a; let b; // npm:zod\n/* Copyright X */ let c;",
  );
});

Deno.test("what only looks like a comment or indentation stays", () => {
  const text = "const a = `/*\n    ${1 /* one */} */\n  `, b = '/*   */', c = /[/*]*\\/*/;";
  assert.equal(shrinkModule(text), text.replace("/* one */", "").replace("1 }", "1 }"));
});

Deno.test("a comment over two lines still ends a statement", () => {
  assert.equal(shrinkModule("let a = 1 /*\n*/ let b = 2"), "let a = 1\nlet b = 2");
});

Deno.test("lines keep their breaks and lose their indentation", () => {
  assert.equal(
    shrinkModule("import a from 'a';\n\n  if (a) {\n    a()\n    ++b\n  }\n"),
    "import a from 'a';\nif (a) {\na()\n++b\n}\n",
  );
});
