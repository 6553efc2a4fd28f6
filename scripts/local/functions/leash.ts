/**
 * Ends this process when the one that started it is gone: the parent holds the other end of our
 * standard input and never writes to it, so the end of input means that the parent has died.
 */
async function exitAtEndOfInput(): Promise<never> {
  for await (const _chunk of Deno.stdin.readable);
  Deno.exit(0);
}

exitAtEndOfInput();
