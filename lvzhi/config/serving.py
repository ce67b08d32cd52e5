"""Bring the database up to date, build the demonstration data where there is none, and serve."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder, get_finders
from django.core.management import call_command

from lvzhi.config import tables
from lvzhi.config.vocabulary import ALREADY, BUILT, LOGIN_LINE, LOGINS, SERVING

HOST = "127.0.0.1"
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
        serve(port)
    return 0


def _progress(name: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{name} {done}/{total}   ", end="" if done < total else "\n", file=sys.stderr, flush=True)
    elif done == total:
        print(f"{name} {total}", file=sys.stderr, flush=True)


def serve(port: int, application: str = APPLICATION) -> None:
    """Serve with granian in WSGI mode until stopped.

    Args:
        port: on 127.0.0.1.
        application: another one than the product, as the benchmark's baselines are, under the same settings.
    """
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces

    connections.close_all()
    print(SERVING.format(address=f"http://{HOST}:{port}/"), flush=True)
    Granian(
        application,
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        backpressure=64,
        log_access=False,  # no line says who asked for which page when: the journal keeps what was done, votes aside
    ).serve()
