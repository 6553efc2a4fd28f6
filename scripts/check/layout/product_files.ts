/** Whether a file is TypeScript that a product or a command runs: no test, no fake, no sample. */
export function isProduct(file: string): boolean {
  return /\.tsx?$/.test(file) && !isTest(file);
}

/** Whether a file is a test or serves tests only. */
export function isTest(file: string): boolean {
  return /_test\.tsx?$/.test(file) || /(^|\/)(testing|tests|fixtures)\//.test(file);
}
