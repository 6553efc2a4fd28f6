import { deepStrictEqual, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { listMarkdownPages, ROOT } from "../lib/list_files.ts";

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...await listMarkdownPages("examples"),
  ...await listMarkdownPages("packages"),
  ...await listMarkdownPages("docs"),
];

Deno.test("every file that a document names exists", () => {
  const missing: string[] = [];
  let named = 0;
  for (const document of DOCUMENTS) {
    const text = readPage(document);
    const links = Array.from(
      text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
      ([, path = ""]) => join(dirname(document), path),
    );
    const paths = Array.from(
      text.matchAll(/(?:^|[\s@`])((?:docs|examples|scripts|supabase)\/[\w./-]+\.[a-z]+)/gm),
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

Deno.test("every section that a document links to exists", () => {
  const missing: string[] = [];
  let linked = 0;
  for (const document of DOCUMENTS) {
    for (
      const [, path = "", section = ""] of readPage(document).matchAll(/\]\(([^)#\s]*)#([^)]+)\)/g)
    ) {
      if (/^https?:/.test(path)) continue;
      linked += 1;
      const target = path === "" ? document : normalize(join(dirname(document), path));
      if (!listSections(target).includes(section)) missing.push(`${document}: ${path}#${section}`);
    }
  }
  deepStrictEqual(missing, []);
  ok(linked > 10);
});

Deno.test("every name of the table of places is in the file beside it", () => {
  const rows = Array.from(
    readPage("CONTRIBUTING.md").matchAll(/^\| [^|]+ \| \[[^\]]+\]\(([^)]+)\) +\| `(\w+)` +\|$/gm),
    ([, path = "", name = ""]) => ({ path, name }),
  );
  deepStrictEqual(
    rows.filter(({ path, name }) => !new RegExp(`\\b${name}\\b`).test(readPage(path))),
    [],
  );
  ok(rows.length > 15);
});

Deno.test("every SQL function that a document calls is in the database", async () => {
  const pages = await listMarkdownPages("docs");
  const reference = pages.filter((page) => page.startsWith("docs/reference/database/"))
    .map(readPage).join();
  const missing = pages.flatMap((page) => {
    const text = readPage(page);
    // A name of two words, as `nightshift` is also what the clients are called.
    const calls = text.matchAll(/\b((?:nightshift|public)\.\w+_\w+)\(/g);
    return Array.from(calls, ([, name = ""]) => name)
      // A guide makes one of its own.
      .filter((name) => !reference.includes(`${name}(`) && !text.includes(`function ${name}(`))
      .map((name) => `${page}: ${name}`);
  });
  deepStrictEqual(missing, []);
  ok(reference.includes("nightshift.run_now("));
});

Deno.test("every quota is in the guide that says how to set it", () => {
  const migration = readPage("supabase/migrations/20261122000310_quotas.sql");
  const quotas = Array.from(
    migration.matchAll(/\(null, '(\w+)',\s+\d+\)/g),
    ([, name = ""]) => name,
  );
  const guide = readPage("docs/guides/members.md");
  deepStrictEqual(quotas.filter((name) => !guide.includes(`\`${name}\``)), []);
  ok(quotas.length > 10);
});

Deno.test("every page of docs says at its top who it is for", async () => {
  const pages = (await listMarkdownPages("docs")).filter((path) => !path.includes("/decisions/"));
  deepStrictEqual(pages.filter((path) => !/^# .+\n\nFor [a-z]/.test(readPage(path))), []);
});

function readPage(path: string): string {
  return Deno.readTextFileSync(join(ROOT, path));
}

/** The anchors of a page's headings, as GitHub makes them. */
function listSections(page: string): string[] {
  return Array.from(
    readPage(page).matchAll(/^#{1,6} (.+)$/gm),
    ([, heading = ""]) =>
      heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim().replaceAll(" ", "-"),
  );
}
