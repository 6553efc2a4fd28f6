"""Logs how a job of GitHub Actions ended, in one request. A log that fails never fails the job."""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "packages" / "python"))

from nightshift import Nightshift

STATUSES = {"success": "completed", "cancelled": "cancelled"}


def main():
    environ = os.environ
    status = STATUSES.get(environ["NIGHTSHIFT_STATUS"], "failed")
    run = "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}".format_map(environ)
    task = {
        "status": status,
        "agent_name": environ["NIGHTSHIFT_NAME"][:200],
        "input_data": {
            "run": run,
            "attempt": int(environ["GITHUB_RUN_ATTEMPT"]),
            "job": environ["GITHUB_JOB"],
            "commit": environ["GITHUB_SHA"],
            "matrix": json.loads(environ["NIGHTSHIFT_MATRIX"]),
        },
    }
    if status == "failed":
        task["error_message"] = f"The job {environ['GITHUB_JOB']} failed: {run}"
    Nightshift().create(environ["NIGHTSHIFT_TASK_TYPE"], **task)


try:
    main()
except Exception as problem:
    print(f"::warning::The run was not logged: {' '.join(str(problem).split())}")
