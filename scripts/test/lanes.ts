/** Which test files run one after the other, and which beside them? */

/**
 * Sorts test files into at most two lanes that last about equally long: those of the functions and of
 * the database, and those of the commands and the local stack. Both start servers and wait for them, so
 * that one alone leaves half of two cores idle. Nothing is shared between files: ports, folders and
 * clusters are each test's own.
 */
export function sortIntoLanes(files: readonly string[]): string[][] {
  const lanes = Map.groupBy(files, (file) => file.startsWith("supabase/") ? "supabase" : "scripts");
  return [...lanes.values()];
}

/** A line of a report with which the tests of the next file begin. */
const BLOCK_START = /running \d+ tests? from /;

/** Passes a lane's lines on file by file, so that lanes do not mix within a file. */
export class FileBlocks {
  readonly #print: (line: string) => void;
  #lines: string[] = [];

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  add(line: string): void {
    if (BLOCK_START.test(line)) this.end();
    this.#lines.push(line);
  }

  /** Prints what is left. */
  end(): void {
    for (const line of this.#lines) this.#print(line);
    this.#lines = [];
  }
}
