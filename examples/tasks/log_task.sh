#!/bin/sh
# Logs a finished piece of work in one request, then reads it back. The key makes a repetition harmless.
# NIGHTSHIFT_URL is https://PROJECT.supabase.co/functions/v1/autonomous-tasks,
# NIGHTSHIFT_TOKEN an ingest token of the scope "tasks".
set -eu

curl --fail-with-body --silent --show-error "$NIGHTSHIFT_URL/tasks" \
  --header "Authorization: Bearer $NIGHTSHIFT_TOKEN" \
  --header "Content-Type: application/json" \
  --header "Idempotency-Key: import-${RUN_ID:-1}" \
  --data '{"task_type": "email_sync", "status": "completed", "agent_name": "log_task.sh", "output_data": {"rows": 42}}'
echo

curl --fail-with-body --silent --show-error "$NIGHTSHIFT_URL/tasks?agent_name=log_task.sh&limit=1" \
  --header "Authorization: Bearer $NIGHTSHIFT_TOKEN"
echo
