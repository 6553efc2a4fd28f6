import { deepStrictEqual, match, rejects } from "node:assert/strict";
import { lintFunctions, listAdvice } from "../../../scripts/lib/testing/supabase_advice.ts";
import { testOnPostgres } from "../../../scripts/local/testing/test_database.ts";

/**
 * The contract has three policies on the log: members read, writers do everything on what they may
 * write, the service does everything. So a writer's read is decided by two of them.
 */
const TWO_POLICIES_OF_THE_CONTRACT = "multiple_permissive_policies: Table " +
  "`public.autonomous_tasks` has multiple permissive policies for role `authenticated` for action " +
  '`SELECT`. Policies include `{"Workspace isolation: members read","Workspace isolation: writers log"}`';

/**
 * A procedure that commits may set nothing. This one is nobody's but its owner's, runs with the
 * rights of its caller, and calls functions by their full names only.
 */
const ONE_PROCEDURE_THAT_COMMITS =
  "function_search_path_mutable: Function `nightshift.work` has a role mutable search_path";

testOnPostgres(
  "the Supabase advisors warn of nothing but two things that cannot be otherwise",
  async ({ url, sql }) => {
    const list = async () =>
      (await listAdvice(url)).map(({ name, detail }) => `${name}: ${detail}`).sort();
    deepStrictEqual(await list(), [ONE_PROCEDURE_THAT_COMMITS, TWO_POLICIES_OF_THE_CONTRACT]);

    await sql`create table public.open_to_all (id uuid)`;
    await sql`grant select on public.open_to_all to anon`;
    deepStrictEqual((await list()).map((line) => line.split(":")[0]), [
      "function_search_path_mutable",
      "multiple_permissive_policies",
      "rls_disabled_in_public",
    ]);
  },
);

testOnPostgres("plpgsql_check finds nothing wrong in any function", async ({ url, connect }) => {
  const admin = connect({ role: "supabase_admin" });
  await admin`create extension if not exists plpgsql_check with schema extensions`;
  await lintFunctions(url);

  await admin`create function public.broken() returns integer language plpgsql as $$ begin return missing; end $$`;
  await rejects(lintFunctions(url), (error: Error) => {
    match(error.message, /broken/);
    return true;
  });
}, { needs: ["plpgsql_check"] });
