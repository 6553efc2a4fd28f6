/** A piece of SQL that matters to the rules; comments and white space are left out. */
export interface SqlToken {
  /** `body` is the inside of dollar quotes, `text` that of other quotes. */
  readonly kind: "word" | "text" | "body" | "symbol";
  readonly value: string;
  /** Counted from 1, where the value begins. */
  readonly line: number;
}

const PIECES = new RegExp(
  [
    /(?<skipped>\s+|--[^\n]*|\/\*[\s\S]*?\*\/|^\\[^\n]*)/,
    /(?<tag>\$(?:[A-Za-z_]\w*)?\$)(?<body>[\s\S]*?)\k<tag>/,
    /(?:[eEbBxX]|[uU]&)?'(?<text>(?:[^']|'')*)'/,
    /"(?<quoted>(?:[^"]|"")*)"/,
    /(?<word>[A-Za-z_][\w$]*)/,
    /(?<symbol>%[A-Z]|[\s\S])/,
  ].map(({ source }) => source).join("|"),
  "gmy",
);

/** Splits SQL as PostgreSQL and psql read it; `firstLine` is the line on which the text begins. */
export function splitSql(sql: string, firstLine = 1): SqlToken[] {
  const tokens: SqlToken[] = [];
  let line = firstLine;
  for (const { 0: piece, groups = {} } of sql.matchAll(PIECES)) {
    for (const kind of ["word", "text", "body", "symbol"] as const) {
      const value = groups[kind];
      if (value !== undefined) tokens.push({ kind, value, line });
    }
    if (groups["quoted"] !== undefined) {
      tokens.push({ kind: "word", value: groups["quoted"].toLowerCase(), line });
    }
    line += piece.split("\n").length - 1;
  }
  return tokens;
}

/** Splits SQL and, in place of each body in dollar quotes, what that body is made of, ended by `;`. */
export function splitSqlDeep(sql: string, firstLine = 1): SqlToken[] {
  return splitSql(sql, firstLine).flatMap((token): SqlToken[] => {
    if (token.kind !== "body") return [token];
    const { value, line } = token;
    return [...splitSqlDeep(value, line), { kind: "symbol", value: ";", line }];
  });
}
