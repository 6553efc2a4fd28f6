import assert from "node:assert/strict";
import { dropComments } from "./drop_comments.ts";

Deno.test("block comments are left out, licenses and line comments stay", () => {
  assert.equal(
    dropComments("/*! MIT */ let a; /** doc */ let b; // npm:zod\n/* Copyright X */ let c;"),
    "/*! MIT */ let a;   let b; // npm:zod\n/* Copyright X */ let c;",
  );
});

Deno.test("what only looks like a comment stays", () => {
  const text = "const a = `/* ${1 /* one */} */`, b = '/* */', c = /[/*]*\\/*/;";
  assert.equal(dropComments(text), text.replace("/* one */", " "));
});

Deno.test("a comment over two lines still ends a statement", () => {
  assert.equal(dropComments("let a = 1 /*\n*/ let b = 2"), "let a = 1 \n let b = 2");
});
