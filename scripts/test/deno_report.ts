/** What the readable report of `deno test` says about files, which its JUnit report does not. */
export class DenoReportReader {
  readonly #fileByTest = new Map<string, string>();
  readonly #started = new Set<string>();
  readonly #broken = new Set<string>();
  #file: string | undefined;

  /** Takes one line of the report, colours and all. */
  read(colouredLine: string): void {
    const line = colouredLine.replaceAll(ANSI_COLOURS, "");
    const started = /^running \d+ tests? from \.\/(.+)$/.exec(line)?.[1];
    const broken = /^Uncaught error from \.\/(.+) FAILED$/.exec(line)?.[1];
    const test = /^(\S.*?) \.\.\.(?: |$)/.exec(line)?.[1];
    if (started !== undefined) {
      this.#file = started;
      this.#started.add(started);
    } else if (broken !== undefined) {
      this.#broken.add(broken);
    } else if (test !== undefined && this.#file !== undefined && !this.#fileByTest.has(test)) {
      this.#fileByTest.set(test, this.#file);
    }
  }

  /** The file whose test has this name; the JUnit report names the helper that registered it. */
  findFile(test: string): string | undefined {
    return this.#fileByTest.get(test) ?? this.#fileByTest.get(test.split(" > ")[0] ?? test);
  }

  /** Those of `files` that broke outside a test, or have none. */
  listBroken(files: readonly string[]): string[] {
    return files.filter((file) => this.#broken.has(file) || !this.#started.has(file));
  }
}

// deno-lint-ignore no-control-regex -- colours begin with the escape character
const ANSI_COLOURS = /\x1b\[[0-9;]*m/g;
