import { DeployError } from "../deploy_error.ts";
import type { FunctionBundle } from "./bundle.ts";

/** What `functions deploy --use-api` takes for one function. */
const MAX_BUNDLE_BYTES = 5_000_000;

/** @throws {DeployError} `deploy_function_too_large` */
export function requireDeployableSize({ name, sizeBytes }: FunctionBundle): void {
  if (sizeBytes < MAX_BUNDLE_BYTES) return;
  throw new DeployError(
    "deploy_function_too_large",
    `${name} has ${sizeBytes} bytes; a function may have ${MAX_BUNDLE_BYTES}. ` +
      "Move data out of its code.",
  );
}

/** Names, numbers of files and sizes, for a person. */
export function describeBundles(bundles: readonly FunctionBundle[]): string {
  return bundles.map(({ name, files, sizeBytes }) => {
    const count = files.size === 1 ? "1 file" : `${files.size} files`;
    return `${name} (${count}, ${Math.ceil(sizeBytes / 1000)} kB)`;
  }).join(", ");
}
