"""Servers as the product starts them, watched through /proc: which processes, how busy, how much memory."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from bench.load import HOST, ask, get
from bench.place import ROOT, Installation

WAIT = 60.0
TICK = os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


class Server:
    """One site served by granian until closed."""

    def __init__(self, name: str, application: str, at: Installation, ready: str) -> None:
        self.name, self.port = name, _free_port()
        with (at.folder / f"{name}.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bench.serve", application, str(self.port)],
                env=at.environment(), cwd=ROOT, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            self._wait(ready)
        except BaseException:
            self.close()
            raise

    def _wait(self, path: str) -> None:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            try:
                if ask(self.port, get(path)).status < 500:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"the server {self.name} did not start")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop it with its workers."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)

    def processes(self) -> list[int]:
        """The server and its workers."""
        return [self.process.pid, *_children(self.process.pid)]

    def used(self) -> float:
        """Seconds of processor time it and its workers have used."""
        return _used(self.processes())

    def memory(self) -> float:
        """The share of memory of its largest worker, in megabytes (PSS)."""
        return max((_pss(pid) for pid in _children(self.process.pid)), default=0.0)

    def marked(self) -> dict[int, float]:
        """What each worker holds now, in megabytes (resident); from here on the most it holds is watched anew."""
        pids = _children(self.process.pid)
        for pid in pids:
            Path(f"/proc/{pid}/clear_refs").write_text("5")
        return {pid: _status(pid, "VmRSS") for pid in pids}

    def grown(self, since: dict[int, float]) -> float:
        """By how much more a worker held at most since it was marked, in megabytes."""
        return max((_status(pid, "VmHWM") - before for pid, before in since.items()), default=0.0)


def _children(parent: int) -> list[int]:
    every = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    return [pid for pid in every if _stat(pid)[1:2] == [str(parent)]]


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the name: state, parent, …; empty where it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _pss(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _status(pid: int, name: str) -> float:
    """A size out of /proc/PID/status, in megabytes; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)


def _used(pids: list[int]) -> float:
    """Seconds of processor time these have used."""
    stats = (_stat(pid) for pid in pids)
    return sum((int(stat[11]) + int(stat[12])) / TICK for stat in stats if stat)


def _machine() -> tuple[float, float]:
    """Seconds of processor time of the whole machine: busy, and all."""
    numbers = [int(one) for one in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (sum(numbers) - numbers[3] - numbers[4]) / TICK, sum(numbers) / TICK


def rest(servers: list[Server], most: float = 5.0) -> float:
    """Wait until the servers do nothing; gives the share of the machine that others keep busy meanwhile."""
    pids = [pid for server in servers for pid in server.processes()]
    until = time.monotonic() + most
    while True:
        ours, (busy, whole) = _used(pids), _machine()
        time.sleep(0.3)
        idle = _used(pids) - ours < 0.02
        now_busy, now_whole = _machine()
        others = (now_busy - busy) / max(now_whole - whole, 0.01)
        # Others may never rest: wait for them a little, and say how busy they were.
        if (idle and others < 0.1) or time.monotonic() > until - (most - 1.0 if idle else 0.0):
            return others
