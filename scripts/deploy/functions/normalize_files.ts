import { createHash } from "node:crypto";

/** How the bundler names a file that it split off: a name, and a hash of its own. */
const SPLIT_FILE = /^(.+)-[A-Z0-9]{8}\.js$/;

/**
 * Makes a bundle the same on every machine. The bundler names modules by where this machine keeps
 * its packages, and that goes into the names of files too. Both are replaced: modules by package
 * and version (`npm:hono@4.0.0/dist/hono.js`), names of files by a hash of what is in them.
 * @param files text by name, in one folder
 * @param packages the folder of npm packages as the bundler writes it, relative to the repository
 */
export function normalizeFiles(
  files: ReadonlyMap<string, string>,
  packages: string,
): Map<string, string> {
  const texts = new Map([...files].map(([file, text]) => [file, namePackages(text, packages)]));
  const names = new Map([...texts].map(([file, text]) => [file, nameFile(file, text, texts)]));
  return new Map([...texts].map(([file, text]) => [
    names.get(file) ?? file,
    replaceNames(text, (name) => names.get(name) ?? name, texts),
  ]));
}

/** `<packages>/<registry>/@scope/name/1.2.3/` becomes `npm:@scope/name@1.2.3/`. */
function namePackages(text: string, packages: string): string {
  return text.split(`${packages}/`)
    .map((part, index) =>
      index === 0
        ? part
        : part.replace(/^[^/\s]+\/((?:@[^/\s]+\/)?[^/\s]+)\/([^/\s]+)/, "npm:$1@$2")
    )
    .join("");
}

function nameFile(file: string, text: string, files: ReadonlyMap<string, string>): string {
  const base = SPLIT_FILE.exec(file)?.[1];
  if (base === undefined) return file;
  // Without the names of others: files may import each other.
  const own = replaceNames(text, () => "", files);
  return `${base}_${createHash("sha256").update(own).digest("hex").slice(0, 8)}.js`;
}

function replaceNames(
  text: string,
  rename: (name: string) => string,
  files: ReadonlyMap<string, string>,
): string {
  return [...files.keys()].filter((name) => SPLIT_FILE.test(name))
    .reduce((result, name) => result.replaceAll(`"./${name}"`, `"./${rename(name)}"`), text);
}
