"""A process that has started the product and forks for each command: half of their time was Python's start.

Run as a module it is that process: it reads what to do from stdin, a line of JSON each, and answers with the exit code.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 600  # seconds
MARKS = ("PYTEST", "LVZHI", "DJANGO")  # of a test run; the product runs without, as it would on a desk
SETTINGS = {"DJANGO_SETTINGS_MODULE": "lvzhi.config.settings"}


class Started:
    """The product, started once for the installations of one run of tests."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="lvzhi-started-")
        self.process: subprocess.Popen[str] | None = None

    def run(self, ask: dict[str, Any], environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
        """A command (``arguments``) or a script (``code``) in a child of its own with that environment."""
        out, err = (Path(self.folder.name) / name for name in ("out", "err"))
        line = {**ask, "environment": environment, "folder": str(folder), "out": str(out), "err": str(err)}
        process = self._process()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(line) + "\n")
        process.stdin.flush()
        code = int(process.stdout.readline())
        return subprocess.CompletedProcess(
            ask.get("arguments", []), code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
        )

    def _process(self) -> subprocess.Popen[str]:
        if self.process is None:
            kept = {key: value for key, value in os.environ.items() if not key.startswith(MARKS)}
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.started"],
                env=kept | {"PYTHONPATH": str(ROOT), "LVZHI_DATA": self.folder.name},
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        return self.process

    def close(self) -> None:
        """End it; it ends with its stdin."""
        if self.process is not None and self.process.stdin is not None and self.process.stdout is not None:
            self.process.stdin.close()
            self.process.stdout.close()
            self.process.wait(10)
        self.folder.cleanup()


def _settle() -> None:
    """Read the settings anew: they were read for no installation before."""
    from django.conf import settings
    from django.db import connections

    from lvzhi.config import settings as values

    importlib.reload(values)
    settings._setup()
    connections._settings = None
    with contextlib.suppress(AttributeError):
        del connections.settings
    with contextlib.suppress(AttributeError):
        del connections["default"]


def _child(ask: dict[str, Any]) -> int:
    import signal

    signal.alarm(LONGEST)
    os.environ.clear()
    os.environ.update(ask["environment"] | SETTINGS)
    os.chdir(ask["folder"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(ask[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    try:
        _settle()
        if "code" in ask:
            exec(compile(ask["code"], "script", "exec"), {"__name__": "script"})
            return 0
        from lvzhi.config.command import main

        return main(ask["arguments"])
    except SystemExit as leaving:
        if isinstance(leaving.code, str):
            print(leaving.code, file=sys.stderr)
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:  # noqa: BLE001  reason: as Python itself, the child says what happened and ends with 1
        traceback.print_exc()
        return 1


def serve() -> None:
    """Start the product and fork for each line asked."""
    os.environ.update(SETTINGS)
    import django

    django.setup()
    for room in ("config.opening", "config.bringing", "reports.writing", "reports.checking", "journal.verify"):
        importlib.import_module(f"lvzhi.{room}")
    gc.freeze()  # what is loaded stays in every child: nobody need look through it again
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            code = _child(json.loads(line))
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve()
