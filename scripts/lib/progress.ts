/** How often a waiting person is told that work goes on. */
const INTERVAL_SECONDS = 10;

/**
 * Waits for work, and tells every ten seconds that it goes on and for how long.
 * @param what what goes on, as the beginning of a line: `still downloading`
 * @param intervalSeconds for tests
 * @example await showProgress(startStack(), "still starting", console.error);
 */
export async function showProgress<Result>(
  work: Promise<Result>,
  what: string,
  say: (line: string) => void,
  intervalSeconds = INTERVAL_SECONDS,
): Promise<Result> {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    say(`  ${what} (${seconds} s) …`);
  }, intervalSeconds * 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
