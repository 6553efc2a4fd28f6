const LIMIT_MS = 60_000;
const PAUSE_MS = 20;

/**
 * Repeats a check that does not wait by itself until it holds, because a page shows what was done
 * a moment later, on a slow machine a long one.
 *
 * @throws what the check threw last, after a minute
 * @example await settles(async () => assert.equal(await rows.count(), 2));
 */
export async function settles(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  while (true) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
