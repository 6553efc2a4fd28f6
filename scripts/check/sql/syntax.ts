import { Buffer } from "node:buffer";
import { loadModule, parsePlPgSQLSync, parseSync, scanSync } from "libpg-query";

// The parser of PostgreSQL itself, as WebAssembly.
await loadModule();

/** A node of PostgreSQL's parse tree: its kind, and what it consists of. */
export interface SqlNode {
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A statement of a file. */
export interface SqlStatement {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Every node of its tree, itself first. */
  readonly nodes: readonly SqlNode[];
}

/** A piece of SQL as PostgreSQL's scanner sees it; comments are left out. */
export interface SqlToken {
  readonly text: string;
  readonly line: number;
  readonly isWord: boolean;
}

/**
 * The statements of a file.
 * @throws {Error} with PostgreSQL's words when it is no SQL
 */
export function parseSql(text: string): SqlStatement[] {
  const bytes = Buffer.from(text);
  return (parseSync(text).stmts ?? []).map(
    ({ stmt, stmt_location: start = 0, stmt_len: length }) => {
      const end = length === undefined ? undefined : start + length;
      const piece = bytes.subarray(start, end).toString();
      const lead = /^(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(piece)?.[0] ?? "";
      const line = countLines(bytes.subarray(0, start).toString()) + countLines(lead) + 1;
      return { text: piece, line, nodes: listNodes(stmt) };
    },
  );
}

/** The queries in the body of a function or block in PL/pgSQL, with the line of each in it. */
export function listPlpgsqlQueries(statement: string): { query: string; line: number }[] {
  const queries: { query: string; line: number }[] = [];
  const visit = (value: unknown, line: number): void => {
    if (typeof value !== "object" || value === null) return;
    const lineno = "lineno" in value && typeof value.lineno === "number" ? value.lineno : line;
    if ("query" in value && typeof value.query === "string") {
      queries.push({ query: value.query, line: lineno });
    }
    for (const child of Object.values(value)) visit(child, lineno);
  };
  visit(parsePlPgSQLSync(statement), 1);
  return queries;
}

/** The tokens of a text, the inside of dollar quotes included. */
export function scanSqlDeep(text: string, firstLine = 1): SqlToken[] {
  const bytes = Buffer.from(text);
  let [line, seen] = [firstLine, 0];
  return scanSync(text).tokens.flatMap(({ start, end, tokenName, keywordKind }): SqlToken[] => {
    line += countLines(bytes.subarray(seen, start).toString());
    seen = start;
    const piece = bytes.subarray(start, end).toString();
    if (/COMMENT/.test(tokenName)) return [];
    const body = readDollarQuoted(piece);
    if (body !== undefined) return scanSqlDeep(body, line);
    const isWord = (tokenName === "IDENT" || keywordKind !== 0) && !piece.startsWith('"');
    return [{ text: piece, line, isWord }];
  });
}

/** The texts in dollar quotes, outermost first. */
export function listDollarQuoted(text: string): { text: string; line: number }[] {
  const bytes = Buffer.from(text);
  return scanSync(text).tokens.flatMap(({ start, end }) => {
    const body = readDollarQuoted(bytes.subarray(start, end).toString());
    if (body === undefined) return [];
    return [{ text: body, line: countLines(bytes.subarray(0, start).toString()) + 1 }];
  });
}

function readDollarQuoted(token: string): string | undefined {
  return /^(\$(?:[A-Za-z_]\w*)?\$)([\s\S]*)\1$/.exec(token)?.[2];
}

function listNodes(tree: unknown): SqlNode[] {
  if (Array.isArray(tree)) return tree.flatMap(listNodes);
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([kind, value]) => {
    const isNode = /^[A-Z]/.test(kind) && typeof value === "object" && value !== null;
    return isNode ? [{ kind, value }, ...listNodes(value)] : listNodes(value);
  });
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
