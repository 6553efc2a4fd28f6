import { equal, match } from "node:assert/strict";
import { normalizeDump } from "./schema_dump.ts";

const dump = String.raw`--
-- PostgreSQL database dump
--

\restrict q1w2e3

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  -- A reason that stays.
  select 1
$$;


\unrestrict q1w2e3
`;

Deno.test("a dump keeps the schema and loses what changes without it", () => {
  equal(
    normalizeDump(dump).split("\n\n").slice(1).join("\n\n"),
    `CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SET search_path TO ''
    AS $$
  -- A reason that stays.
  select 1
$$;
`,
  );
});

Deno.test("two dumps of one schema are the same text", () => {
  const other = dump.replaceAll("q1w2e3", "r4t5y6").replaceAll("15.18", "15.19");
  equal(normalizeDump(other), normalizeDump(dump));
  match(normalizeDump(dump), /deno task ok --write/);
});
