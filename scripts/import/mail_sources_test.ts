import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { IntakeRefusal } from "./intake_report.ts";
import { countMail, readMailSources, requireMail } from "./mail_sources.ts";

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-mail-sources-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a path holds, as `source` → latin-1 text, and what was unreadable. */
async function collect(paths: readonly string[]) {
  const mails: [string, string][] = [];
  const unreadable: IntakeRefusal[] = [];
  for await (const { source, raw } of readMailSources(paths, (item) => unreadable.push(item))) {
    mails.push([source, Buffer.from(raw).toString("latin1")]);
  }
  return { mails, unreadable };
}

Deno.test("a folder gives its .eml files of all levels in the order of their names", async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, "sub"));
    await writeFile(join(folder, "b.eml"), "From: b");
    await writeFile(join(folder, "sub", "a.eml"), "From: a");
    await writeFile(join(folder, "README.md"), "no mail");
    const { mails } = await collect([folder]);
    assert.deepEqual(mails, [
      [join(folder, "b.eml"), "From: b"],
      [join(folder, "sub", "a.eml"), "From: a"],
    ]);
    assert.equal(await countMail([folder]), 2);
  });
});

for (
  const [extension, pack] of [["jsonl", (text: string) => text], ["jsonl.gz", gzipSync]] as const
) {
  Deno.test(`a .${extension} file gives the bytes of its raw fields, and says which lines have none`, async () => {
    await withFolder(async (folder) => {
      const file = join(folder, `mails.${extension}`);
      const lines = [
        JSON.stringify({ id: 1, raw: "Subject: Gr\xfc\xdfe" }),
        "",
        "{no json",
        JSON.stringify({ id: 2 }),
        JSON.stringify({ raw: "Subject: €" }),
        JSON.stringify({ raw: "Subject: last" }),
      ];
      await writeFile(file, pack(lines.join("\n")));
      const { mails, unreadable } = await collect([file]);
      assert.deepEqual(mails, [
        [`${file}:1`, "Subject: Gr\xfc\xdfe"],
        [`${file}:6`, "Subject: last"],
      ]);
      assert.deepEqual(
        unreadable.map(({ source }) => source),
        [3, 4, 5].map((n) => `${file}:${n}`),
      );
      assert.equal(await countMail([file]), 5);
    });
  });
}

Deno.test("an .mbox file gives its messages, numbered", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "mails.mbox");
    const separator = "From ada@example.com Mon Nov  9 10:30:00 2026\n";
    await writeFile(file, `${separator}From: a\n\n>From us\n\n${separator}From: b\n`);
    const { mails } = await collect([file]);
    assert.deepEqual(mails, [[`${file}#1`, "From: a\n\nFrom us\n\n"], [`${file}#2`, "From: b\n"]]);
    assert.equal(await countMail([file]), 2);
  });
});

Deno.test("a damaged .gz file is one unreadable source, and the next path is read", async () => {
  await withFolder(async (folder) => {
    const [damaged, good] = [join(folder, "damaged.jsonl.gz"), join(folder, "good.eml")];
    await writeFile(damaged, "this was never packed");
    await writeFile(good, "From: a");
    const { mails, unreadable } = await collect([damaged, good]);
    assert.deepEqual(mails, [[good, "From: a"]]);
    assert.deepEqual(unreadable.map(({ source, code }) => [source, code]), [
      [damaged, "file_unreadable"],
    ]);
    assert.equal(await countMail([damaged, good]), 2);
  });
});

Deno.test("without a listener an unreadable line is thrown", async () => {
  await withFolder(async (folder) => {
    const file = join(folder, "mails.jsonl");
    await writeFile(file, "{no json");
    await assert.rejects(Array.fromAsync(readMailSources([file])), /mails\.jsonl:1: .*not JSON/);
  });
});

Deno.test("a wrong path is an error before the first email", async () => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, "a.eml"), "From: a");
    await writeFile(join(folder, "a.pdf"), "");
    await mkdir(join(folder, "empty"));
    for (
      const [path, message] of [
        ["none.eml", /There is no file or folder/],
        ["a.pdf", /is not a folder and not an \.eml, \.mbox, \.jsonl or \.jsonl\.gz file/],
        [
          "empty",
          /There is no \.eml file under .*\. Give \.mbox and \.jsonl files by their own path/,
        ],
      ] as const
    ) {
      const sources = readMailSources([join(folder, "a.eml"), join(folder, path)]);
      await assert.rejects(sources.next(), { name: "ImportError", message });
    }
  });
});

Deno.test("requireMail() is content with a message or a broken line, and names a path without email", async () => {
  await withFolder(async (folder) => {
    const [empty, broken, mail] = ["empty.mbox", "broken.jsonl", "a.eml"].map((name) =>
      join(folder, name)
    ) as [string, string, string];
    await writeFile(empty, "");
    await writeFile(broken, "no json\n");
    await writeFile(mail, "From: a");
    await requireMail([empty, mail]);
    await requireMail([broken]);
    await assert.rejects(requireMail([empty]), {
      name: "ImportError",
      message: `There are no emails in ${empty}.`,
    });
  });
});
