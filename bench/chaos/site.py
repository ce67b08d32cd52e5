"""A place that can be harmed: its own disk and database, the server as it is run, started again as systemd would."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from bench.load import HOST, ask, get
from bench.place import ROOT, Installation
from bench.servers import _children, _free_port

TOOLS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path("/usr/bin"))
DISK = {"sqlite": "192m", "postgresql": "768m"}
UP = 120.0  # seconds a server may take to come up on a busy machine


class Disk:
    """A small disk: mounted where we may, else the folder it is (then it cannot be filled)."""

    def __init__(self, size: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lvzhi-chaos-"))
        self.folder.chmod(0o755)
        asked = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "none", str(self.folder)]
        self.own = subprocess.run(asked, capture_output=True, check=False).returncode == 0

    def fill(self) -> None:
        """Until not a byte goes in."""
        with (self.folder / "filler").open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"\0" * (1 << 20))
        with (self.folder / "filler").open("ab", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"\0" * 512)

    def free(self) -> None:
        """Room again."""
        (self.folder / "filler").unlink(missing_ok=True)

    def close(self) -> None:
        """Gone."""
        if self.own:
            subprocess.run(["umount", "-l", str(self.folder)], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


class Lite:
    """SQLite: what can happen to it is that somebody holds it."""

    kind = "sqlite"

    def __init__(self, disk: Disk) -> None:
        self.path = disk.folder / "data" / "lvzhi.sqlite3"
        self.address = f"sqlite:///{self.path}"

    def cut(self, seconds: float) -> None:
        """Held by another process for longer than anybody waits."""
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            time.sleep(seconds)
            other.execute("ROLLBACK")

    def mend(self) -> None:
        """Nothing to do: its file is all it is."""

    def close(self) -> None:
        """Nothing runs."""


class Postgres:
    """A server of its own, so that it can be stopped in the middle."""

    kind = "postgresql"

    def __init__(self, disk: Disk) -> None:
        self.folder, self.port = disk.folder / "pg", _free_port()
        self.folder.mkdir()
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.as_user:
            shutil.chown(self.folder, "postgres", "postgres")
        self._tool("initdb", "-D", str(self.folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = (
            f"port={self.port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nmax_wal_size=96MB\n"
            "min_wal_size=32MB\nshared_buffers=64MB\nlog_min_messages=fatal\n"
        )
        with (self.folder / "postgresql.conf").open("a") as file:
            file.write(settings)
        self._start()
        self.address = f"postgres://postgres@127.0.0.1:{self.port}/lvzhi"
        self._sql("CREATE DATABASE lvzhi", "postgres")

    def _tool(self, name: str, *arguments: str, check: bool = True) -> bool:
        asked = [*self.as_user, str(TOOLS / name), *arguments]
        nothing = subprocess.DEVNULL
        done = subprocess.run(asked, stdin=nothing, stdout=nothing, stderr=nothing, cwd="/", check=False)
        if check and done.returncode:
            raise SystemExit(f"{name} failed with {done.returncode}")
        return done.returncode == 0

    def _start(self) -> bool:
        log = str(self.folder / "server.log")
        return self._tool("pg_ctl", "start", "-w", "-t", "60", "-D", str(self.folder), "-l", log, check=False)

    def _sql(self, statement: str, database: str = "lvzhi") -> None:
        import psycopg

        address = f"postgres://postgres@127.0.0.1:{self.port}/{database}"
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            connection.execute(statement)  # type: ignore[arg-type]  # reason: our own words

    def cut(self, seconds: float) -> None:
        """One time in two every connection is ended and none let in, else the server stops as by a power cut."""
        if random.random() < 0.5:
            self._sql("ALTER DATABASE lvzhi ALLOW_CONNECTIONS false", "postgres")
            self._sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'lvzhi'", "postgres")
            time.sleep(seconds)
            self._sql("ALTER DATABASE lvzhi ALLOW_CONNECTIONS true", "postgres")
            return
        self._tool("pg_ctl", "stop", "-m", "immediate", "-D", str(self.folder), check=False)
        time.sleep(seconds)
        self.mend()

    def mend(self) -> None:
        """Up again, where it fell over."""
        until = time.monotonic() + UP
        while time.monotonic() < until:
            try:
                self._sql("SELECT 1")
                return
            except Exception:  # noqa: BLE001  # reason: whatever it says, it is asked again until it answers
                if not self._tool("pg_ctl", "status", "-D", str(self.folder), check=False):
                    self._start()
                time.sleep(0.3)
        raise SystemExit("the database did not come up again")

    def close(self) -> None:
        """Stopped."""
        self._tool("pg_ctl", "stop", "-m", "immediate", "-D", str(self.folder), check=False)


class Site:
    """The product, served by its own command, on a disk and a database of its own."""

    def __init__(self, kind: str) -> None:
        self.disk = Disk(DISK[kind])
        self.log = tempfile.NamedTemporaryFile(prefix="lvzhi-chaos-", suffix=".log", delete=False)  # noqa: SIM115  # reason: kept for the one who reads the table
        self.process: subprocess.Popen[bytes] | None = None
        self.ahead = 0
        try:
            data = self.disk.folder / "data"
            data.mkdir()
            self.database: Lite | Postgres = Lite(self.disk) if kind == "sqlite" else Postgres(self.disk)
            self.place = Installation("chaos", data, self.database.address)
            self.port = _free_port()
        except BaseException:
            self.disk.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.database.close()
        self.disk.close()

    def environment(self) -> dict[str, str]:
        """Of the server and its workers."""
        return self.place.environment() | {
            "DJANGO_SETTINGS_MODULE": "bench.chaos.settings", "CHAOS_AHEAD": str(self.ahead), "LVZHI_LOG": "ERROR",
        }  # fmt: skip

    def start(self) -> None:
        """Serve until killed, and come back when it answers."""
        asked = [sys.executable, "-m", "lvzhi.config.command", "serve", "--port", str(self.port), "--jobs", "1"]
        self.process = subprocess.Popen(asked, env=self.environment(), cwd=ROOT, stdout=self.log, stderr=self.log)
        self.wait()

    def wait(self) -> None:
        """Until it says it is ready; a server that ended is started again."""
        until = time.monotonic() + UP
        while time.monotonic() < until:
            with suppress(OSError, ValueError, IndexError):
                if ask(self.port, get("/ready"), patience=10).status == 200:
                    return
            if self.process is not None and self.process.poll() is not None:
                self.process = subprocess.Popen(
                    self.process.args, env=self.environment(), cwd=ROOT, stdout=self.log, stderr=self.log
                )
            time.sleep(0.2)
        raise SystemExit(f"the server did not become ready again, see {self.log.name}")

    def processes(self) -> dict[str, list[int]]:
        """The server's own, its web processes, its workers for jobs."""
        assert self.process is not None
        found: dict[str, list[int]] = {"server": [self.process.pid], "web": [], "worker": []}
        for pid in _children(self.process.pid):
            with suppress(OSError):
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                if b"resource_tracker" in b" ".join(words):
                    continue
                found["worker" if b"work" in words else "web"].append(pid)
        return found

    def kill(self) -> None:
        """As a power cut does to the server's own process; what it started must leave by itself."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        until = time.monotonic() + 10
        while time.monotonic() < until and not _free(self.port):
            time.sleep(0.1)

    def run(self, module: str, *arguments: object) -> Any:
        """A module over the same data."""
        return self.place.run(module, *arguments)


def _free(port: int) -> bool:
    with socket.socket() as wire:
        wire.settimeout(1)
        return wire.connect_ex((HOST, port)) != 0


def shoot(pid: int) -> None:
    """kill -9."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextmanager
def helper(site: Site, ahead: int) -> Any:
    """A second worker beside the server's own, with another clock."""
    site_env = site.environment() | {"CHAOS_AHEAD": str(ahead)}
    asked = [sys.executable, "-m", "lvzhi.config.command", "work"]
    process = subprocess.Popen(asked, env=site_env, cwd=ROOT, stdout=site.log, stderr=site.log)
    try:
        yield
    finally:
        process.kill()
        process.wait()
