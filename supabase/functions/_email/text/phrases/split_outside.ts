/** How a phrase is taken apart. */

/** The parts between a sign, outside of brackets; not where the sign may be left out. */
export function splitOutside(text: string, sign: string): string[] {
  if (!text.includes(sign)) return [text];
  if (!/[([\\?{]/.test(text)) return text.split(sign);
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    if (one === "\\") at++;
    else if (one === "(" || one === "[") depth++;
    else if (one === ")" || one === "]") depth--;
    else if (one === sign && depth === 0 && !/[?{]/.test(text.charAt(at + 1))) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
