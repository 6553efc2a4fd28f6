/** A statement of this folder. */
export function readSql(name: string): Promise<string> {
  return Deno.readTextFile(new URL(name, import.meta.url));
}
