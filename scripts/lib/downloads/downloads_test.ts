import { deepEqual, equal, match } from "node:assert/strict";
import { join } from "node:path";
import { readDeno } from "../run_program.ts";
import { describeMissing, DOWNLOADS, listMissing, RUNTIME_VERSION } from "./downloads.ts";
import { findCaches } from "./find_caches.ts";

Deno.test("on a machine that has nothing, the sentence says how much is downloaded and what it is", () => {
  const missing = listMissing({ packages: "/nonexistent", programs: "/nonexistent" });
  deepEqual(missing, DOWNLOADS);
  const sentence = describeMissing(missing) ?? "";
  match(sentence, /^Downloading about \d+ MB, this time only:\n {2}\d+ MB: packages of the local/);
  equal(sentence.split("\n").length, 1 + DOWNLOADS.length);
});

Deno.test("where everything is there, nothing is said, and another version of Deno does not count", async () => {
  const folder = await Deno.makeTempDir();
  const caches = { packages: join(folder, "packages"), programs: join(folder, "_npx") };
  for (const name of ["@supabase/lite", "imapflow"]) {
    await Deno.mkdir(join(caches.packages, name, "1.0.0"), { recursive: true });
  }
  const deno = join(caches.programs, "abc/node_modules/deno");
  await Deno.mkdir(deno, { recursive: true });
  const setVersion = (version: string) =>
    Deno.writeTextFile(join(deno, "package.json"), JSON.stringify({ version }));
  await setVersion("2.0.0");
  deepEqual(listMissing(caches).map(({ what }) => what.split(",")[0]), [`Deno ${RUNTIME_VERSION}`]);
  await setVersion(RUNTIME_VERSION);
  equal(describeMissing(listMissing(caches)), undefined);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("this machine, which runs the tests, has the packages where they are looked for", async () => {
  const missing = listMissing({ ...await findCaches(), programs: "/nonexistent" });
  deepEqual(missing.map(({ what }) => what.split(",")[0]), [`Deno ${RUNTIME_VERSION}`]);
});

for (const command of ["demo", "start"]) {
  Deno.test(`${command} can say what it downloads before it needs a package`, async () => {
    const { modules } = JSON.parse(await readDeno(["info", "--json", `scripts/${command}.ts`]));
    const names = modules.map(({ specifier }: { specifier: string }) => specifier);
    deepEqual(names.filter((name: string) => name.startsWith("npm:")), []);
    equal(names.filter((name: string) => name.endsWith("/downloads/announce.ts")).length, 1);
  });
}
