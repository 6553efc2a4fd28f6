import { Buffer } from "node:buffer";
import process from "node:process";
import { clearImmediate, setImmediate } from "node:timers";

/**
 * Gives code that was written for Node.js the names that it takes for granted. Deno gives them to
 * packages only, and a deployed bundle has no packages any more.
 */
export function provideNodeGlobals(): void {
  const names = { Buffer, clearImmediate, global: globalThis, process, setImmediate };
  for (const [name, value] of Object.entries(names)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}
