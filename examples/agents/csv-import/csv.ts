const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** How many bytes whole records take: up to the last line break outside of quotes. */
export function findEndOfRecords(bytes: Uint8Array): number {
  let end = 0;
  let isQuoted = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) end = index + 1;
  }
  return end;
}

/** The fields of whole records (RFC 4180). */
export function parseRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(FIELD)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
    if (end === "") break;
  }
  return records;
}

/** A field in quotes or a plain one, and what ends it: a comma, a line break or the text's end. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g;
