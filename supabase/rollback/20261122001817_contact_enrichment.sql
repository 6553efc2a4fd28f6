-- Undoes the task type contact_enrichment of the database worker.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types where task_type = 'contact_enrichment';
  end if;
end
$$;
drop function if exists nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.contact_enrichment_due(uuid, integer, timestamptz);
drop function if exists nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz);
drop function if exists nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.enrich_piece(uuid, integer, timestamptz);
drop function if exists nightshift.list_emails_of_members(uuid, integer);
drop function if exists nightshift.take_due_days(uuid, integer);
drop function if exists nightshift.take_due_emails(uuid, integer);
drop function if exists nightshift.take_earlier_emails(uuid, integer);
drop function if exists nightshift.take_contact_turn(uuid);
drop function if exists nightshift.drop_empty_contacts(uuid[]);
