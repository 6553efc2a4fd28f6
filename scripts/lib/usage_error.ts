/** Whether `parseArgs` of `node:util` refused the command line; the message says which part. */
export function isUsageError(error: unknown): error is TypeError & { readonly code: unknown } {
  return error instanceof TypeError && "code" in error;
}
