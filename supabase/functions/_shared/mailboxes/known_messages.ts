/** The facts of the messages of the last listings; a page has 200 at most. */
const KEPT_FACTS = 1_000;

/** What listings told about messages, so that it is not asked again when they are fetched. */
export class KnownMessages<Facts> {
  readonly #facts = new Map<string, Facts>();

  get(id: string): Facts | undefined {
    return this.#facts.get(id);
  }

  /** Keeps a page; pages from before go when there are too many. */
  keep(page: Iterable<readonly [id: string, facts: Facts]>): void {
    if (this.#facts.size > KEPT_FACTS) this.#facts.clear();
    for (const [id, facts] of page) this.#facts.set(id, facts);
  }
}
