// deno-lint-ignore-file no-console -- it is the console that is tamed here
import { AsyncLocalStorage } from "node:async_hooks";

const held = new AsyncLocalStorage<unknown[][]>();
const printError = console.error;
let isTamed = false;

/**
 * Runs one request of lite, which prints every refusal of the database with its stack. The answer
 * says the same, so what lite prints is dropped unless the answer is a 5xx, which says nothing.
 */
export async function runQuietly(answer: () => Promise<Response>): Promise<Response> {
  if (!isTamed) {
    isTamed = true;
    console.error = (...values: unknown[]) => {
      const lines = held.getStore();
      if (lines) lines.push(values);
      else printError(...values);
    };
  }
  const lines: unknown[][] = [];
  const response = await held.run(lines, answer);
  if (response.status >= 500) { for (const values of lines) printError(...values); }
  return response;
}
