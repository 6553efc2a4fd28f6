"""Logs a piece of work as a task, with the Python standard library alone.

    with task("email_sync", agent_name="nightly import") as log:
        log.output = {"rows": 42}
        log.cost_usd = 0.0045

The environment says where to: NIGHTSHIFT_URL (https://PROJECT.supabase.co/functions/v1/autonomous-tasks)
and NIGHTSHIFT_TOKEN (an ingest token of the scope "tasks").
"""

import json
import os
import urllib.request
from contextlib import contextmanager


class Log:
    """What the work tells about itself; written when it ends."""

    def __init__(self, task_id):
        self.id = task_id
        self.output = None
        self.cost_usd = None


def post(path, body):
    """Sends one request and returns the answer; raises urllib.error.HTTPError for a problem."""
    request = urllib.request.Request(
        os.environ["NIGHTSHIFT_URL"] + path,
        data=json.dumps(body).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["NIGHTSHIFT_TOKEN"],
            "Content-Type": "application/json",
        },
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


@contextmanager
def task(task_type, **fields):
    """Running at the start, completed at a good end, failed when the block raises."""
    log = Log(post("/tasks", {"task_type": task_type, "status": "running", **fields})["id"])
    try:
        yield log
    except BaseException as error:
        message = (str(error) or type(error).__name__)[:10_000]
        try:
            post(f"/tasks/{log.id}/fail", {"error_message": message, **_facts(log)})
        except OSError:
            pass  # The failure of the work matters more than that of the log.
        raise
    post(f"/tasks/{log.id}/complete", _facts(log))


def _facts(log):
    facts = {"output_data": log.output, "cost_estimate_usd": log.cost_usd}
    return {name: value for name, value in facts.items() if value is not None}


if __name__ == "__main__":
    with task("email_sync", agent_name="log_task.py") as example:
        example.output = {"rows": 42}
        example.cost_usd = 0.0045
    print(example.id)
