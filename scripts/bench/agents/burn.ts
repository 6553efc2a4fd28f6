import { createHash } from "node:crypto";

const BLOCK = new Uint8Array(4_096).fill(7);

/** Hashes so many blocks: native code, so the same work in every process, compiled or not. */
export function burn(blocks: number): string {
  const hash = createHash("sha256");
  for (let block = 0; block < blocks; block++) hash.update(BLOCK);
  return hash.digest("hex");
}

/** Blocks that take as many milliseconds on this machine, by the fastest of many tries. */
export function calibrateBurn(milliseconds: number): number {
  const blocks = 100;
  let fastestMs = Infinity;
  for (let attempt = 0; attempt < 200; attempt++) {
    const startedAt = performance.now();
    burn(blocks);
    fastestMs = Math.min(fastestMs, performance.now() - startedAt);
  }
  return Math.round(blocks * milliseconds / fastestMs);
}
