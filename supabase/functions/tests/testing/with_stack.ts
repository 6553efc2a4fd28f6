import { type Stack, type StackOptions, startStack } from "../../../../scripts/local/stack.ts";

/**
 * One local stack for all tests of a file: started before the first, stopped after the last.
 * @returns gives the running stack; only to be called inside a test.
 */
export function withStack(options: StackOptions = {}): () => Stack {
  let running: Stack | undefined;
  Deno.test.beforeAll(async () => {
    running = await startStack(options);
  });
  Deno.test.afterAll(async () => {
    await running?.stop();
  });
  return () => {
    if (running === undefined) throw new Error("The stack of this file did not start.");
    return running;
  };
}
