/** `format=flowed` text (RFC 3676): which lines were one before they were wrapped? */

/** Quote marks in front of a line, and what is behind them. */
const QUOTED = /^(>{0,100})(.*)$/;

/**
 * Joins the lines that a program wrapped. A line that ends with a space goes on in the next one,
 * if both are quoted equally deep; a signature separator never does. Linear.
 * @param deletesSpace whether the space at the end was added by wrapping (`delsp=yes`).
 */
export function joinFlowed(text: string, deletesSpace: boolean): string {
  const joined: string[] = [];
  let pieces: string[] = [];
  let depth = 0;
  let isOpen = false;
  const end = () => {
    // The last piece may have been wrapped too, with nothing behind it that fits.
    const text = pieces.length > 1 || isOpen ? pieces.join("").trimEnd() : pieces.join("");
    if (pieces.length > 0) joined.push(mark(depth, text));
    pieces = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const [, marks = "", rest = ""] = QUOTED.exec(line) ?? [];
    const said = rest.startsWith(" ") ? rest.slice(1) : rest;
    const isSeparator = said === "-- ";
    if (!isOpen || marks.length !== depth || isSeparator) end();
    depth = marks.length;
    isOpen = said.endsWith(" ") && !isSeparator;
    pieces.push(isOpen && deletesSpace ? said.slice(0, -1) : said);
  }
  end();
  return joined.join("\n");
}

function mark(depth: number, text: string): string {
  return depth === 0 ? text : `${">".repeat(depth)} ${text}`;
}
