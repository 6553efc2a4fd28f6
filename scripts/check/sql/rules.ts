import type { Finding } from "../check.ts";
import type { SqlFile } from "../sql_files.ts";
import {
  listDollarQuoted,
  listPlpgsqlQueries,
  parseSql,
  scanSqlDeep,
  type SqlNode,
  type SqlStatement,
} from "./syntax.ts";

const MOST_COLUMNS = 120;
const MOST_BODY_LINES = 80;

/** Lines fit beside each other in a review. */
export function findLongLines({ file, text }: SqlFile): Finding[] {
  return text.split("\n").flatMap((line, index) => {
    const columns = [...line].length;
    if (columns <= MOST_COLUMNS) return [];
    return [{
      file,
      line: index + 1,
      message: `has ${columns} columns, more than ${MOST_COLUMNS}`,
    }];
  });
}

/** Unquoted words are lower case: keywords by agreement, names because PostgreSQL folds them. */
export function findUpperCase({ file, text }: SqlFile): Finding[] {
  // Lines that begin with a backslash are commands of psql.
  const sql = text.replaceAll(/^\\.*$/gm, "");
  const tokens = scanSqlDeep(sql);
  const words = tokens.filter(({ text, isWord }, index) =>
    // `%I` in dollar quotes is a mark of format().
    isWord && /[A-Z]/.test(text) && tokens[index - 1]?.text !== "%"
  );
  return [...Map.groupBy(words, ({ line }) => line)].map(([line, words]) => ({
    file,
    line,
    message: `write in lower case: ${words.map(({ text }) => text).join(" ")}`,
  }));
}

/** UPDATE and DELETE say which rows: hosted, safeupdate refuses anything else, in functions too. */
export function findUnboundedChanges({ file, text }: SqlFile): Finding[] {
  return parseSql(text).flatMap((statement) => findUnbounded(statement))
    .map(({ verb, line }) => ({ file, line, message: `${verb} without where touches every row` }));
}

function findUnbounded(statement: SqlStatement): { verb: string; line: number }[] {
  const own = statement.nodes.flatMap(({ kind, value }) => {
    const verb = { UpdateStmt: "update", DeleteStmt: "delete" }[kind];
    return verb === undefined || "whereClause" in value ? [] : [{ verb, line: statement.line }];
  });
  const shift = ({ verb, line }: { verb: string; line: number }, by: number) => ({
    verb,
    line: line + by - 1,
  });
  const inside = listInnerSql(statement).flatMap(({ text, line }) =>
    parseLeniently(text).flatMap(findUnbounded).map((found) => shift(found, line))
  );
  return [...own, ...inside.map((found) => shift(found, statement.line))];
}

/** SQL inside a statement: queries of PL/pgSQL, and other texts in dollar quotes. */
function listInnerSql(statement: SqlStatement): { text: string; line: number }[] {
  const quoted = listDollarQuoted(statement.text);
  if (!isPlpgsql(statement)) return quoted;
  const bodyLine = quoted[0]?.line ?? 1;
  return listPlpgsqlQueries(statement.text).flatMap(({ query, line }) => [
    { text: query, line: line + bodyLine - 1 },
    ...listDollarQuoted(query).map((inner) => ({
      ...inner,
      line: inner.line + line + bodyLine - 2,
    })),
  ]);
}

/** Expressions and texts that are no SQL hold no statement. */
function parseLeniently(text: string): SqlStatement[] {
  try {
    return parseSql(text);
  } catch {
    return [];
  }
}

/** Every function fixes its search path and is commented in the file that creates it. */
export function findBareFunctions({ file, text }: SqlFile): Finding[] {
  const statements = parseSql(text);
  const commented = new Set(statements.flatMap(({ nodes }) => nodes.map(readCommented)));
  return statements.flatMap(({ line, nodes: [node] }) => {
    if (node?.kind !== "CreateFunctionStmt") return [];
    const name = readName(node.value["funcname"]);
    const findings: Finding[] = [];
    // A procedure that commits may not set anything.
    if (node.value["is_procedure"] !== true && !fixesSearchPath(node)) {
      findings.push({ file, line, message: `${name} lacks set search_path = ''` });
    }
    if (!commented.has(name)) {
      findings.push({ file, line, message: `${name} has no comment` });
    }
    return findings;
  });
}

/** A body in PL/pgSQL that does not fit on two screens does more than one thing. */
export function findLongBodies({ file, text }: SqlFile): Finding[] {
  return parseSql(text).flatMap((statement) => {
    const lines = listDollarQuoted(statement.text)[0]?.text.trim().split("\n").length ?? 0;
    if (!isPlpgsql(statement) || lines <= MOST_BODY_LINES) return [];
    const name = readName(statement.nodes[0]?.value["funcname"]) || "the block";
    const message = `${name} has ${lines} lines, more than ${MOST_BODY_LINES}; split it by step`;
    return [{ file, line: statement.line, message }];
  });
}

function isPlpgsql({ nodes: [node] }: SqlStatement): boolean {
  if (node?.kind === "DoStmt") return true;
  return node?.kind === "CreateFunctionStmt" &&
    listOptions(node).some(({ name, argument }) =>
      name === "language" && JSON.stringify(argument).includes('"plpgsql"')
    );
}

function fixesSearchPath(node: SqlNode): boolean {
  return listOptions(node).some(({ name, argument }) => {
    const text = JSON.stringify(argument);
    return name === "set" && text.includes('"name":"search_path"') &&
      text.includes('"args":[{"A_Const":{"sval":{"sval":""}');
  });
}

function listOptions({ value }: SqlNode): { name: unknown; argument: unknown }[] {
  const options = Array.isArray(value["options"]) ? value["options"] : [];
  return options.map(({ DefElem }) => ({ name: DefElem?.defname, argument: DefElem?.arg ?? null }));
}

/** The function that a comment is for, undefined for every other node. */
function readCommented({ kind, value }: SqlNode): string | undefined {
  if (kind !== "CommentStmt") return undefined;
  if (!["OBJECT_FUNCTION", "OBJECT_PROCEDURE"].includes(String(value["objtype"]))) return undefined;
  const object = value["object"] as { ObjectWithArgs?: { objname?: unknown } };
  return readName(object.ObjectWithArgs?.objname);
}

/** `schema.name` of a list of strings. */
function readName(parts: unknown): string {
  return Array.isArray(parts) ? parts.map((part) => part?.String?.sval ?? "").join(".") : "";
}
