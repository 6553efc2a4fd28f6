import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a byte stream as UTF-8 text, without line feeds; linear, and only `\n` ends a line
 * (JSON may hold U+2028, at which `node:readline` would break it).
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let begun: string[] = [];
  for await (const chunk of stream) {
    const [first = "", ...others] = decoder.write(chunk).split("\n");
    begun.push(first);
    const last = others.pop();
    if (last === undefined) continue;
    yield begun.join("");
    yield* others;
    begun = [last];
  }
  const rest = begun.join("") + decoder.end();
  if (rest !== "") yield rest;
}
