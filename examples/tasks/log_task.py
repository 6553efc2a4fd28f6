"""Logs a piece of work as a task, with the Python standard library alone.

    with task("email_sync", agent_name="nightly import") as log:
        log.output = {"rows": 42}
        log.cost_usd = 0.0045

The environment says where to: NIGHTSHIFT_URL
(https://PROJECT.supabase.co/functions/v1/autonomous-tasks) and NIGHTSHIFT_TOKEN (an ingest token of
the scope "tasks").

Work that has begun is never harmed by its log: what cannot be stored is replaced, and an end that
cannot be logged is a line on standard error.
"""

import json
import math
import os
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

MAX_OUTPUT_BYTES = 250_000
MAX_DEPTH = 24
MAX_MESSAGE_UNITS = 10_000
MAX_EXACT_INTEGER = 2**53 - 1


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
        data=json.dumps(body, allow_nan=False).encode(),
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
    start = {"task_type": task_type, "status": "running", **storable(fields)}
    log = Log(post("/tasks", start)["id"])
    try:
        yield log
    except BaseException as error:
        message = beginning(storable(describe(error) or type(error).__name__))
        _end(log, "fail", {"error_message": message})
        raise
    _end(log, "complete", {})


def storable(value, parents=()):
    """The value as JSON that the API takes: no NaN, NUL, half emoji or circle; dates as ISO 8601."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= MAX_EXACT_INTEGER else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(value, (dict, list, tuple, set, frozenset)):
        if id(value) in parents or len(parents) >= MAX_DEPTH:
            return "…"
        parents = (*parents, id(value))
        if isinstance(value, dict):
            return {storable(describe(key)): storable(item, parents) for key, item in value.items()}
        return [storable(item, parents) for item in value]
    return storable(value.isoformat() if hasattr(value, "isoformat") else describe(value))


def beginning(text):
    """As much of a text as a message may have: counted in UTF-16, where an emoji is two."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * MAX_MESSAGE_UNITS]
    return units.decode("utf-16-le", "ignore")


def describe(value):
    """The value as text, also when it cannot say what it is."""
    try:
        return str(value)
    except Exception:
        return type(value).__name__


def _end(log, step, body):
    """Tells the end with all that is known, else with what went wrong, else on standard error."""
    path = f"/tasks/{log.id}/{step}"
    try:
        post(path, {**body, **_facts(log)})
    except Exception as problem:
        note = f"The output could not be logged: {_explain(problem)}"
        try:
            post(path, {**body, "output_data": {"note": note[:1_000]}})
        except Exception as second:
            print(f"Task {log.id} was not logged: {_explain(second)}", file=sys.stderr)


def _facts(log):
    facts = {}
    if log.output is not None:
        output = storable(log.output)
        size = len(json.dumps(output).encode())
        too_large = {"note": f"The output has {size} bytes, too many to store."}
        facts["output_data"] = output if size <= MAX_OUTPUT_BYTES else too_large
    if log.cost_usd is not None:
        cost = float(log.cost_usd)
        if math.isfinite(cost) and cost >= 0:
            facts["cost_estimate_usd"] = cost
    return facts


def _explain(problem):
    if isinstance(problem, urllib.error.HTTPError):
        return storable(f"{problem} {problem.read(2_000).decode('utf-8', 'replace')}")
    return storable(describe(problem))


if __name__ == "__main__":
    with task("email_sync", agent_name="log_task.py") as example:
        example.output = {"rows": 42}
        example.cost_usd = 0.0045
    print(example.id)
