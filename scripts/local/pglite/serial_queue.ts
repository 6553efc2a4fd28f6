/**
 * Runs tasks one after another, in the order they were given.
 * PGlite has one connection, and the REST layer opens transactions on it without a lock of its own:
 * two tasks at once would write into each other's transaction.
 */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #closedBecause: string | undefined;

  /**
   * Runs `task` when all earlier ones have ended, whether they failed or not.
   * @throws {Error} what `task` throws, or why the queue no longer takes tasks.
   */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#closedBecause !== undefined) return Promise.reject(new Error(this.#closedBecause));
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => {});
    return result;
  }

  /** Refuses further tasks with `reason` and resolves when those already given have ended. */
  async close(reason: string): Promise<void> {
    this.#closedBecause ??= reason;
    await this.#tail;
  }
}
