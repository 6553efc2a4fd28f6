import { deepEqual, equal, match, throws } from "node:assert/strict";
import type { Catalog } from "./catalog.ts";
import { renderCatalog } from "./render.ts";
import { assignThemes } from "./themes.ts";

const catalog: Catalog = {
  relations: [{
    name: "public.workspaces",
    kind: "table",
    unlogged: false,
    row_security: false,
    options: [],
    comment: "The tenants.",
    columns: [
      {
        name: "id",
        type: "uuid",
        not_null: true,
        identity: false,
        generated: false,
        default: "gen_random_uuid()",
        comment: "the key",
      },
      {
        name: "area",
        type: "integer",
        not_null: false,
        identity: false,
        generated: true,
        default: "(width *\n   height)",
        comment: null,
      },
    ],
    constraints: [{ name: "workspaces_pkey", definition: "PRIMARY KEY (id)" }],
    indexes: ["CREATE INDEX by_name (name)"],
    policies: [{
      name: "members see it",
      command: "SELECT",
      roles: ["authenticated"],
      using: "true",
      check: null,
    }],
    triggers: ["stamp BEFORE INSERT ON public.workspaces"],
    grants: { authenticated: "select" },
  }],
  functions: [{
    name: "nightshift.tick",
    arguments: "p_now timestamp with time zone",
    result: "integer",
    volatility: "volatile",
    security_definer: true,
    comment: "Runs\n  once.",
    callers: ["service_role"],
  }],
  domains: [],
};

const MIGRATIONS = [
  { name: "extensions", text: "create schema nightshift;" },
  { name: "workspaces", text: "  create table if not exists public.workspaces (id uuid);" },
  { name: "claim", text: "create or replace function nightshift.tick(p_now timestamptz)" },
  { name: "later", text: "create or replace function nightshift.tick(p_now timestamptz)" },
];

Deno.test("an object is on the page of the first migration that creates it", () => {
  const pages = assignThemes(MIGRATIONS);
  deepEqual(
    [...pages].map(([name, theme]) => [name, theme.file]),
    [["public.workspaces", "workspaces"], ["nightshift.tick", "runs"]],
  );
});

Deno.test("a page has columns, constraints, policies and grants, one a line", () => {
  const pages = new Map(renderCatalog(catalog, assignThemes(MIGRATIONS)));
  const page = pages.get("workspaces.md") ?? "";
  match(page, /^## public\.workspaces\n\nTable, without row level security\. The tenants\.$/m);
  match(page, /^- `id` uuid, not null, default `gen_random_uuid\(\)`: the key$/m);
  match(page, /^- `area` integer, generated as `\(width \* height\)`$/m);
  match(page, /^- `workspaces_pkey`: `PRIMARY KEY \(id\)`$/m);
  match(page, /^- `INDEX by_name \(name\)`$/m);
  match(page, /^- "members see it": select by `authenticated`, using `true`$/m);
  match(page, /^- `authenticated`: select$/m);
});

Deno.test("a function has its signature, its comment and its callers", () => {
  const pages = new Map(renderCatalog(catalog, assignThemes(MIGRATIONS)));
  match(
    pages.get("runs.md") ?? "",
    /^- `nightshift\.tick\(p_now .+\) returns integer`: Runs once\. \(volatile, security definer, callable by `service_role`\)$/m,
  );
  equal(pages.has("README.md"), true);
});

Deno.test("an object that no migration creates by name is an error, not a gap", () => {
  throws(
    () => renderCatalog(catalog, assignThemes(MIGRATIONS.slice(0, 2))),
    /no migration creates nightshift\.tick/,
  );
});
