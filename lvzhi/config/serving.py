"""Bring the database up to date, build the demonstration data where there is none, and serve."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder, get_finders
from django.core.management import call_command

from lvzhi.config import firstcode, tables
from lvzhi.config.keeping import state
from lvzhi.config.keeping.vocabulary import UPGRADE_FIRST
from lvzhi.config.vocabulary import ALREADY, BUILT, LOGIN_LINE, LOGINS, SERVING

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 4
PAUSE, LEAVING = 1.0, 10.0  # seconds before a worker is started again; for its leaving
BAD_INPUT = 2
APPLICATION = "lvzhi.config.wsgi:application"


def prepare() -> None:
    """Tables and static files; what stands already is not gathered again."""
    tables.up_to_date()
    if not settings.DEBUG:
        _gather()


def _gather() -> None:
    """Collect, hash and compress the static files when one of them is newer than the last collection."""
    stamp = Path(settings.STATIC_ROOT) / "gathered"
    newest = max((_changed(Path(path)) for finder in get_finders() for path in _listed(finder)), default=0.0)
    if stamp.exists() and stamp.read_text(encoding="ascii") == repr(newest):
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(repr(newest), encoding="ascii")


def _listed(finder: BaseFinder) -> Iterator[str]:
    for name, storage in finder.list([]):
        yield storage.path(name)


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def demo(*, build_only: bool, port: int) -> int:
    """Build the demonstration data if absent, print who can log in as whom, and serve.

    Args:
        build_only: stop before serving.
        port: on 127.0.0.1.
    """
    from lvzhi.demo.build import build
    from lvzhi.demo.logins import PASSWORD, logins
    from lvzhi.demo.presence import is_built

    prepare()
    if is_built():
        print(ALREADY)
    else:
        began = time.monotonic()
        build(progress=_progress)
        print(BUILT.format(seconds=time.monotonic() - began))
    print(LOGINS.format(password=PASSWORD))
    for login in logins():
        print(LOGIN_LINE.format(username=login.username, name=login.name, what=login.what))
    sys.stdout.flush()
    if not build_only:
        serve(port, jobs=1)
    return 0


def _progress(name: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{name} {done}/{total}   ", end="" if done < total else "\n", file=sys.stderr, flush=True)
    elif done == total:
        print(f"{name} {total}", file=sys.stderr, flush=True)


def open_for_use(*, host: str, port: int, workers: int, jobs: int) -> int:
    """``lvzhi serve``: tables, static files, then the web and beside it workers for background jobs."""
    if count := state.behind():
        print(UPGRADE_FIRST.format(count=count), file=sys.stderr)
        return BAD_INPUT
    prepare()
    firstcode.say_while_empty()
    serve(port, host=host, workers=workers, jobs=jobs)
    return 0


def work(parent: int | None, *, until_empty: bool) -> int:
    """``lvzhi work``: one worker for background jobs, until stopped; with `until_empty` until nothing waits.

    Args:
        parent: the process that started it; when that is gone, it leaves.
    """
    from lvzhi.jobs.worker import Worker

    one = Worker(parent=parent)
    if not until_empty:
        one.work()
        return 0
    while one.once():
        pass
    return 0


def serve(
    port: int, application: str = APPLICATION, *, host: str = HOST, workers: int = WORKERS, jobs: int = 0
) -> None:
    """Serve with granian in WSGI mode until stopped.

    Args:
        port, host: where it listens.
        application: another one than the product, as the benchmark's baselines are, under the same settings.
        workers: processes that answer requests; one that dies is replaced.
        jobs: processes beside them that do background jobs.
    """
    from granian import Granian
    from granian.constants import Interfaces

    from lvzhi.config import measuring, orphans

    let_go()
    measuring.begin()
    os.environ[orphans.PARENT] = str(os.getpid())
    beside = Beside(jobs)
    print(SERVING.format(address=f"http://{host}:{port}/"), flush=True)
    try:
        Granian(
            application,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            backpressure=64,
            respawn_failed_workers=True,  # one killed by the machine for want of memory must not end the others
            log_access=False,  # no line says who asked for which page when: the journal keeps what was done, votes aside
        ).serve()
    finally:
        beside.end()


def let_go() -> None:
    """Close every connection, and the pools that keep them open: processes that are forked would talk over one wire."""
    from django.db import connections

    for one in connections.all(initialized_only=True):
        one.close()
        if hasattr(one, "close_pool"):
            one.close_pool()


class Beside:
    """Workers for background jobs, started again when they end, and ended with the server."""

    def __init__(self, count: int) -> None:
        self.over = threading.Event()
        self.running: list[subprocess.Popen[bytes]] = []
        self.threads = [threading.Thread(target=self._keep, daemon=True) for _ in range(count)]
        for one in self.threads:
            one.start()

    def _keep(self) -> None:
        asked = [sys.executable, "-m", "lvzhi.config.command", "work", "--with", str(os.getpid())]
        while not self.over.is_set():
            process = subprocess.Popen(asked, stdin=subprocess.DEVNULL)  # noqa: S603  reason: our own command
            self.running.append(process)
            process.wait()
            self.running.remove(process)
            self.over.wait(PAUSE)

    def end(self) -> None:
        """Let them finish what they have in hand, for a moment; what they leave is begun again by the next."""
        self.over.set()
        for one in list(self.running):
            one.terminate()
        for thread in self.threads:
            thread.join(LEAVING)
        for one in list(self.running):
            one.kill()
