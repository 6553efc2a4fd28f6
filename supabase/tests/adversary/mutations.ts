/** Old, hostile forms of single objects: what the adversary must find. */

/** Recreates a function with a part of its text replaced; fails when the part is not there. */
const change = (signature: string, from: string, to: string) => `
  do $mutation$
  declare
    v_old constant text := pg_get_functiondef('${signature}'::regprocedure);
  begin
    if position($from$${from}$from$ in v_old) = 0 then
      raise exception 'The part to change is not in ${signature.replaceAll("'", "")}.';
    end if;
    execute replace(v_old, $from$${from}$from$, $to$${to}$to$);
  end
  $mutation$`;

/** What is changed in the database, and what the report of the adversary must say of it. */
interface Mutation {
  readonly what: string;
  readonly statement: string;
  readonly found: RegExp;
}

export const MUTATIONS: readonly Mutation[] = [
  {
    what: "members may rewrite the rows of the runner",
    statement: `drop policy "Workspace isolation: writers log" on public.autonomous_tasks;
     create policy "Workspace isolation: writers log" on public.autonomous_tasks
       for all to authenticated
       using (workspace_id in (select nightshift.my_writable_workspaces()))
       with check (workspace_id in (select nightshift.my_writable_workspaces()))`,
    found: /moved, rewrote or removed the row/,
  },
  {
    what: "rows may move between workspaces",
    statement: "drop trigger zz_keep_identity on public.autonomous_tasks",
    found: /moved, rewrote or removed the row|changed foreign rows/,
  },
  {
    what: "a report counts the rows of the log that name the run",
    statement: change(
      "nightshift.report_run(uuid, timestamptz)",
      "from nightshift.run_workspaces w\n  where w.run_id = p_run_id",
      `from (select t.workspace_id, 1::bigint as processed, 0::bigint as failed
         from public.autonomous_tasks t where t.input_data ->> 'run_id' = p_run_id::text) w`,
    ),
    found: /counts of a run/,
  },
  {
    what: "the end of a run waits for a workspace that is being deleted",
    statement: change("nightshift.hold_run_workspaces(uuid)", "skip locked", ""),
    found: /lock timeout/,
  },
  {
    what: "members see all workspaces",
    statement: `create or replace function nightshift.my_workspaces() returns setof uuid
     language sql stable security definer set search_path = ''
     as $$ select w.id from public.workspaces w $$`,
    found: /read rows of|counted foreign rows/,
  },
];
