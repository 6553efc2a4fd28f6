/** Which emails of a workspace share a call? */
import type { Excerpt } from "./excerpt.ts";
import { MAX_CALL_BYTES, MAX_MAILS_PER_CALL } from "../limits.ts";

/** Emails whose lines read the same: the first is sent, its answer holds for all. */
export type Twins = readonly [Excerpt, ...Excerpt[]];
/** The emails of one call. */
export type Batch = readonly Twins[];

/**
 * Packs the emails of one workspace in their order. An email that speaks to software goes alone:
 * what it may talk a model into then concerns no other email.
 */
export function packBatches(excerpts: readonly Excerpt[]): Batch[] {
  const batches: Batch[] = [];
  let open: Twins[] = [];
  let bytes = 0;
  for (const twins of findTwins(excerpts)) {
    const [{ isSuspect, bytes: added }] = twins;
    if (isSuspect) {
      batches.push([twins]);
      continue;
    }
    if (open.length === MAX_MAILS_PER_CALL || bytes + added > MAX_CALL_BYTES) {
      batches.push(open);
      [open, bytes] = [[], 0];
    }
    open.push(twins);
    bytes += added;
  }
  return open.length > 0 ? [...batches, open] : batches;
}

function findTwins(excerpts: readonly Excerpt[]): Twins[] {
  const byKey = new Map<string, Twins>();
  for (const excerpt of excerpts) {
    const known = byKey.get(excerpt.key);
    byKey.set(excerpt.key, known ? [...known, excerpt] : [excerpt]);
  }
  return [...byKey.values()];
}
