import { match, rejects } from "node:assert/strict";
import { lintFunctions, runAdvisors } from "../../../scripts/lib/supabase_cli.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

testOnPostgres("the Supabase advisors find nothing to warn about", async ({ url, sql }) => {
  await runAdvisors(url);

  await sql`create table public.open_to_all (id uuid)`;
  await rejects(runAdvisors(url), (error: Error) => {
    match(error.message, /rls_disabled_in_public|RLS/);
    return true;
  });
});

testOnPostgres("plpgsql_check finds nothing wrong in any function", async ({ url, connect }) => {
  const admin = connect({ role: "supabase_admin" });
  await admin`create extension if not exists plpgsql_check with schema extensions`;
  await lintFunctions(url);

  await admin`create function public.broken() returns integer language plpgsql as $$ begin return missing; end $$`;
  await rejects(lintFunctions(url), (error: Error) => {
    match(error.message, /broken/);
    return true;
  });
});
