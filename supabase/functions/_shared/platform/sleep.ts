import { setTimeout } from "node:timers/promises";

/** Resolves after some milliseconds, or as soon as the signal is aborted; never rejects. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
