/** What a stored text may hold at most, and how any text is brought into that form. */

/** Longest text kept of an email, in UTF-16 units: bounds what every later expression reads. */
export const MAX_TEXT_UNITS = 65_536;

/** Longest line kept, in UTF-16 units; RFC 5322 allows 998 on the wire. */
export const MAX_LINE_UNITS = 1_000;

/** Ranges of characters that nobody sees, inside a class of a regular expression. */
const INVISIBLE_RANGES = [
  // Control characters but tab and newline.
  "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F",
  // Soft hyphen, joiners and fillers.
  "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u3164\\uFFA0",
  // Zero width, and marks of direction.
  "\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB",
  // Tags and variation selectors, which can carry whole invisible sentences.
  "\\u{E0000}-\\u{E0FFF}",
];
/** A joiner that joins no emoji. */
const STRAY_JOINER = "(?<![\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}\\uFE0F])\\u200D";
const INVISIBLE = new RegExp(`[${INVISIBLE_RANGES.join("")}]|${STRAY_JOINER}`, "gu");

/** Anything but the plain and western characters, all of which are seen. Cheap. */
const MAY_BE_INVISIBLE = /[^\t\n -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u203A\u20AC]/;

const LINE_END = /\r\n?|\u0085|\u2028|\u2029/g;

/**
 * Removes what a reader cannot see: control characters but tab and newline, zero-width characters
 * and direction marks. A joiner inside an emoji stays.
 */
export function stripInvisible(text: string): string {
  return MAY_BE_INVISIBLE.test(text) ? text.replace(INVISIBLE, "") : text;
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
