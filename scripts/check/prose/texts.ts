/** Everything of a Markdown page but its prose is blanked, so that places stay as they are. */
export function keepMarkdownProse(page: string): string {
  return page
    .replaceAll(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2[^\n]*$/gm, blank)
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(/\]\([^)\s]*\)/g, blank)
    .replaceAll(/^\[[^\]]+\]: .*$/gm, blank);
}

const SQL_PIECES = new RegExp(
  [
    /(?<comment>--[^\n]*|\/\*[\s\S]*?\*\/)/,
    /(?<is>\bis\s+)(?<text>'(?:[^']|'')*'(?:\s*'(?:[^']|'')*')*)(?=\s*;)/,
    /'(?:[^']|'')*'|"[^"\n]*"/,
  ].map(({ source }) => source).join("|"),
  "g",
);

/** Everything of SQL but its comments is blanked: `-- …` and the texts of `comment on … is '…'`. */
export function keepSqlComments(sql: string): string {
  let at = 0;
  let kept = "";
  for (const { 0: piece, index, groups = {} } of sql.matchAll(SQL_PIECES)) {
    const isProse = groups["comment"] !== undefined || groups["text"] !== undefined;
    kept += blank(sql.slice(at, index)) + (isProse ? piece : blank(piece));
    at = index + piece.length;
  }
  return kept + blank(sql.slice(at));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
