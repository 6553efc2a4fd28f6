"""Logs tasks to Nightshift, reads them back and asks agents to do jobs. Python 3.9, no packages.

    import nightshift

    with nightshift.task("email_sync", agent_name="nightly import") as log:
        log.output = {"rows": import_rows()}
        log.add_cost(0.0045)

    @nightshift.task("email_sync", agent_name="nightly import")
    def import_all():
        return {"rows": import_rows()}

    for failed in nightshift.Nightshift().find_all(status="failed"):
        print(failed["agent_name"], failed["error_message"])

From a shell, `python3 nightshift.py -- ./backup.sh` runs a command and logs how it ended. Installed
with pip, it is called `nightshift-run`.

The environment says where to: NIGHTSHIFT_URL
(https://PROJECT.supabase.co/functions/v1/autonomous-tasks) and NIGHTSHIFT_TOKEN (an ingest token of
the scope "tasks").

Work is never harmed by its log. When the API cannot be reached, the work runs and is logged at its
end if that is possible, and otherwise is a line on standard error. What cannot be stored is
replaced.
"""

from __future__ import annotations

import contextvars
import datetime
import errno
import functools
import http.client
import json
import math
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Optional, Tuple

# Some modules are imported where they are needed, so that a command starts at once.
if TYPE_CHECKING:
    import argparse

__version__ = "0.1.0rc1"
__all__ = ["Nightshift", "NightshiftError", "Task", "current_task", "main", "task"]

MAX_OUTPUT_BYTES = 250_000
MAX_DEPTH = 24
MAX_MESSAGE_UNITS = 10_000
MAX_NAME_UNITS = 200
MAX_EXACT_INTEGER = 2**53 - 1
MAX_ANSWER_BYTES = 64_000_000
LEAST_SECRET_LENGTH = 8
FIRST_WAIT_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 8.0
TEMPORARY = (None, 408, 429, 500, 502, 503, 504)

Json = Dict[str, Any]


class NightshiftError(Exception):
    """Everything that the client raises after a request.

    code: a code of the catalogue (docs/reference/errors.md), "unreachable" when no response came,
        or "unknown_response" when something else than Nightshift responded, such as a proxy.
    detail: what happened, for people.
    status: the HTTP status, 300 to 599; None when no response came.
    errors: the wrong fields, each {"pointer": …, "message": …}; often empty.
    request_id: names the request in the function's log; None when there is none.
    retry_after_seconds: what the server asks you to wait; None when it does not.
    attempts: how many requests were sent, from 1.
    """

    def __init__(self, code: str, detail: str, status: Optional[int] = None, **facts: Any) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.status = status
        self.errors: List[Json] = facts.get("errors") or []
        self.request_id: Optional[str] = facts.get("request_id")
        self.retry_after_seconds: Optional[float] = facts.get("retry_after_seconds")
        self.attempts = 1

    @property
    def is_temporary(self) -> bool:
        """Whether the same request may succeed later. A used up quota of the day is for good."""
        return self.code != "daily_quota_exceeded" and self.status in TEMPORARY


class Nightshift:
    """A client of one project. Every method raises NightshiftError.

    It repeats requests that failed for a while: no response, 408, 429 and 5xx. Between them it
    waits as long as Retry-After says, otherwise a random part of 0.25, 0.5, 1, … 8 seconds. What
    creates something has an idempotency key, so that nothing is created twice.

    url: of the API; the environment variable NIGHTSHIFT_URL by default.
    token: an ingest token, a user's access token or CRON_SECRET; NIGHTSHIFT_TOKEN by default.
    secret_key: a secret key of the project, in place of a token.
    timeout: seconds that one request may wait for bytes, more than 0.
    max_retries: further requests after the first, from 0.
    give_up_after: seconds for all requests of a call and the waits between them, more than 0.
    on_warning: gets one line when a task could not be logged; standard error by default.

    >>> client = Nightshift("https://PROJECT.supabase.co/functions/v1/autonomous-tasks", "nst_…")
    """

    def __init__(
        self,
        url: Optional[str] = None,
        token: Optional[str] = None,
        *,
        secret_key: Optional[str] = None,
        timeout: float = 10,
        max_retries: int = 3,
        give_up_after: float = 20,
        on_warning: Optional[Callable[[str], None]] = None,
    ) -> None:
        self.url = (url or os.environ.get("NIGHTSHIFT_URL", "")).strip().rstrip("/")
        if not re.match(r"https?://[^/]", self.url):
            raise ValueError(
                "Set NIGHTSHIFT_URL to https://PROJECT.supabase.co/functions/v1/autonomous-tasks."
            )
        self.token = _read_credential(
            token or (None if secret_key else os.environ.get("NIGHTSHIFT_TOKEN"))
        )
        self.secret_key = _read_credential(secret_key)
        if not (self.token or self.secret_key):
            raise ValueError("Set NIGHTSHIFT_TOKEN to an ingest token.")
        self.timeout = timeout
        self.max_retries = max_retries
        self.give_up_after = give_up_after
        self.warn = on_warning or _print_warning
        self._is_hurried = threading.Event()

    def create(
        self, task_type: str, *, idempotency_key: Optional[str] = None, **fields: Any
    ) -> Json:
        """Logs a task and returns its row. With an id of your own it moves on the task of this id.

        fields: of POST /tasks, such as status, agent_name, input_data and output_data (at most 256
        kB each), error_message, executed_at (ISO 8601), cost_estimate_usd (US dollars from 0).
        Raises invalid_request, workspace_not_found, task_id_taken, task_time_invalid, task_invalid,
        daily_quota_exceeded.

        >>> row = client.create("email_sync", status="running")
        """
        # A key would keep a task that has an id from moving on.
        key = idempotency_key or (None if "id" in fields else str(uuid.uuid4()))
        return self._send("POST", "/tasks", body={"task_type": task_type, **fields}, key=key)

    def create_many(
        self, tasks: List[Json], *, idempotency_key: Optional[str] = None
    ) -> List[Json]:
        """Logs 1 to 500 tasks in one request, which counts as one for the rate limit.

        Returns one result for each in their order: {"status": 201, "task": …} or {"status": …,
        "problem": …}.

        >>> client.create_many([{"task_type": "email_sync", "status": "completed"}])
        """
        key = idempotency_key or str(uuid.uuid4())
        return self._send("POST", "/tasks", body={"tasks": tasks}, key=key)["results"]

    def start(self, task_id: str, **start: Any) -> Json:
        """Starts a pending task; executed_at is now by default. Raises task_already_finished.

        >>> client.start(row["id"])
        """
        return self._step(task_id, "start", start)

    def progress(self, task_id: str, **progress: Any) -> Json:
        """Says how far a running task is: output_data, an object, is merged into the stored one.

        Raises task_not_found, task_already_finished, task_transition_invalid, task_invalid.

        >>> client.progress(row["id"], output_data={"percent": 50})
        """
        return self._step(task_id, "progress", progress)

    def heartbeat(self, task_id: str) -> Json:
        """Says that a running task is alive: its updated_at becomes now.

        >>> client.heartbeat(row["id"])
        """
        return self._step(task_id, "progress", {})

    def complete(self, task_id: str, **end: Any) -> Json:
        """Completes a task, or with status="partial_failure" a part of it.

        end: output_data, cost_estimate_usd (US dollars), error_message, completed_at.
        Raises task_not_found, task_already_finished, task_time_invalid, task_invalid.

        >>> client.complete(row["id"], output_data={"rows": 42})
        """
        return self._step(task_id, "complete", end)

    def fail(self, task_id: str, error_message: str, **end: Any) -> Json:
        """Marks a task as failed, with a message of 1 to 10,000 characters. Raises as complete.

        >>> client.fail(row["id"], "The mailbox did not answer.")
        """
        return self._step(task_id, "fail", {"error_message": error_message, **end})

    def cancel(self, task_id: str, reason: Optional[str] = None) -> Json:
        """Cancels a task that has not ended. Raises task_already_finished.

        >>> client.cancel(row["id"], "No longer needed.")
        """
        return self._step(task_id, "cancel", {"error_message": reason} if reason else {})

    def retry(self, task_id: str) -> Json:
        """Logs a new pending task like one that failed or was cancelled; repeated, the same one.

        Raises task_not_found, task_not_retryable, daily_quota_exceeded.

        >>> client.retry(row["id"])["id"]
        """
        return self._send("POST", f"/tasks/{_quote(task_id)}/retry")

    def ping(
        self,
        token: str,
        event: Any = "success",
        *,
        agent_name: Optional[str] = None,
        body: Any = None,
    ) -> Json:
        """Reports a job by a token of the scope "ping", without a task id.

        event: "start", "success", "fail" or an exit code from 0 to 255.
        agent_name: which job it is. body: text or a dict, at most 100 kB.
        Returns {"task_id": …, "status": …}. A ping is sent again only
        when its rate was limited: repeated, it would be another run.

        >>> client.ping("nst_…", "fail", body="The disk is full.")
        """
        path = f"/ping/{_quote(token)}/{_quote(str(event))}"
        kind = {"text": body} if isinstance(body, str) else {"body": body}
        return self._send("POST", path, query={"agent_name": agent_name}, repeatable=False, **kind)

    def get(self, task_id: str) -> Json:
        """Gets one task with its input and output. Raises task_not_found.

        >>> client.get(row["id"])["duration_ms"]
        """
        return self._send("GET", f"/tasks/{_quote(task_id)}")

    def find(self, **filter: Any) -> Json:
        """Lists a page of tasks, latest start first: {"tasks": […], "next_cursor": … or None}.

        filter: workspace_id, task_type, agent_name, triggered_by, status, executed_from,
        executed_before (ISO 8601), error_text, limit (1 to 200), cursor.

        >>> client.find(agent_name="nightly", limit=10)["tasks"]
        """
        return self._send("GET", "/tasks", query=filter)

    def find_all(self, **filter: Any) -> Iterator[Json]:
        """Lists all tasks, latest start first, page after page as you read on.

        >>> [task["id"] for task in client.find_all(status="failed")]
        """
        while True:
            page = self.find(**filter)
            yield from page["tasks"]
            if page["next_cursor"] is None:
                return
            filter["cursor"] = page["next_cursor"]

    def failures(self, **filter: Any) -> Json:
        """Lists a page of tasks that failed, wholly or in part, as find does.

        >>> client.failures(error_text="mailbox")["tasks"]
        """
        return self._send("GET", "/failures", query=filter)

    def lines(self, task_id: str) -> List[Json]:
        """Lists the log lines of a task, oldest first, at most 200. Raises task_not_found.

        >>> [line["message"] for line in client.lines(row["id"])]
        """
        return self._send("GET", f"/tasks/{_quote(task_id)}/lines")["lines"]

    def summary(self, **filter: Any) -> List[Json]:
        """Summarizes a workspace by task type. hours_back is 1 to 87,600, 24 by default.

        >>> client.summary(hours_back=24)[0]["total_cost_usd"]
        """
        return self._send("GET", "/summary", query=filter)["summary"]

    def costs(self, **filter: Any) -> Json:
        """Reports costs in US dollars by type, agent, model and day. days_back is 1 to 366.

        >>> client.costs(days_back=7)["total"]
        """
        return self._send("GET", "/costs", query=filter)

    def timeline(self, **filter: Any) -> List[Json]:
        """Lists scheduled times and what happened to them, latest first. limit is 1 to 200.

        >>> client.timeline(schedule="nightly-digest", limit=5)
        """
        return self._send("GET", "/timeline", query=filter)["timeline"]

    def why(self, what: str, ref: str) -> str:
        """Says in one sentence why something happened. what: "time", "email", "task" or "job".

        >>> client.why("task", row["id"])
        """
        return self._send("GET", "/why", query={"what": what, "ref": ref})["why"]

    def watches(self, **filter: Any) -> List[Json]:
        """Lists up to 500 watched jobs, those with a problem first.

        >>> client.watches()[0]["status"]
        """
        return self._send("GET", "/watches", query=filter)["watches"]

    def health(self) -> Json:
        """Checks that the API reaches its database. Raises store_unavailable, unreachable.

        >>> client.health()["status"]
        """
        return self._send("GET", "/health")

    def enqueue(
        self, agent: str, jobs: List[Json], *, idempotency_key: Optional[str] = None
    ) -> List[Json]:
        """Asks an agent to do 1 to 500 jobs, if the enqueue_policy of its schedule lets you.

        Returns one result for each in their order: {"status": …, "outcome": …, "id": …} or
        {"status": …, "problem": …}. Raises agent_not_found, forbidden, invalid_request,
        daily_quota_exceeded.

        >>> client.enqueue("import-contacts", [{"payload": {"file": "a.csv"}, "key": "a.csv"}])
        """
        key = idempotency_key or str(uuid.uuid4())
        return self._send("POST", "/jobs", body={"agent": agent, "jobs": jobs}, key=key)["results"]

    def get_job(self, job_id: str) -> Json:
        """Gets a job with its result, finished steps and log lines. Raises task_not_found.

        >>> client.get_job(job["id"])["attempt"]
        """
        return self._send("GET", f"/jobs/{_quote(job_id)}")

    def find_jobs(self, **filter: Any) -> Json:
        """Lists a page of jobs, latest first: {"jobs": […], "next_cursor": … or None}.

        >>> client.find_jobs(agent="import-contacts", limit=10)["jobs"]
        """
        return self._send("GET", "/jobs", query=filter)

    def cancel_job(self, job_id: str) -> Json:
        """Cancels a job. One that runs is told to stop. Raises task_already_finished.

        >>> client.cancel_job(job["id"])
        """
        return self._send("POST", f"/jobs/{_quote(job_id)}/cancel")

    def retry_job(self, job_id: str) -> Json:
        """Does a job again that failed or was cancelled; repeated, it is the same new job.

        >>> client.retry_job(job["id"])
        """
        return self._send("POST", f"/jobs/{_quote(job_id)}/retry")

    def requeue_jobs(self, agent: str, workspace_id: Optional[str] = None) -> int:
        """Does all failed jobs of an agent again, up to 10,000 at once. Returns how many.

        Only the project's own keys may leave workspace_id out, which means all workspaces.

        >>> client.requeue_jobs("import-contacts", workspace_id)
        """
        body = {"agent": agent, **({"workspace_id": workspace_id} if workspace_id else {})}
        return self._send("POST", "/jobs/requeue", body=body)["requeued"]

    def task(self, task_type: str, **fields: Any) -> Task:
        """Work that is logged: for `with`, and as a decorator of a function, async or not.

        fields: agent_name, input_data, workspace_id, triggered_by, id.

        >>> with client.task("email_sync", agent_name="nightly") as log:
        ...     log.output = {"rows": 42}
        """
        return Task(lambda: self, task_type, fields)

    def _step(self, task_id: str, name: str, body: Json) -> Json:
        return self._send("POST", f"/tasks/{_quote(task_id)}/{name}", body=body)

    def _send(self, method: str, path: str, *, repeatable: bool = True, **parts: Any) -> Any:
        """Sends a request until it succeeds, fails for good, or the patience ends."""
        ends_at = time.monotonic() + self.give_up_after
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._send_once(method, path, ends_at - time.monotonic(), **parts)
            except NightshiftError as error:
                error.attempts = attempt
                # A request that was rejected for its rate has done nothing.
                may_retry = repeatable or error.code == "rate_limited"
                if attempt > self.max_retries or not error.is_temporary or not may_retry:
                    raise
                longest = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempt - 1))
                wait = longest * random.random()
                if error.retry_after_seconds is not None:
                    wait = error.retry_after_seconds + FIRST_WAIT_SECONDS * random.random()
                if time.monotonic() + wait >= ends_at or self._is_hurried.wait(wait):
                    raise

    def _send_once(
        self,
        method: str,
        path: str,
        left: float,
        *,
        body: Optional[Json] = None,
        text: Optional[str] = None,
        query: Optional[Json] = None,
        key: Optional[str] = None,
    ) -> Any:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        url = self.url + path + ("?" + urllib.parse.urlencode(given) if given else "")
        headers = {"Accept": "application/json", "User-Agent": f"nightshift-python/{__version__}"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.secret_key:
            headers["apikey"] = self.secret_key
        if key is not None:
            headers["Idempotency-Key"] = key
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, allow_nan=False).encode()
        elif text is not None:
            headers["Content-Type"] = "text/plain"
            data = text.encode("utf-8", "replace")
        elif method == "POST":
            data = b""
        request = urllib.request.Request(url, data=data, headers=headers, method=method)
        ends_at = time.monotonic() + left
        try:
            try:
                response = _OPENER.open(request, timeout=max(0.001, min(self.timeout, left)))
            except urllib.error.HTTPError as error:
                response = error
            with response:
                answered = _read_bytes(response, ends_at)
        except (OSError, http.client.HTTPException) as error:
            reason = _describe(getattr(error, "reason", error)) or type(error).__name__
            place = urllib.parse.urlsplit(self.url).netloc.rpartition("@")[2]
            raise NightshiftError(
                "unreachable", self._hide(f"{place} could not be reached: {reason}.")
            ) from error
        return _read_answer(response.status, response.headers, answered, self._hide)

    def _hide(self, text: str) -> str:
        """The text without the credentials of this client, and without ingest tokens."""
        for credential in (self.token, self.secret_key):
            if credential and len(credential) >= LEAST_SECRET_LENGTH:
                text = text.replace(credential, "…")
        return _hide_tokens(text)


class Task:
    """A piece of work that is logged. Made by `task`.

    id: of the row, a UUID, once the work has begun.
    output: becomes output_data; any JSON of at most 250 kB. The value that a decorated function
        returns, unless the function has set it.
    cost_usd: what the work costs, in US dollars; None when it is not known.
    """

    def __init__(self, get_client: Callable[[], Nightshift], task_type: str, fields: Json) -> None:
        self._get_client = get_client
        self._given = (task_type, fields)
        self._log: Optional[_Log] = None
        self._partial: Optional[str] = None
        self._outer: Any = None
        self.output: Any = None
        self.cost_usd: Optional[float] = None

    @property
    def id(self) -> str:
        if self._log is None:
            raise RuntimeError("The work has not begun.")
        return self._log.id

    def add_cost(self, usd: float) -> None:
        """Adds up what the work costs, in US dollars."""
        self.cost_usd = (self.cost_usd or 0) + usd

    def mark_partial(self, message: str) -> None:
        """Makes the end partial_failure with this message."""
        self._partial = _message(message)

    def progress(self, **output: Any) -> None:
        """Says how far the work is; the fields add up in output_data. Never raises."""
        self._report({"output_data": _document(output), **_cost(self.cost_usd)})

    def heartbeat(self) -> None:
        """Says that the work is alive. Never raises."""
        self._report({})

    def __enter__(self) -> Task:
        self._begin()
        self._outer = _CURRENT.set(self)
        return self

    def __exit__(self, kind: Any, error: Optional[BaseException], trace: Any) -> None:
        _CURRENT.reset(self._outer)
        self._end(error)

    def __call__(self, function: Callable) -> Callable:
        """Logs every call of a function as a task of its own."""
        import inspect

        def create() -> Task:
            return Task(self._get_client, *self._given)

        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def run_async(*args: Any, **named: Any) -> Any:
                import asyncio

                log = create()
                await asyncio.to_thread(log._begin)
                outer = _CURRENT.set(log)
                try:
                    returned = await function(*args, **named)
                except BaseException as error:
                    # Not in a thread: the loop may be ending.
                    log._end(error)
                    raise
                finally:
                    _CURRENT.reset(outer)
                log._keep(returned)
                await asyncio.to_thread(log._end, None)
                return returned

            return run_async

        @functools.wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            with create() as log:
                returned = function(*args, **named)
                log._keep(returned)
            return returned

        return run

    def _keep(self, returned: Any) -> None:
        if self.output is None:
            self.output = returned

    def _begin(self) -> None:
        task_type, fields = self._given
        client = self._get_client()
        self._log = _Log(client, task_type, fields)
        try:
            self._log.begin()
        except NightshiftError as error:
            if not error.is_temporary:
                raise
            client.warn(f"The start of task {self.id} was not logged: {error}")

    def _end(self, error: Optional[BaseException]) -> None:
        facts = {
            **({} if self.output is None else {"output_data": _document(self.output)}),
            **_cost(self.cost_usd),
        }
        # sys.exit() without an error is a good end.
        is_good = error is None or (isinstance(error, SystemExit) and error.code in (None, 0))
        if not is_good:
            facts.update(
                status="failed", error_message=_message(_describe(error) or type(error).__name__)
            )
        elif self._partial is not None:
            facts.update(status="partial_failure", error_message=self._partial)
        self._tell(lambda log: log.end({"status": "completed", **facts}))

    def _report(self, progress: Json) -> None:
        if self._log is not None and self._log.is_started:
            self._tell(lambda log: log.send("progress", progress))

    def _tell(self, send: Callable[[_Log], None]) -> None:
        try:
            send(self._log)
        except Exception as problem:  # Nothing of the log may reach the work.
            self._get_client().warn(f"Task {self.id} was not logged: {_describe(problem)}")


def task(task_type: str, **fields: Any) -> Task:
    """As Nightshift().task, with the client that the environment describes.

    >>> @task("email_sync", agent_name="nightly")
    ... def import_all():
    ...     return {"rows": 42}
    """
    return Task(_default_client, task_type, fields)


def current_task() -> Optional[Task]:
    """The task of the work that is being done, for example in a decorated function, or None.

    >>> current_task().progress(percent=50)
    """
    return _CURRENT.get()


_CURRENT: contextvars.ContextVar[Optional[Task]] = contextvars.ContextVar(
    "nightshift", default=None
)


def _default_client() -> Nightshift:
    return Nightshift()


class _Log:
    """The row of one piece of work. Its end is stored whole when its start is not."""

    def __init__(self, client: Nightshift, task_type: str, fields: Json) -> None:
        self.client = client
        self.id = str(fields.get("id") or uuid.uuid4())
        self.start = {**fields, "task_type": task_type, "id": self.id}
        if isinstance(self.start.get("agent_name"), str):
            name = _storable(self.start["agent_name"])
            self.start["agent_name"] = _beginning(name, MAX_NAME_UNITS)
        if "input_data" in self.start:
            self.start["input_data"] = _document(self.start["input_data"])
        self.started_at = datetime.datetime.now(datetime.timezone.utc)
        self.clock = time.monotonic()
        self.is_started = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.clock

    def begin(self) -> None:
        self.client.create(**self.start, status="running")
        self.is_started = True

    def end(self, facts: Json) -> None:
        if self.is_started:
            return self.send("end", facts)
        ended_at = self.started_at + datetime.timedelta(seconds=self.seconds)
        times = {"executed_at": self.started_at.isoformat(), "completed_at": ended_at.isoformat()}
        try:
            self._send_or_note(
                lambda body: self.client.create(**self.start, **times, **body), facts
            )
        except NightshiftError as error:
            # The start was logged after all, by a clock that is ahead of this one.
            if error.code != "task_time_invalid":
                raise
            self.send("end", facts)

    def send(self, step: str, facts: Json) -> None:
        body = dict(facts)
        if step == "end":
            status = body.pop("status")
            step = "fail" if status == "failed" else "complete"
            body.update({"status": status} if status == "partial_failure" else {})
        self._send_or_note(lambda given: self.client._step(self.id, step, given), body)

    def _send_or_note(self, send: Callable[[Json], Any], facts: Json) -> None:
        """Sends all that is known, else all but the output, which may be what is rejected."""
        try:
            send(facts)
        except NightshiftError as error:
            if error.is_temporary or error.code == "task_time_invalid":
                raise
            note = _storable(f"The output was not logged: {error}"[:1_000])
            send({**facts, "output_data": {"note": note}})


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token goes to the address that was given, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _read_credential(text: Optional[str]) -> Optional[str]:
    """The credential without the line end that a file has. The error does not show it."""
    credential = (text or "").strip()
    if re.search(r"[^\x21-\x7e]", credential):
        raise ValueError("The token has characters that a token cannot have, such as a space.")
    return credential or None


def _read_bytes(response: Any, ends_at: float) -> bytes:
    """The body of a response. One that comes slowly, or without end, is given up."""
    data = bytearray()
    while True:
        chunk = response.read1(CHUNK_BYTES)
        if not chunk:
            return bytes(data)
        data += chunk
        if len(data) > MAX_ANSWER_BYTES:
            raise OSError(f"the response has more than {MAX_ANSWER_BYTES} bytes")
        if time.monotonic() > ends_at:
            raise TimeoutError("the response did not end in time")


def _read_answer(status: int, headers: Any, data: bytes, hide: Callable[[str], str]) -> Any:
    try:
        answer = json.loads(data)
    except ValueError:
        answer = None
    if 200 <= status < 300 and isinstance(answer, dict):
        return answer
    facts = {
        "request_id": headers.get("X-Request-Id"),
        "retry_after_seconds": _read_seconds(headers.get("Retry-After")),
    }
    if (
        isinstance(answer, dict)
        and isinstance(answer.get("code"), str)
        and isinstance(answer.get("detail"), str)
    ):
        errors = answer.get("errors")
        facts["errors"] = errors if isinstance(errors, list) else []
        raise NightshiftError(answer["code"], hide(answer["detail"]), status, **facts)
    # Hidden before it is cut, so that no part of a token is left.
    start = hide(" ".join(data[:5_000].decode("utf-8", "replace").split()))[:200]
    detail = f"The response has status {status} and is not from Nightshift: {start}"
    raise NightshiftError("unknown_response", detail, 502 if status < 300 else status, **facts)


def _read_seconds(header: Optional[str]) -> Optional[float]:
    """Retry-After in seconds, or as a date."""
    if header is None:
        return None
    if re.fullmatch(r"[0-9]{1,100}", header):
        return float(header)
    import email.utils

    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError, IndexError):
        return None


def _quote(text: str) -> str:
    return urllib.parse.quote(str(text), safe="")


def _storable(value: Any, parents: tuple = ()) -> Any:
    """The value as JSON that the API takes: no NaN, NUL, half emoji or circle; dates as ISO."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value) if abs(value) <= MAX_EXACT_INTEGER else str(int(value))
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else str(float(value))
    if isinstance(value, str):
        whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(value, (dict, list, tuple, set, frozenset)):
        if id(value) in parents or len(parents) >= MAX_DEPTH:
            return "…"
        parents = (*parents, id(value))
        if isinstance(value, dict):
            return {
                _storable(_describe(key)): _storable(item, parents) for key, item in value.items()
            }
        return [_storable(item, parents) for item in value]
    if isinstance(value, (bytes, bytearray, memoryview)):
        return f"{type(value).__name__} of {len(value)} bytes"
    moment = value.isoformat() if hasattr(value, "isoformat") else None
    return _storable(moment if isinstance(moment, str) else _describe(value))


def _document(value: Any) -> Any:
    """The value as the database can hold it, or a note when it is too large or cannot be read."""
    try:
        document = _storable(value)
        size = len(json.dumps(document).encode())
    except Exception as error:
        return {"note": _message(f"The output cannot be stored: {_describe(error)}")}
    return (
        document
        if size <= MAX_OUTPUT_BYTES
        else {"note": f"The output has {size} bytes, too many to store."}
    )


def _cost(usd: Any) -> Json:
    try:
        cost = float(usd)
    except (TypeError, ValueError):
        return {}
    return {"cost_estimate_usd": cost} if math.isfinite(cost) and cost >= 0 else {}


def _message(text: str) -> str:
    return _beginning(_storable(text), MAX_MESSAGE_UNITS)


def _beginning(text: str, most_units: int) -> str:
    """As much of a text as is counted in UTF-16, where an emoji is two."""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * most_units]
    return units.decode("utf-16-le", "ignore")


def _describe(value: Any) -> str:
    """The value as text, also when it cannot say what it is."""
    try:
        return str(value)
    except Exception:
        return type(value).__name__


def _print_warning(line: str) -> None:
    try:
        print(_hide_tokens(" ".join(line.split()))[:1_000], file=sys.stderr, flush=True)
    except Exception:  # A closed standard error must not harm the work.
        pass


def _hide_tokens(text: str) -> str:
    return re.sub(r"nst_\w+", "nst_…", text, flags=re.IGNORECASE)


# The command line: nightshift-run.

DEFAULT_TYPE = "data_cleanup"
MAX_TAIL_BYTES = 48_000
LONGEST_SECRET_BYTES = 4_096
NOT_FOUND, NOT_EXECUTABLE, USAGE_ERROR = 127, 126, 125
FORWARDED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2")
OF_TERMINALS = ("SIGINT", "SIGQUIT", "SIGHUP")
CHUNK_BYTES = 65_536
QUIET_SECONDS = 0.25
LONGEST_DRAIN_SECONDS = 5.0
LARGEST_PIPE_BYTES = 1_048_576

ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\^_]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def main(argv: Optional[List[str]] = None) -> int:
    """Runs a command, logs how it ended, and returns its exit code: 128+n when signal n ended it.

    Without a command it is 125, as of a command that is not found 127, and of one that cannot be
    executed 126.
    """
    _open_standard_files()
    try:
        options = _parse(sys.argv[1:] if argv is None else argv)
        command = _Command(options.command, 0 if options.no_output else options.tail)
        log = _RunLog(options)
        command.run(log.begin, captures=not options.no_output)
        log.end(command)
        command.ignore_signals()
        return command.exit_code
    finally:
        _forget_unwritten()


def _forget_unwritten() -> None:
    """Python writes what is left when it ends, and would end with 120 on a full disk."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except Exception:
            setattr(sys, name, None)


def _open_standard_files() -> None:
    """A closed standard file would be taken by the first pipe, which would then be written to."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _parse(argv: List[str]) -> argparse.Namespace:
    import argparse

    parser = argparse.ArgumentParser(
        prog="nightshift-run",
        usage="%(prog)s [options] [--] command [argument…]",
        description="Runs a command and logs its start, end, duration, exit code and last output.",
        epilog="NIGHTSHIFT_URL and NIGHTSHIFT_TOKEN say where to. Arguments are not logged.",
    )
    environ = os.environ
    parser.add_argument("--name", help="what the job is called; the command's file name by default")
    parser.add_argument(
        "--type",
        default=environ.get("NIGHTSHIFT_TASK_TYPE", DEFAULT_TYPE),
        help=f"one of the task types; NIGHTSHIFT_TASK_TYPE or {DEFAULT_TYPE} by default",
    )
    parser.add_argument(
        "--tail",
        type=_read_tail,
        default=16_000,
        metavar="BYTES",
        help=f"how much of the last output is logged, 0 to {MAX_TAIL_BYTES}; 16000 by default",
    )
    parser.add_argument(
        "--no-output", action="store_true", help="log nothing of the output, and leave it alone"
    )
    parser.add_argument(
        "--give-up-after",
        type=_read_seconds_option,
        default=10.0,
        metavar="SECONDS",
        help="how long the end may wait for the API, 0.1 to 600; 10 by default",
    )
    parser.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    separator = argv.index("--") if "--" in argv else len(argv)
    try:
        options = parser.parse_args(argv[:separator])
    except SystemExit as end:
        raise SystemExit(USAGE_ERROR if end.code else 0) from None
    # A "--" that comes after the command is the command's own.
    options.command += argv[separator if options.command else separator + 1 :]
    if not options.command:
        parser.print_usage(sys.stderr)
        raise SystemExit(USAGE_ERROR)
    return options


def _read_tail(text: str) -> int:
    import argparse

    if text.isdigit() and int(text) <= MAX_TAIL_BYTES:
        return int(text)
    raise argparse.ArgumentTypeError(f"must be 0 to {MAX_TAIL_BYTES}")


def _read_seconds_option(text: str) -> float:
    import argparse

    if re.fullmatch(r"\d{1,3}(\.\d+)?", text) and 0.1 <= float(text) <= 600:
        return float(text)
    raise argparse.ArgumentTypeError("must be 0.1 to 600")


class _Tail:
    """The last bytes of an output, and how many there were.

    It keeps some more, so that a token at their beginning is whole and can be hidden.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.most_kept = most and most + LONGEST_SECRET_BYTES
        self.kept = bytearray()
        self.total = 0
        self.lock = threading.Lock()

    def add(self, chunk: bytes) -> None:
        with self.lock:
            self.total += len(chunk)
            self.kept += chunk
            if len(self.kept) > self.most_kept:
                del self.kept[: len(self.kept) - self.most_kept]

    def read(self, hide: Callable[[str], str]) -> str:
        """As text without escapes, control characters, tokens and halves of characters."""
        with self.lock:
            data = bytes(self.kept)
            if self.total > len(data):
                data = re.sub(rb"\A[\x80-\xbf]{1,3}", b"", data)
        text = ESCAPES.sub(
            "", data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        )
        text = hide(CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text))
        is_cut = self.total > self.most > 0
        return text.encode()[-self.most :].decode("utf-8", "ignore") if is_cut else text


class _Command:
    """A child process whose output passes through, and which gets the signals that come here."""

    def __init__(self, command: List[str], most_bytes: int) -> None:
        self.command = command
        self.tail = _Tail(most_bytes)
        self.child: Optional[subprocess.Popen] = None
        self.exit_code = 0
        self.signal: Optional[int] = None
        self.problem: Optional[str] = None
        self.seconds = 0.0
        self.is_over = threading.Event()
        self.interrupted = threading.Event()
        self._early: List[int] = []
        self._taken: List[int] = []
        self._is_writing: Dict[int, bool] = {}
        self.lost: Dict[int, int] = {}
        self._reasons: Dict[int, str] = {}

    def run(self, on_start: Callable[[], None], captures: bool) -> None:
        """Runs it to its end. on_start must return at once."""
        self._take_signals()
        pipe = subprocess.PIPE if captures else None
        began_at = time.monotonic()
        try:
            self.child = _start(self.command, pipe)
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError)
            self.exit_code = NOT_FOUND if missing else NOT_EXECUTABLE
            self.problem = (
                f"The command cannot be run: {getattr(error, 'strerror', None) or error}."
            )
            _print_warning(f"nightshift-run: {_print_name(self.command[0])}: {self.problem}")
            return on_start()
        pumps = (
            [self._pump(self.child.stdout, 1), self._pump(self.child.stderr, 2)] if captures else []
        )
        for number in self._early:
            self._forward(number)
        on_start()
        code = self.child.wait()
        self.seconds = time.monotonic() - began_at
        self.is_over.set()
        self._drain(pumps)
        self._tell_lost()
        self.signal = -code if code < 0 else None
        self.exit_code = 128 - code if code < 0 else code

    def _take_signals(self) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        for name in FORWARDED:
            number = getattr(signal, name, None)
            # What is ignored here, as after nohup, stays ignored in the command.
            if number is not None and signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._on_signal)
                self._taken.append(number)

    def ignore_signals(self) -> None:
        """Nothing may change the exit code any more, while Python itself ends."""
        for number in self._taken:
            signal.signal(number, signal.SIG_IGN)

    def _on_signal(self, number: int, _: Any) -> None:
        if self.is_over.is_set():
            self.interrupted.set()
        elif self.child is None:
            self._early.append(number)
        elif not (signal.Signals(number).name in OF_TERMINALS and _is_foreground()):
            self._forward(number)

    def _forward(self, number: int) -> None:
        try:
            self.child.send_signal(number)
        except OSError:
            pass  # It has just ended.

    def _pump(self, source: Any, target: int) -> threading.Thread:
        pump = threading.Thread(target=self._copy, args=(source, target), daemon=True)
        pump.start()
        return pump

    def _copy(self, source: Any, target: int) -> None:
        """Copies until the end. When nobody reads any more, the command finds that out as usual.

        What cannot be written for another reason, as on a full disk, is lost: the command goes on.
        """
        try:
            while True:
                chunk = os.read(source.fileno(), CHUNK_BYTES)
                if not chunk:
                    break
                self._is_writing[target] = True
                self.tail.add(chunk)
                unwritten, error = _write_all(target, chunk)
                if error is not None:
                    if error.errno in (errno.EPIPE, errno.EBADF):
                        break
                    self.lost[target] = self.lost.get(target, 0) + unwritten
                    self._reasons[target] = error.strerror or _describe(error)
                self._is_writing[target] = False
        except OSError:
            pass
        finally:
            self._is_writing[target] = False
            source.close()

    def _drain(self, pumps: List[threading.Thread]) -> None:
        """Waits for the rest of the output, but not for what the command has left running."""
        before, since = self.tail.total, time.monotonic()
        for pump in pumps:
            while pump.is_alive():
                seen = self.tail.total
                pump.join(QUIET_SECONDS)
                if any(self._is_writing.values()):
                    continue
                is_late = time.monotonic() - since > LONGEST_DRAIN_SECONDS
                if (
                    self.tail.total == seen
                    or is_late
                    or self.tail.total - before > LARGEST_PIPE_BYTES
                ):
                    break


    def _tell_lost(self) -> None:
        for target, count in sorted(self.lost.items()):
            name = "standard output" if target == 1 else "standard error"
            reason = self._reasons[target]
            _print_warning(f"nightshift-run: {count} bytes of {name} were lost: {reason}.")


def _start(command: List[str], pipe: Optional[int]) -> subprocess.Popen:
    """What was passed on to us is passed on: files, environment, standard input."""
    options: Json = {"stdout": pipe, "stderr": pipe, "close_fds": False, "bufsize": 0}
    try:
        return subprocess.Popen(command, **options)
    except OSError as error:
        if error.errno != errno.ENOEXEC:
            raise
        # A script without a first line that names its program is one for sh, as in every shell.
        import shutil

        path = shutil.which(command[0]) or command[0]
        return subprocess.Popen(["/bin/sh", path, *command[1:]], **options)


def _write_all(target: int, chunk: bytes) -> Tuple[int, Optional[OSError]]:
    """How many bytes could not be written, and why."""
    view = memoryview(chunk)
    while view:
        try:
            view = view[os.write(target, view) :]
        except BlockingIOError:
            time.sleep(0.01)
        except OSError as error:
            return len(view), error
    return 0, None


def _is_foreground() -> bool:
    """Whether a terminal sends its signals to us and the command alike."""
    if os.name == "nt":
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(terminal)


def _print_name(text: str) -> str:
    return _storable(" ".join(text.split()))


class _RunLog:
    """The log of one command. It never delays the start, and the end for a bounded time."""

    def __init__(self, options: argparse.Namespace) -> None:
        program = os.path.basename(options.command[0]) or options.command[0]
        self.name = options.name or program
        self.patience = options.give_up_after
        self.log: Optional[_Log] = None
        self.problem: Optional[str] = None
        try:
            client = Nightshift(
                give_up_after=options.give_up_after, timeout=min(10.0, options.give_up_after)
            )
            origin = {"command": program, "host": socket.gethostname()}
            self.log = _Log(client, options.type, {"agent_name": self.name, "input_data": origin})
        except Exception as error:
            self.problem = _describe(error)
        self.beginning = threading.Thread(target=self._begin, daemon=True)

    def begin(self) -> None:
        self.beginning.start()

    def _begin(self) -> None:
        if self.log is None:
            return
        try:
            self.log.begin()
        except NightshiftError as error:
            # What may succeed later is logged whole at the end.
            if not error.is_temporary:
                self.problem = _describe(error)
        except Exception as error:
            self.problem = _describe(error)

    def end(self, command: _Command) -> None:
        """Logs the end. Whatever goes wrong is one line on standard error."""
        ending = threading.Thread(target=self._end, args=(command,), daemon=True)
        ends_at = time.monotonic() + self.patience
        ending.start()
        while ending.is_alive():
            ending.join(0.1)
            if command.interrupted.is_set():
                self.problem = "Interrupted."
                break
            if time.monotonic() > ends_at:
                self.problem = self.problem or f"No response within {self.patience:g} seconds."
                break
        if self.problem is not None:
            _print_warning(
                f'nightshift-run: "{_print_name(self.name)}" was not logged: {self.problem}'
            )

    def _end(self, command: _Command) -> None:
        try:
            if self.log is None:
                return
            self.log.client._is_hurried.set()
            self.beginning.join()
            self.log.client._is_hurried.clear()
            if self.problem is None:
                self.log.end(_describe_end(command, self.log.client._hide))
        except Exception as error:
            self.problem = _describe(error)


def _describe_end(command: _Command, hide: Callable[[str], str]) -> Json:
    text = command.tail.read(hide)
    output = {
        "exit_code": command.exit_code,
        "duration_ms": round(command.seconds * 1_000),
        **({} if command.signal is None else {"signal": _name_signal(command.signal)}),
        **({"output": text, "output_bytes": command.tail.total} if command.tail.total else {}),
        **({"lost_bytes": _name_lost(command.lost)} if command.lost else {}),
    }
    if command.exit_code == 0:
        return {"status": "completed", "output_data": _document(output)}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = f" {lines[-1][:1_000]}" if lines else ""
    happened = (
        command.problem
        or (
            command.signal is not None
            and f"The command was ended by {_name_signal(command.signal)}.{said}"
        )
        or f"The command ended with exit code {command.exit_code}.{said}"
    )
    return {
        "status": "failed",
        "error_message": _message(happened),
        "output_data": _document(output),
    }


def _name_lost(lost: Dict[int, int]) -> Json:
    return {"stdout" if target == 1 else "stderr": lost[target] for target in sorted(lost)}


def _name_signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


if __name__ == "__main__":
    sys.exit(main())
