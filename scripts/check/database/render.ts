import type { Catalog, Domain, Relation, Routine } from "./catalog.ts";
import { type Theme, THEMES } from "./themes.ts";

const NOTE = "Generated from a migrated database by `deno task ok --write`. Do not edit by hand.";

/** A page of the reference: its file name and its Markdown. */
export type Page = readonly [file: string, text: string];

/**
 * The pages of the database reference and their index, `README.md`.
 * @throws {Error} when an object is on no page, which means that no migration creates it by name
 */
export function renderCatalog(catalog: Catalog, themes: ReadonlyMap<string, Theme>): Page[] {
  const everything = [...catalog.relations, ...catalog.functions, ...catalog.domains];
  const lost = everything.filter(({ name }) => !themes.has(name)).map(({ name }) => name);
  if (lost.length > 0) throw new Error(`no migration creates ${lost.join(", ")} by name`);
  const pages = THEMES.map((theme) => {
    const isHere = ({ name }: { name: string }) => themes.get(name) === theme;
    return {
      theme,
      relations: catalog.relations.filter(isHere),
      functions: catalog.functions.filter(isHere),
      domains: catalog.domains.filter(isHere),
    };
  });
  return [
    ["README.md", renderIndex(pages)],
    ...pages.map((page): Page => [`${page.theme.file}.md`, renderPage(page)]),
  ];
}

interface PageContent extends Catalog {
  readonly theme: Theme;
}

function renderIndex(pages: readonly PageContent[]): string {
  const head = [
    "# Database reference",
    "For everybody who queries the tables or changes the SQL. `public` holds what you query, " +
    "`nightshift` the machinery, which the REST API does not expose.",
    NOTE,
  ];
  const list = pages.map(({ theme, relations, functions }) => {
    const tables = relations.map(({ name }) => `\`${name}\``).join(", ");
    const count = `${functions.length} function${functions.length === 1 ? "" : "s"}`;
    return `- [${theme.title}](${theme.file}.md): ${[tables, count].filter(Boolean).join("; ")}`;
  });
  return `${head.join("\n\n")}\n\n${list.join("\n")}\n`;
}

function renderPage({ theme, relations, functions, domains }: PageContent): string {
  const parts = [
    `# ${theme.title}`,
    `For everybody who queries the tables or changes the SQL. ${theme.intro} ${NOTE}`,
    ...domains.map(renderDomain),
    ...relations.map(renderRelation),
    ...(functions.length > 0 ? ["## Functions", functions.map(renderRoutine).join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function renderDomain({ name, type, comment, constraints }: Domain): string {
  const lines = constraints.map((constraint) => `- ${renderConstraint(constraint)}`);
  return [`## ${name}`, sentence("domain", `over \`${type}\``, comment), ...joined(lines)]
    .join("\n\n");
}

function renderRelation(relation: Relation): string {
  const { name, kind, comment, columns, policies, grants } = relation;
  const facts = [
    ...(relation.unlogged ? ["unlogged"] : []),
    ...(kind === "table" && !relation.row_security ? ["without row level security"] : []),
    ...relation.options.map((option) => `\`${option}\``),
  ].join(", ");
  const lists: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Columns", columns.map(renderColumn)],
    ["Constraints", relation.constraints.map(renderConstraint)],
    ["Indexes", relation.indexes.map((index) => code(index.replace(/^CREATE /, "").trim()))],
    ["Policies", policies.map(renderPolicy)],
    ["Triggers", relation.triggers.map(code)],
    ["Grants", Object.entries(grants).map(([role, rights]) => `\`${role}\`: ${rights}`)],
  ];
  return [
    `## ${name}`,
    sentence(kind, facts, comment),
    ...lists.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : [`${title}:`, ...joined(lines.map((line) => `- ${line}`))]
    ),
  ].join("\n\n");
}

function renderColumn(column: Relation["columns"][number]): string {
  const facts = [
    `\`${column.name}\` ${column.type}`,
    ...(column.not_null ? ["not null"] : []),
    ...(column.identity ? ["identity"] : []),
    ...(column.default === null
      ? []
      : [`${column.generated ? "generated as" : "default"} ${code(column.default)}`]),
  ].join(", ");
  return column.comment === null ? facts : `${facts}: ${flat(column.comment)}`;
}

function renderConstraint({ name, definition }: Domain["constraints"][number]): string {
  return `\`${name}\`: ${code(definition)}`;
}

function renderPolicy({ name, command, roles, using, check }: Relation["policies"][number]) {
  const clauses = [
    `${command.toLowerCase()} by ${roles.map((role) => `\`${role}\``).join(", ")}`,
    ...(using === null ? [] : [`using ${code(using)}`]),
    ...(check === null ? [] : [`with check ${code(check)}`]),
  ];
  return `"${name}": ${clauses.join(", ")}`;
}

function renderRoutine(routine: Routine): string {
  const { name, arguments: args, result, comment, callers } = routine;
  const facts = [
    routine.volatility,
    ...(routine.security_definer ? ["security definer"] : []),
    callers.length === 0
      ? "called by its owner only"
      : `callable by ${callers.map((role) => `\`${role}\``).join(", ")}`,
  ].join(", ");
  const signature = code(`${name}(${args})${result === null ? "" : ` returns ${result}`}`);
  return `- ${signature}: ${comment === null ? "" : `${flat(comment)} `}(${facts})`;
}

function sentence(kind: string, facts: string, comment: string | null): string {
  const head = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${
    facts === "" ? "" : `, ${facts}`
  }.`;
  return comment === null ? head : `${head} ${flat(comment)}`;
}

/** Lines of one list, as one paragraph; none for an empty list. */
function joined(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A code span, also of text with backticks in it. */
function code(text: string): string {
  const line = flat(text);
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}
