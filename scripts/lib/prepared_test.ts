import { equal, notEqual, rejects } from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashFiles, takePrepared, takePreparedText } from "./prepared.ts";

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A file that is there while something is prepared from it. */
const INGREDIENTS = { paths: [fileURLToPath(import.meta.url)] };

Deno.test("what several ask for at once is made once, and all get it whole", async () => {
  await withFolder(async (folder) => {
    let made = 0;
    const take = () =>
      takePrepared("thing", INGREDIENTS, async (path) => {
        made++;
        await Deno.writeTextFile(path, "half");
        await new Promise((resolve) => setTimeout(resolve, 20));
        await Deno.writeTextFile(path, "whole");
      }, folder);
    const paths = await Promise.all([take(), take(), take()]);
    equal(new Set(paths).size, 1);
    equal(await Deno.readTextFile(paths[0] ?? ""), "whole");
    equal(made, 1);
  });
});

Deno.test("what could not be made is nobody's, and the next one makes it", async () => {
  await withFolder(async (folder) => {
    let unfinished = "";
    const failing = takePrepared("thing", INGREDIENTS, async (path) => {
      unfinished = path;
      await Deno.mkdir(path);
      throw new Error("no space");
    }, folder);
    await rejects(failing, /no space/);
    // As a process leaves it that was killed while it made the thing.
    await Deno.mkdir(unfinished);
    const path = await takePrepared(
      "thing",
      INGREDIENTS,
      (path) => Deno.writeTextFile(path, "made"),
      folder,
    );
    equal(await Deno.readTextFile(path ?? ""), "made");
  });
});

Deno.test("outside a test run nothing is made", async () => {
  const make = () => Promise.reject(new Error("made"));
  equal(await takePrepared("thing", INGREDIENTS, make, ""), undefined);
});

Deno.test("a text is asked for once in a test run, and every time outside one", async () => {
  await withFolder(async (folder) => {
    let asked = 0;
    const take = (folder: string) =>
      takePreparedText("text", INGREDIENTS, () => Promise.resolve(`answer ${++asked}`), folder);
    equal(await take(folder), "answer 1");
    equal(await take(folder), "answer 1");
    equal(await take(""), "answer 2");
    equal(await take(""), "answer 3");
  });
});

Deno.test("a hash follows names and content, and not where the folder is", async () => {
  await withFolder(async (folder) => {
    const write = async (path: string, text: string) => {
      await Deno.mkdir(join(folder, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    };
    await write("one/a.sql", "a");
    await write("one/b/c.sql", "c");
    await write("two/a.sql", "a");
    await write("two/b/c.sql", "c");
    const hash = (name: string) => hashFiles({ paths: [join(folder, name)] });
    const one = await hash("one");
    equal(await hash("two"), one);
    await write("two/b/c_test.ts", "");
    const isTaken = (path: string) => !path.endsWith("_test.ts");
    equal(await hashFiles({ paths: [join(folder, "two")], isTaken }), one);
    notEqual(await hash("two"), one);
    await write("one/a.sql", "A");
    notEqual(await hash("one"), one);
    await Deno.rename(join(folder, "two/a.sql"), join(folder, "two/d.sql"));
    notEqual(await hashFiles({ paths: [join(folder, "two")], isTaken }), one);
  });
});
