import { relative, sep } from "node:path";
import { ROOT } from "../check.ts";

/** A path inside the repository, with slashes on every system. */
export function toRepositoryPath(path: string): string {
  return relative(ROOT, path).split(sep).join("/");
}
