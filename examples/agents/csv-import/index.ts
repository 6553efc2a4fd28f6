/**
 * Imports a CSV of any size from a URL, such as a signed URL of Storage. Each part of the file is a
 * step, so a killed import goes on behind the last part, and upserting makes a repeated part
 * harmless.
 */
import { z } from "zod";
import { createAgent, GiveUp } from "../_shared/agent.ts";
import { findEndOfRecords, parseRecords } from "./csv.ts";
import type { Database } from "./database.ts";

const payload = z.object({
  url: z.url({ protocol: /^https?$/ }),
  /** Bytes that are read in one step; a record must fit. */
  part_bytes: z.int().min(100).max(4_000_000).default(1_000_000),
});

const contact = z.object({ email: z.email(), name: z.string() });

export default createAgent<Database>()("csv-import", { payload }, async (task) => {
  const { url, part_bytes: partBytes } = task.payload;
  let rows = 0;
  for (let from = 0; from !== null;) {
    const part = await task.step(`bytes from ${from}`, () => importPart(from));
    rows += part.rows;
    task.log("imported", { rows, bytes: part.next ?? undefined });
    if (part.next === null) return { output: { rows } };
    from = part.next;
  }
  return { output: { rows } };

  /** Reads and stores the records that begin in this part of the file. */
  async function importPart(from: number) {
    const response = await fetch(url, {
      headers: { range: `bytes=${from}-${from + partBytes - 1}` },
      signal: task.signal,
    });
    if (response.status === 416) {
      await response.body?.cancel();
      return { rows: 0, next: null };
    }
    if (response.status !== 206) {
      await response.body?.cancel();
      throw new Error(`The file's server answered ${response.status} and not 206.`);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isLast = bytes.length < partBytes;
    const end = isLast ? bytes.length : findEndOfRecords(bytes);
    if (end === 0) {
      throw new GiveUp(`The record at byte ${from} is longer than ${partBytes} bytes.`);
    }

    const records = parseRecords(new TextDecoder().decode(bytes.subarray(0, end)));
    // The first line of the file names its columns.
    const contacts = records.slice(from === 0 ? 1 : 0).map(([email, name], index) => {
      const read = contact.safeParse({ email, name });
      if (read.success) return read.data;
      throw new GiveUp(`Record ${index + 1} behind byte ${from} is no contact: ${email}`);
    });
    const stored = await task.db.from("imported_contacts")
      .upsert(contacts, { onConflict: "email" }).abortSignal(task.signal);
    if (stored.error) throw stored.error;
    return { rows: contacts.length, next: isLast ? null : from + end };
  }
});
