/** How does a line become short enough? */

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 280;

/** What can be left out of a line that is too long. */
const IN_BRACKETS = / \([^()]{1,200}\)(?=[ .,;:?!]|$)/g;
/** What a cut leaves of a sign of two units. */
const HALF_A_SIGN = /[\ud800-\udbff]$/;
/** Where a line is cut, the end of a clause is a better place than a word; not too early. */
const CLAUSE_ENDS = [
  { end: /[,;:–—](?= )(?!.*[,;:–—] )/, least: 120 },
  { end: /\.{3}(?= )(?!.*\.{3} )/, least: 50 },
];

/** Without what is in brackets; cut at the end of a clause, else at a word, with an ellipsis. */
export function shorten(line: string): string {
  if (line.length <= MAX_SUMMARY_UNITS) return line;
  const bare = line.replace(IN_BRACKETS, "");
  if (bare.length <= MAX_SUMMARY_UNITS) return bare;
  const cut = bare.slice(0, MAX_SUMMARY_UNITS - 1).replace(HALF_A_SIGN, "");
  const clause = findClauseEnd(cut);
  if (clause !== null) return `${cut.slice(0, clause).toWellFormed()} …`;
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_SUMMARY_UNITS / 2 ? space : undefined).toWellFormed()}…`;
}

/** Whether only a part of a clause would be left. */
export function isCut(line: string): boolean {
  return line.length > MAX_SUMMARY_UNITS && /\S…$/.test(shorten(line));
}

function findClauseEnd(cut: string): number | null {
  for (const { end, least } of CLAUSE_ENDS) {
    const at = end.exec(cut)?.index ?? -1;
    if (at > least) return at;
  }
  return null;
}
