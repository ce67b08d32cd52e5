"""``lvzhi rehearse``: an installation of its own beside the office's, filled with invented people, thrown away whole."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lvzhi.config.keeping.vocabulary import (
    REHEARSAL_FOREIGN,
    REHEARSAL_GONE,
    REHEARSAL_INSIDE,
    REHEARSAL_NONE,
    REHEARSAL_RUNS,
    REHEARSAL_SERVED,
)

DONE, BAD_INPUT = 0, 2
NAME, MARK, LOCK = "rehearsal", "rehearsal.mark", "rehearsal.lock"
# of the office alone: its database, its keys, what other servers and sign-ons it speaks with
OWN = (
    "DATABASE_URL", "LVZHI_DATA", "LVZHI_SECRET", "LVZHI_SECRET_KEYS", "LVZHI_REDIS", "LVZHI_PGBOUNCER", "LVZHI_METRICS",
    "LVZHI_OIDC_ISSUER", "LVZHI_OIDC_CLIENT", "LVZHI_OIDC_SECRET",
)  # fmt: skip


def rehearse(options: argparse.Namespace) -> int:
    """Build and serve it, or throw it away. 2 where one runs already, or what lies there is none of ours."""
    from django.conf import settings

    home = Path(settings.LVZHI_DATA)
    if is_rehearsal(home):
        print(REHEARSAL_INSIDE, file=sys.stderr)
        return BAD_INPUT
    folder = home / NAME
    if folder.exists() and not is_rehearsal(folder):
        print(REHEARSAL_FOREIGN.format(folder=folder), file=sys.stderr)
        return BAD_INPUT
    if options.throw_away and not folder.exists():
        print(REHEARSAL_NONE)
        return DONE
    with _alone(home) as held:
        if held is None:
            print(REHEARSAL_RUNS, file=sys.stderr)
            return BAD_INPUT
        return _thrown_away(folder) if options.throw_away else _served(folder, options, held)


def is_rehearsal(folder: Path) -> bool:
    """Whether what a data folder holds is a rehearsal."""
    return (folder / MARK).exists()


@contextmanager
def _alone(home: Path) -> Iterator[int | None]:
    """Hold the lock beside the folder as long as it is served; None where somebody else does."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        yield lock.fileno()


def _thrown_away(folder: Path) -> int:
    """The mark goes last, so that a run that is killed can be finished by another."""
    for path in folder.iterdir():
        if path.name != MARK:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(folder)
    print(REHEARSAL_GONE)
    return DONE


def _served(folder: Path, options: argparse.Namespace, held: int) -> int:
    """The server has the lock too: where this process is killed, it stands until the other ends."""
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / MARK).touch()
    here = {name: value for name, value in os.environ.items() if name not in OWN}
    here |= {"LVZHI_DATA": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'lvzhi.sqlite3'}"}
    asked = [
        sys.executable,
        "-m",
        "lvzhi.config.command",
        "serve" if options.empty else "demo",
        "--port",
        str(options.port),
    ]
    if options.build_only:
        asked.append("--build-only")
    else:
        print(REHEARSAL_SERVED.format(port=options.port), flush=True)
    with subprocess.Popen(asked, env=here, pass_fds=(held,)) as process:  # noqa: S603  reason: our own command
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            return process.wait()
