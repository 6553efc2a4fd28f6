/** Who takes part: two honest workspaces, and four hostile callers with what is theirs. */
import type postgres from "postgres";

/** Workspaces: in the first honest one are a hostile member and a viewer, in the second nobody. */
export const WORKSPACES = {
  shared: "a0000000-0000-4000-8000-000000000001",
  quiet: "a0000000-0000-4000-8000-000000000002",
  ofMember: "b0000000-0000-4000-8000-000000000001",
  ofViewer: "b0000000-0000-4000-8000-000000000002",
  ofStranger: "b0000000-0000-4000-8000-000000000003",
} as const;

/** The workspaces whose emails must be settled, whatever the others do. */
export const HONEST = [WORKSPACES.shared, WORKSPACES.quiet] as const;

const USERS = {
  honest: "c0000000-0000-4000-8000-000000000001",
  member: "c0000000-0000-4000-8000-000000000002",
  viewer: "c0000000-0000-4000-8000-000000000003",
  stranger: "c0000000-0000-4000-8000-000000000004",
} as const;

/** Somebody hostile. The token belongs to the workspace of the member. */
export type Persona = "member" | "viewer" | "stranger" | "token";

export const PERSONAS: readonly Persona[] = ["member", "viewer", "stranger", "token"];

/** What a persona owns, and what it must not change and must not read. */
export interface Reach {
  readonly userId: string | null;
  readonly own: string;
  readonly unwritable: readonly string[];
  readonly unreadable: readonly string[];
}

const { shared, quiet, ofMember, ofViewer, ofStranger } = WORKSPACES;

export const REACH: Readonly<Record<Persona, Reach>> = {
  member: {
    userId: USERS.member,
    own: ofMember,
    unwritable: [quiet, ofViewer, ofStranger],
    unreadable: [quiet, ofViewer, ofStranger],
  },
  viewer: {
    userId: USERS.viewer,
    own: ofViewer,
    unwritable: [shared, quiet, ofMember, ofStranger],
    unreadable: [quiet, ofMember, ofStranger],
  },
  stranger: {
    userId: USERS.stranger,
    own: ofStranger,
    unwritable: [shared, quiet, ofMember, ofViewer],
    unreadable: [shared, quiet, ofMember, ofViewer],
  },
  token: {
    userId: null,
    own: ofMember,
    unwritable: [shared, quiet, ofViewer, ofStranger],
    unreadable: [shared, quiet, ofViewer, ofStranger],
  },
};

/** SHA-256 of the tokens of the workspace of the member. */
export const TOKEN_HASHES = { tasks: "1".repeat(64), ping: "2".repeat(64) } as const;

/** The text that marks what belongs to a workspace. */
export const sentinelOf = (workspaceId: string) => `sentinel ${workspaceId}`;

/** Ids of a row that belongs to a workspace: its task, its email, its invitation, its job. */
export const rowOf = (kind: "task" | "email" | "invitation" | "job", workspaceId: string) =>
  `${{ task: "e", email: "f", invitation: "d", job: "c" }[kind]}${workspaceId.slice(0, 1)}${
    workspaceId.slice(2)
  }`;

const SCHEDULE = "continuous-intelligence";
/** An agent that members may ask. It is paused, so nothing of the project follows from asking. */
export const AGENT = "asked";
const list = (ids: readonly string[]) => ids.map((id) => `'${id}'::uuid`).join(", ");
const ALL = Object.values(WORKSPACES);

/** Done once in a database: the secrets of dispatches, and what compares rows. */
export async function prepareDatabase(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    delete from vault.secrets s where s.name in ('project_url', 'cron_secret');
    select vault.create_secret('https://project.example.com/', 'project_url');
    select vault.create_secret('the cron secret', 'cron_secret');
    insert into public.task_schedules (name, task_type, target, enabled, enqueue_policy)
      values ('${AGENT}', 'data_cleanup', 'asked', false, 'members');
    create schema adversary;
    -- Everything that these workspaces own, in one text.
    create function adversary.owned_by(p_ids uuid[]) returns text language sql stable as $$
      select md5(coalesce(string_agg(r.row, ';' order by r.row), '')) from (
        select t::text as row from public.autonomous_tasks t
          where t.workspace_id = any (p_ids) or t.workspace_id is null
        union all select e::text from public.client_emails e where e.workspace_id = any (p_ids)
        union all select i::text from public.email_intelligence i where i.workspace_id = any (p_ids)
        union all select w::text from public.workspaces w where w.id = any (p_ids)
        union all select m::text from public.workspace_members m where m.workspace_id = any (p_ids)
        union all select b::text from public.workspace_budgets b where b.workspace_id = any (p_ids)
        union all select a::text from public.analyzer_choices a where a.workspace_id = any (p_ids)
        union all select u::text from public.ai_usage u where u.workspace_id = any (p_ids)
        union all select v::text from nightshift.invitations v where v.workspace_id = any (p_ids)
        union all select (to_jsonb(k) - 'last_used_at')::text from nightshift.ingest_tokens k
          where k.workspace_id = any (p_ids)
        union all select q::text from nightshift.email_queue q where q.workspace_id = any (p_ids)
        union all select j::text from nightshift.jobs j where j.workspace_id = any (p_ids)
        union all select l::text from nightshift.task_lines l where l.workspace_id = any (p_ids)
        union all select n::text from nightshift.intake_days n where n.workspace_id = any (p_ids)
        union all select r::text from nightshift.run_workspaces r where r.workspace_id = any (p_ids)
        union all select l::text from nightshift.run_leases l
        union all select d::text from public.task_dispatches d
        union all select s::text from public.task_schedules s
        union all select c::text from public.analyzer_admissions c
      ) r
    $$;
    -- Rows that nobody may rewrite or move, in workspaces that are still there.
    create function adversary.fixed_rows() returns jsonb language sql stable as $$
      select coalesce(jsonb_object_agg(t.id, case
          when exists (select from nightshift.run_workspaces w where w.task_id = t.id)
            then md5(t::text)
          else concat_ws(' ', t.workspace_id, t.task_type, t.created_at) end), '{}')
      from public.autonomous_tasks t where t.workspace_id is not null
    $$;
    grant usage on schema adversary to service_role;
  `);
}

/** The state that every sequence starts from, at a time of the schedule. */
export async function resetWorld(sql: postgres.Sql, now: Date): Promise<void> {
  const at = `'${now.toISOString()}'::timestamptz`;
  await sql.unsafe(`
    delete from public.workspaces where true;
    delete from public.task_dispatches where true;
    delete from public.autonomous_tasks where true;
    delete from nightshift.run_leases where true;
    delete from nightshift.reconcile_steps where true;
    delete from nightshift.schedule_watermarks where true;
    delete from nightshift.rate_counters where true;
    delete from nightshift.alerts where true;
    delete from net.http_request_queue where true;
    delete from net._http_response where true;
    delete from auth.users where true;
    insert into auth.users (id, email, email_confirmed_at)
      select u.id, u.name || '@example.com', now() from (values ${
    Object.entries(USERS).map(([name, id]) => `('${name}', '${id}'::uuid)`).join(", ")
  }) u (name, id);
    insert into public.workspaces (id, name)
      select w.id, 'sentinel ' || w.id from unnest(array[${list(ALL)}]) w (id);
    insert into public.workspace_members (workspace_id, user_id, role) values
      ('${shared}', '${USERS.honest}', 'owner'), ('${quiet}', '${USERS.honest}', 'owner'),
      ('${shared}', '${USERS.member}', 'member'), ('${shared}', '${USERS.viewer}', 'viewer'),
      ('${ofMember}', '${USERS.member}', 'owner'), ('${ofViewer}', '${USERS.viewer}', 'owner'),
      ('${ofStranger}', '${USERS.stranger}', 'owner');
    insert into public.autonomous_tasks (id, workspace_id, task_type, status, input_data) values ${
    ALL.map((id) =>
      `('${rowOf("task", id)}', '${id}', 'data_cleanup', 'running', '{"is": "${sentinelOf(id)}"}')`
    ).join(", ")
  };
    insert into public.autonomous_tasks (id, workspace_id, task_type, agent_name) values ${
    ALL.map((id) => `('${rowOf("job", id)}', '${id}', 'data_cleanup', '${AGENT}')`).join(", ")
  };
    insert into nightshift.jobs
      (task_id, schedule_id, workspace_id, key, payload, run_at, state, max_attempts)
      select j.id, s.id, j.workspace_id, 'k', to_jsonb(j.payload), ${at}, 'ready', 3
      from public.task_schedules s, (values ${
    ALL.map((id) => `('${rowOf("job", id)}'::uuid, '${id}'::uuid, '${sentinelOf(id)}')`).join(", ")
  }) j (id, workspace_id, payload) where s.name = '${AGENT}';
    insert into public.client_emails
      (id, workspace_id, provider_message_id, subject, direction) values ${
    ALL.map((id) =>
      `('${rowOf("email", id)}', '${id}', 'outbound', '${sentinelOf(id)}', 'outbound')`
    ).join(", ")
  };
    insert into nightshift.invitations (id, workspace_id, email, role) values ${
    ALL.map((id) => `('${rowOf("invitation", id)}', '${id}', 'x@${id}.example', 'viewer')`)
      .join(", ")
  };
    insert into public.workspace_budgets (workspace_id, daily_usd)
      select w.id, 1 from unnest(array[${list(ALL)}]) w (id);
    insert into nightshift.ingest_tokens
      (workspace_id, name, token_hash, scopes, task_types, requests_per_minute) values
      ('${ofMember}', 'tasks', '${TOKEN_HASHES.tasks}', '{tasks}', null, 60000),
      ('${ofMember}', 'ping', '${TOKEN_HASHES.ping}', '{ping}', '{data_cleanup}', 60000);
    update public.task_schedules set enabled = true, active_since = ${at}
      where name = '${SCHEDULE}';
  `);
}
