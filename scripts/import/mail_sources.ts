import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ImportError } from "./import_error.ts";
import type { IntakeRefusal } from "./intake_report.ts";
import { readJsonLines, readTextLines } from "../lib/json_lines.ts";
import { readMbox } from "./mbox_file.ts";

/** One raw message and where it is: a file, `file:line`, or `file#number` in an mbox. */
export interface MailSource {
  readonly source: string;
  readonly raw: Uint8Array;
}

/** Told about what is no message at all, such as a broken JSON line; the rest is read on. */
export type OnUnreadable = (refusal: IntakeRefusal) => void;

const JSON_LINES = /\.jsonl(?:\.gz)?$/;
const MBOX = /\.mbox$/;

/**
 * The raw messages under the paths, one at a time: `.eml` files, folders of them (all levels, by
 * name), `.mbox` files, and `.jsonl` or `.jsonl.gz` files whose lines have a `raw` field.
 * @param onUnreadable without it, anything unreadable is thrown.
 * @throws {ImportError} when a path is missing or of another kind, before the first message.
 */
export async function* readMailSources(
  paths: readonly string[],
  onUnreadable: OnUnreadable = throwUnreadable,
): AsyncGenerator<MailSource> {
  for (const file of await listMailFiles(paths)) {
    if (JSON_LINES.test(file)) yield* readLinesOf(file, onUnreadable);
    else if (MBOX.test(file)) yield* readMessagesOf(file, onUnreadable);
    else yield* readEml(file, onUnreadable);
  }
}

/**
 * Makes sure, before anything is started or sent, that there is something to take in.
 * @throws {ImportError} as {@link readMailSources}, and where the paths hold no message at all.
 */
export async function requireMail(paths: readonly string[]): Promise<void> {
  let isAnythingThere = false;
  const sources = readMailSources(paths, () => isAnythingThere = true);
  for await (const _mail of sources) return;
  if (!isAnythingThere) throw new ImportError(`There are no emails in ${paths.join(", ")}.`);
}

/**
 * How many emails the paths hold, readable or not. @throws {ImportError} as {@link readMailSources}
 */
export async function countMail(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of await listMailFiles(paths)) {
    if (JSON_LINES.test(file)) count += await countItems(readTextLines(file));
    else count += MBOX.test(file) ? await countItems(readMbox(file)) : 1;
  }
  return count;
}

async function listMailFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => null);
    if (kind === null) throw new ImportError(`There is no file or folder ${path}.`);
    if (kind.isDirectory()) files.push(...await listFolder(path));
    else if (path.endsWith(".eml") || JSON_LINES.test(path) || MBOX.test(path)) files.push(path);
    else {
      throw new ImportError(
        `${path} is not a folder and not an .eml, .mbox, .jsonl or .jsonl.gz file.`,
      );
    }
  }
  return files;
}

async function listFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith(".eml")).sort();
  if (files.length === 0) {
    throw new ImportError(
      `There is no .eml file under ${folder}. Give .mbox and .jsonl files by their own path.`,
    );
  }
  return files.map((name) => join(folder, name));
}

async function* readEml(file: string, onUnreadable: OnUnreadable): AsyncGenerator<MailSource> {
  try {
    yield { source: file, raw: new Uint8Array(await readFile(file)) };
  } catch (error) {
    onUnreadable({ source: file, code: "file_unreadable", detail: messageOf(error) });
  }
}

async function* readLinesOf(file: string, onUnreadable: OnUnreadable): AsyncGenerator<MailSource> {
  try {
    for await (const { lineNumber, message } of readJsonLines(file)) {
      const source = `${file}:${lineNumber}`;
      if ("raw" in message) yield { source, raw: message.raw };
      else onUnreadable({ source, code: "line_unreadable", detail: message.problem });
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    onUnreadable({ source: file, code: "file_unreadable", detail: messageOf(error) });
  }
}

async function* readMessagesOf(
  file: string,
  onUnreadable: OnUnreadable,
): AsyncGenerator<MailSource> {
  try {
    for await (const { messageNumber, raw } of readMbox(file)) {
      yield { source: `${file}#${messageNumber}`, raw };
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    onUnreadable({ source: file, code: "file_unreadable", detail: messageOf(error) });
  }
}

async function countItems(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  try {
    for await (const _item of items) count += 1;
  } catch {
    // The loading itself reports a damaged file, as one refusal.
    count += 1;
  }
  return count;
}

function throwUnreadable({ source, detail }: IntakeRefusal): never {
  throw new ImportError(`${source}: ${detail}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
