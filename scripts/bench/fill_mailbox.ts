import type { LocalDatabase } from "../local/database.ts";

/** Stores `mails` short emails, by turns in `workspaces` new workspaces, by one statement. */
export async function fillMailbox(
  database: LocalDatabase,
  { mails, workspaces }: { readonly mails: number; readonly workspaces: number },
): Promise<void> {
  await database.query(
    `with made as (
       insert into public.workspaces (name)
       select 'Workspace ' || n from generate_series(1, $2::integer) n
       returning id
     ), numbered as (
       select id, row_number() over (order by id) - 1 as position from made
     )
     insert into public.client_emails
       (workspace_id, provider_message_id, from_email, subject, body_text, received_at)
     select w.id, gen_random_uuid() || '@mail.example', 'ada@example.com', 'Order ' || n,
       'Could you send two boxes by Friday? The last delivery came late and we were not happy.',
       now() - make_interval(secs => n)
     from generate_series(1, $1::integer) n
     join numbered w on w.position = n % $2::integer`,
    [mails, workspaces],
  );
}
