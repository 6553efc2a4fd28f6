import assert from "node:assert/strict";
import { join } from "node:path";
import { buildIfChanged } from "./build_if_changed.ts";
import { refuseKey, writeHostFiles } from "./host_files.ts";
import { createPageHandler } from "./serve.ts";
import { measureSizes } from "./sizes.ts";

const PROJECT = {
  url: "https://abcdefghijklmnopqrst.supabase.co",
  publishableKey: "sb_publishable_x",
};

async function build(folder: string): Promise<ReadonlyMap<string, string>> {
  await buildIfChanged(folder);
  await writeHostFiles(folder, PROJECT);
  const files = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    files.set(name, await Deno.readTextFile(join(folder, name)));
  }
  return files;
}

Deno.test("a build", async (t) => {
  const one = await Deno.makeTempDir({ prefix: "nightshift-build-" });
  const two = await Deno.makeTempDir({ prefix: "nightshift-build-" });
  const files = await build(one);

  await t.step("is the same, byte by byte, when it is made again elsewhere", async () => {
    const again = await build(two);
    assert.deepEqual([...again.keys()].toSorted(), [...files.keys()].toSorted());
    for (const [name, content] of files) assert.equal(again.get(name), content, name);
  });

  await t.step("is not made again while its sources are the same", async () => {
    assert.equal(await buildIfChanged(one), false);
  });

  await t.step("is small enough", async () => {
    const { firstPageJs, allJs, css } = await measureSizes(one);
    assert.ok(firstPageJs <= 60_000, `${firstPageJs} bytes for the first page`);
    assert.ok(allJs <= 110_000, `${allJs} bytes for all pages`);
    assert.ok(css <= 12_000, `${css} bytes of CSS`);
    assert.ok(firstPageJs < allJs, "pages are fetched when they are opened");
  });

  await t.step("names no folder of this machine", () => {
    for (const [name, content] of files) assert.doesNotMatch(content, /\/(tmp|home|root)\//, name);
  });

  await t.step("has headers that allow its own files and the project alone", () => {
    const headers = files.get("_headers") ?? "";
    assert.match(headers, /^\/\*\n {2}content-security-policy: default-src 'none';/);
    assert.match(headers, /connect-src 'self' https:\/\/abcdefghijklmnopqrst\.supabase\.co;/);
    const [rule] = JSON.parse(files.get("vercel.json") ?? "").headers;
    assert.equal(rule.headers.length, headers.trim().split("\n").length - 1);
  });

  await t.step("is served without anything else of the folder", async () => {
    const answer = createPageHandler({ folder: one, publishableKey: "k", accounts: [] });
    const ask = (path: string) => answer(new Request(`http://127.0.0.1${path}`));
    assert.equal((await ask("/main.js"))?.headers.get("content-type")?.split(";")[0], JS);
    assert.deepEqual(await (await ask("/config.json"))?.json(), {
      url: "http://127.0.0.1",
      publishableKey: "k",
    });
    for (const path of ["/.sources", "/_headers", "/..%2fdeno.json", "/nothing.js"]) {
      assert.equal(await ask(path), null, path);
    }
  });

  await Promise.all([one, two].map((folder) => Deno.remove(folder, { recursive: true })));
});
const JS = "text/javascript";

const jwt = (role: string) => `x.${btoa(JSON.stringify({ role }))}.x`;
Deno.test("a publishable key and an older anon key may be in a page", () => {
  assert.equal(refuseKey("sb_publishable_x"), null);
  assert.equal(refuseKey(jwt("anon")), null);
});
for (
  const [what, key] of [
    ["a secret key", "sb_secret_x"],
    ["an older service key", jwt("service_role")],
    ["anything else", "password"],
  ] as const
) {
  Deno.test(`${what} may not be in a page`, () => {
    assert.match(refuseKey(key) ?? "", /publishable key/);
  });
}
