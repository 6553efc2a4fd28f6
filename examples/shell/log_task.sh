#!/bin/sh
# Logs a finished piece of work in one request, then reads it back. A log that cannot be written is a
# line on standard error and never fails the job.
# NIGHTSHIFT_URL is https://PROJECT.supabase.co/functions/v1/autonomous-tasks,
# NIGHTSHIFT_TOKEN an ingest token of the scope "tasks". RUN_ID names the run, if it has a name: the key
# makes repetitions harmless, so each run needs another.
set -eu

key="import-${RUN_ID:-$(date +%s)-$$}"

curl --fail-with-body --silent --show-error --max-time 60 --retry 3 "$NIGHTSHIFT_URL/tasks" \
  --header "Authorization: Bearer $NIGHTSHIFT_TOKEN" \
  --header "Content-Type: application/json" \
  --header "Idempotency-Key: $key" \
  --data '{"task_type": "email_sync", "status": "completed", "agent_name": "log_task.sh", "output_data": {"rows": 42}}' ||
  echo "The run was not logged." >&2
echo

curl --fail-with-body --silent --show-error --max-time 60 \
  "$NIGHTSHIFT_URL/tasks?agent_name=log_task.sh&limit=1" \
  --header "Authorization: Bearer $NIGHTSHIFT_TOKEN" || echo "The log could not be read." >&2
echo
