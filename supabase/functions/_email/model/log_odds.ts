/** What a classifier says, within limits. */

/**
 * Log-odds between `-most` and `most`: beyond that a classifier is so sure that more says nothing.
 * @example cutLogOdds(-7, 4); // -4
 */
export function cutLogOdds(logOdds: number, most: number): number {
  return Math.max(-most, Math.min(most, logOdds));
}
