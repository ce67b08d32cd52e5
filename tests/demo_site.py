"""The demonstration data, built once for all tests that need them, and a server over a copy of them."""

from __future__ import annotations

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

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
WAIT_SECONDS = 60


@dataclass(frozen=True)
class Installation:
    """A data folder with its database, and the command over it."""

    folder: Path
    database: str

    def environment(self) -> dict[str, str]:
        """Without the marks of a test run: the product runs as it would on a desk."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "LVZHI", "DJANGO"))}
        return kept | {"LVZHI_DATA": str(self.folder), "DATABASE_URL": self.database, "PYTHONPATH": str(ROOT)}

    def run(self, *arguments: str, check: bool = False) -> subprocess.CompletedProcess[str]:
        """``lvzhi ARGUMENTS``."""
        return subprocess.run(
            [sys.executable, "-m", "lvzhi.config.command", *arguments],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=check,
            timeout=600,
        )

    def json(self, *arguments: str) -> Any:
        """What a command prints as JSON; it may have findings, not faults."""
        done = self.run(*arguments)
        assert done.returncode in {0, 1}, done.stderr
        return json.loads(done.stdout)

    def python(self, code: str) -> str:
        """Run code inside the product, as a clerk at the server might."""
        head = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'lvzhi.config.settings'; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", head + code], env=self.environment(), capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def copy(self, folder: Path) -> Installation:
        """An independent copy, on SQLite."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Installation(folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")


def build(folder: Path, database: str | None = None) -> Installation:
    """Build the demonstration data in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Installation(folder, database or f"sqlite:///{folder / 'lvzhi.sqlite3'}")
    done = made.run("demo", "--build-only")
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
