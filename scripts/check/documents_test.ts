import { deepStrictEqual, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./check.ts";

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...listMarkdown("docs"),
  ...listMarkdown("docs/decisions"),
];

Deno.test("every file that a document names is there", () => {
  const missing: string[] = [];
  let named = 0;
  for (const document of DOCUMENTS) {
    const text = Deno.readTextFileSync(join(ROOT, document));
    const links = Array.from(
      text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
      ([, path = ""]) => join(dirname(document), path),
    );
    const paths = Array.from(
      text.matchAll(/(?:^|[\s@`])((?:examples|scripts|supabase)\/[\w./-]+\.[a-z]+)/gm),
      ([, path = ""]) => path,
    );
    for (const path of [...links, ...paths]) {
      named += 1;
      if (!existsSync(join(ROOT, path))) missing.push(`${document}: ${path}`);
    }
  }
  deepStrictEqual(missing, []);
  ok(named > 20);
});

function listMarkdown(folder: string): string[] {
  return Array.from(Deno.readDirSync(join(ROOT, folder)), ({ name }) => `${folder}/${name}`)
    .filter((path) => path.endsWith(".md"));
}
