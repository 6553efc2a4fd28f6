/** What a person does next with a project that was just deployed. */
export function describeNext(url: string): string {
  const functions = `${url}/functions/v1`;
  return `Deployed. Waiting emails are read every 30 minutes, and reconciliation runs every minute.

  Secret      in the SQL editor:
              select decrypted_secret from vault.decrypted_secrets where name = 'cron_secret'
  Workspace   insert into workspaces (name) values ('Mine') returning id
  Email in    curl -X POST "${functions}/inbound-email?workspace_id=$WORKSPACE_ID" \\
                -H "Authorization: Bearer $CRON_SECRET" -H "Content-Type: message/rfc822" \\
                --data-binary @email.eml
  Timeline    select * from task_timeline order by expected_at desc limit 10
  Monitor     ${functions}/continuous-intelligence/health
  More        docs/guides: operations, schedules, deploy (rotation, undo)`;
}
