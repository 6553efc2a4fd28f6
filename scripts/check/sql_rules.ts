import type { Finding } from "./check.ts";
import type { SqlFile } from "./sql_files.ts";
import { splitSql, splitSqlDeep, type SqlToken } from "./sql_tokens.ts";

/** Unquoted words are lower case: keywords by agreement, names because PostgreSQL folds them anyway. */
export function findUpperCase({ file, text }: SqlFile): Finding[] {
  const wordsByLine = new Map<number, string[]>();
  for (const { kind, value, line } of splitSqlDeep(text)) {
    if (kind !== "word" || !/[A-Z]/.test(value)) continue;
    wordsByLine.set(line, [...wordsByLine.get(line) ?? [], value]);
  }
  return [...wordsByLine].map(([line, words]) => ({
    file,
    line,
    message: `write in lower case: ${words.join(" ")}`,
  }));
}

/** UPDATE and DELETE say which rows: hosted, safeupdate refuses them otherwise, in functions too. */
export function findUnboundedChanges({ file, text }: SqlFile): Finding[] {
  const tokens = splitSqlDeep(text);
  return tokens.flatMap((token, index) => {
    if (!startsDelete(tokens, index) && !startsUpdate(tokens, index)) return [];
    if (hasWhere(tokens, index)) return [];
    return [{ file, line: token.line, message: `${token.value} without where touches every row` }];
  });
}

/** Every function fixes its search path and is commented in the file that creates it. */
export function findBareFunctions({ file, text }: SqlFile): Finding[] {
  const tokens = splitSql(text);
  const commented = new Set(
    tokens.flatMap((_, index) =>
      readWords(tokens, index, 3).join(" ") === "comment on function"
        ? [readName(tokens, index + 3)]
        : []
    ),
  );
  return tokens.flatMap((token, index) => {
    const start = findCreatedFunction(tokens, index);
    if (start === undefined) return [];
    const name = readName(tokens, start);
    const end = tokens.findIndex(({ kind, value }, at) =>
      at > start && kind === "symbol" && value === ";"
    );
    const statement = tokens.slice(start, end === -1 ? undefined : end)
      .filter(({ kind }) => kind !== "body")
      .map(({ kind, value }) => kind === "text" ? `'${value}'` : value).join(" ");
    const findings: Finding[] = [];
    if (!/ set search_path (?:=|to) ''/.test(statement)) {
      findings.push({ file, line: token.line, message: `${name} lacks set search_path = ''` });
    }
    if (!commented.has(name)) {
      findings.push({ file, line: token.line, message: `${name} has no comment on function` });
    }
    return findings;
  });
}

function startsDelete(tokens: readonly SqlToken[], index: number): boolean {
  return readWords(tokens, index, 2).join(" ") === "delete from";
}

/** Words before `update` where it names a right, an event, a lock or the other half of an upsert. */
const NOT_A_STATEMENT = ["after", "before", "do", "for", "instead", "key", "of", "on", "or"];

function startsUpdate(tokens: readonly SqlToken[], index: number): boolean {
  if (readWords(tokens, index, 1)[0] !== "update") return false;
  const before = tokens[index - 1];
  if (before?.kind === "word" && NOT_A_STATEMENT.includes(before.value)) return false;
  const statement = tokens.slice(index + 1, index + 10);
  const end = statement.findIndex(({ kind, value }) => kind === "symbol" && /[;()]/.test(value));
  return statement.slice(0, end === -1 ? undefined : end)
    .some(({ kind, value }, at) => at > 0 && kind === "word" && value === "set");
}

function hasWhere(tokens: readonly SqlToken[], start: number): boolean {
  let depth = 0;
  for (const { kind, value } of tokens.slice(start)) {
    if (kind === "word" && value === "where" && depth === 0) return true;
    if (kind !== "symbol") continue;
    if (value === "(") depth += 1;
    if (value === ")") depth -= 1;
    if (value === ";" || depth < 0) return false;
  }
  return false;
}

function findCreatedFunction(tokens: readonly SqlToken[], index: number): number | undefined {
  const words = readWords(tokens, index, 4).join(" ");
  if (words.startsWith("create or replace function")) return index + 4;
  return words.startsWith("create function") ? index + 2 : undefined;
}

function readWords(tokens: readonly SqlToken[], index: number, count: number): string[] {
  return tokens.slice(index, index + count).map(({ kind, value }) => kind === "word" ? value : "");
}

/** A name with its schema: words joined by points, up to the parenthesis. */
function readName(tokens: readonly SqlToken[], start: number): string {
  const end = tokens.findIndex(({ value }, at) => at >= start && value === "(");
  return tokens.slice(start, end).map(({ value }) => value).join("");
}
