/** What a stored text may hold at most, and how any text is brought into that form. */

/** Longest text kept of an email, in UTF-16 units: bounds what every later expression reads. */
export const MAX_TEXT_UNITS = 65_536;

/** Longest line kept, in UTF-16 units; RFC 5322 allows 998 on the wire. */
export const MAX_LINE_UNITS = 1_000;

// NUL and other control characters but tab and newline; soft hyphen; zero-width and direction
// marks; tag characters and supplementary variation selectors, which can carry whole invisible
// sentences.
const INVISIBLE =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|(?<![\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\uFE0F])\u200D/gu;

const LINE_END = /\r\n?|\u0085|\u2028|\u2029/g;

/**
 * Removes what a reader cannot see: control characters but tab and newline, zero-width characters
 * and direction marks. A joiner inside an emoji stays.
 */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/**
 * Brings a text into stored form: well-formed Unicode, `\n` line ends, nothing invisible, lines of
 * at most {@link MAX_LINE_UNITS} (longer ones are wrapped, at a space where there is one), at most
 * {@link MAX_TEXT_UNITS} in all. Never throws, linear in its input, and stable: capping a capped
 * text returns it unchanged.
 */
export function capText(text: string): string {
  const clean = stripInvisible(text.toWellFormed().replace(LINE_END, "\n"));
  return cutAt(wrapLongLines(cutAt(clean, MAX_TEXT_UNITS)), MAX_TEXT_UNITS);
}

function wrapLongLines(text: string): string {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    let rest = line;
    while (rest.length > MAX_LINE_UNITS) {
      const head = cutAt(rest, MAX_LINE_UNITS);
      const space = head.lastIndexOf(" ");
      const end = space > MAX_LINE_UNITS / 2 ? space : head.length;
      lines.push(rest.slice(0, end));
      rest = rest.slice(space === end ? end + 1 : end);
    }
    lines.push(rest);
  }
  return lines.join("\n");
}

function cutAt(text: string, units: number): string {
  if (text.length <= units) return text;
  const last = text.charCodeAt(units - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? units - 1 : units);
}
