import { deepEqual } from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readQuotedMessages } from "./quoted_messages.ts";

const REPLY = "Yes, both keys are here.\n\n";
const HEADER = "-----Original Message-----\nFrom: Ada\nSubject: Keys of the shed\n\n";
const QUOTED = "> Are the keys of the shed with you?\n> I need one by noon.\n>> They are lost.\n";

function lineOf(split: string, text: string, header: string): string {
  const start = text.indexOf(header);
  const spans = [[0, start, "Body"], [start, start + header.length, "Header"], [
    start + header.length,
    text.length,
    "Body",
  ]];
  return JSON.stringify({ split, text, spans });
}

Deno.test("a quoted email is read as its sender wrote it, of the part train alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quoted-"));
  await mkdir(join(folder, "email-zones"));
  const write = (file: string, lines: readonly string[]) =>
    writeFile(join(folder, `email-zones/${file}.jsonl.gz`), gzipSync(lines.join("\n")));
  await write("enron-zones", [lineOf("train", REPLY + HEADER + QUOTED, HEADER)]);
  await write("enron-full", [
    lineOf("eval", REPLY + HEADER + "> Where did I leave the old map?\n", HEADER),
  ]);
  await write("asf-zones", [
    lineOf(
      "train",
      `${REPLY}On Monday Bo wrote:\n> The build of the docs fails on my machine.\n`,
      "On Monday Bo wrote:\n",
    ),
    lineOf("train", `${REPLY}On Monday Bo wrote:\n> Thanks!\n`, "On Monday Bo wrote:\n"),
  ]);
  const found = (await readQuotedMessages(folder)).map(({ email }) => [
    email.subject,
    email.bodyText,
    "list-id" in email.headers,
  ]);
  deepEqual(found, [
    [
      "Keys of the shed",
      "Are the keys of the shed with you?\nI need one by noon.\n> They are lost.",
      false,
    ],
    ["", "The build of the docs fails on my machine.", true],
  ]);
  await rm(folder, { recursive: true });
});
