"""The demonstration data, built once for all tests that need them, and a server over a copy of them."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.started import LONGEST, MARKS, Started

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
WAIT_SECONDS = 60
STARTED = Started()
atexit.register(STARTED.close)


@dataclass(frozen=True)
class Installation:
    """A data folder with its database, and the command over it."""

    folder: Path
    database: str

    @classmethod
    def on_sqlite(cls, folder: Path) -> Installation:
        """With its database in the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")

    def environment(self) -> dict[str, str]:
        """Without the marks of a test run: the product runs as it would on a desk."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(MARKS)}
        return kept | {"LVZHI_DATA": str(self.folder), "DATABASE_URL": self.database, "PYTHONPATH": str(ROOT)}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """``lvzhi ARGUMENTS`` in a child of the process that has started the product."""
        return STARTED.run({"arguments": arguments}, self.environment(), self.folder)

    def process(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """``lvzhi ARGUMENTS`` from the very start of Python."""
        return subprocess.run(
            [sys.executable, "-m", "lvzhi.config.command", *arguments],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )

    def json(self, *arguments: str) -> Any:
        """What a command prints as JSON; it may have findings, not faults."""
        done = self.run(*arguments)
        assert done.returncode in {0, 1}, done.stderr
        return json.loads(done.stdout)

    def python(self, code: str) -> str:
        """Run code inside the product, as a clerk at the server might."""
        done = STARTED.run({"code": code}, self.environment(), self.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def started_anew(self, code: str) -> str:
        """The same from the very start of Python: some libraries put their defaults into the settings once."""
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup(); {code}"],
            env=self.environment() | {"DJANGO_SETTINGS_MODULE": "lvzhi.config.settings"},
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def copy(self, folder: Path) -> Installation:
        """An independent copy, on SQLite."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Installation.on_sqlite(folder)


def build(folder: Path, database: str | None = None) -> Installation:
    """Build the demonstration data in a folder."""
    made = Installation.on_sqlite(folder) if database is None else Installation(folder, database)
    done = made.process("demo", "--build-only")
    assert done.returncode == 0, done.stderr + done.stdout
    return made


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Server:
    """The product serving a copy of the demonstration data until closed."""

    def __init__(self, installation: Installation, *, ahead: int = 0) -> None:
        """`ahead`: days that it stands ahead of the machine's clock."""
        self.installation = installation
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.log = (installation.folder / "server.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lvzhi.config.command", "demo", "--port", str(port)],
            env=installation.environment() | {"LVZHI_DEMO_AHEAD": str(ahead)},
            cwd=installation.folder,
            stdout=self.log,
            stderr=self.log,
        )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(self.url + "/accounts/login", timeout=2).read()
            except OSError:
                assert self.process.poll() is None, "the server stopped, see server.log"
                time.sleep(0.2)
            else:
                return
        raise TimeoutError(self.url)

    def close(self) -> None:
        """Stop serving."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
