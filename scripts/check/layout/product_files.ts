/** Whether a file is TypeScript that a product or a command runs: no test, no fake, no sample. */
export function isProduct(file: string): boolean {
  return file.endsWith(".ts") && !isTest(file);
}

/** Whether a file is a test or serves tests only. */
export function isTest(file: string): boolean {
  return file.endsWith("_test.ts") || /(^|\/)(testing|tests|fixtures)\//.test(file);
}
