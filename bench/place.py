"""Where a run takes place: a temporary folder, two databases of its own, and processes started over them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 1_800  # seconds any one step of the preparation may take
PREFIX = "lvzhi_bench"


@dataclass(frozen=True)
class Installation:
    """A data folder and the address of a database."""

    name: str
    folder: Path
    database: str

    def environment(self) -> dict[str, str]:
        """As on a server: nothing of a test run or of another installation."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "LVZHI", "DJANGO"))}
        return kept | {"LVZHI_DATA": str(self.folder), "DATABASE_URL": self.database, "PYTHONPATH": str(ROOT)}

    def run(self, module: str, *arguments: object) -> Any:
        """What ``python -m MODULE ARGUMENTS`` prints as JSON on its last line.

        Raises:
            SystemExit: it failed; its own words go to standard error.
        """
        done = subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            env=self.environment(), cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=LONGEST, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{module} failed on the {self.name} database, see above")
        return json.loads(done.stdout.splitlines()[-1])


class Place:
    """A small and a large installation, gone when the run ends."""

    def __init__(self, server: str | None) -> None:
        self.server = server
        self.folder = Path(tempfile.mkdtemp(prefix="lvzhi-bench-"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.server:
            for name in ("small", "large", "province", "judged"):
                _on(self.server, f'DROP DATABASE IF EXISTS "{PREFIX}_{name}" WITH (FORCE)')

    @property
    def engine(self) -> str:
        """Which kind of database the run is on."""
        return "postgresql" if self.server else "sqlite"

    def fresh(self, name: str) -> Installation:
        """An empty one."""
        folder = self.folder / name
        folder.mkdir()
        if not self.server:
            return Installation(name, folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")
        _on(self.server, f'DROP DATABASE IF EXISTS "{PREFIX}_{name}" WITH (FORCE)')
        _on(self.server, f'CREATE DATABASE "{PREFIX}_{name}"')
        return Installation(name, folder, self._address(name))

    def copy(self, of: Installation, name: str) -> Installation:
        """A copy of one that nobody uses at the moment."""
        folder = self.folder / name
        shutil.copytree(of.folder, folder)
        if not self.server:
            return Installation(name, folder, f"sqlite:///{folder / 'lvzhi.sqlite3'}")
        _on(self.server, f'DROP DATABASE IF EXISTS "{PREFIX}_{name}" WITH (FORCE)')
        _on(self.server, f'CREATE DATABASE "{PREFIX}_{name}" TEMPLATE "{PREFIX}_{of.name}"')
        return Installation(name, folder, self._address(name))

    def _address(self, name: str) -> str:
        assert self.server is not None
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{PREFIX}_{name}"))


def _on(server: str, statement: str) -> None:
    import psycopg

    address = urlunsplit(urlsplit(server)._replace(path="/postgres"))
    with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # reason: names are ours, written above
