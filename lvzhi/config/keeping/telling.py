"""How keeping speaks while it works: one sentence when it stops, a line of progress when it takes long."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lvzhi.config.keeping.vocabulary import PHASES, PROGRESS, STOPS

MEGABYTE = 1024 * 1024
SPARE = 32 * MEGABYTE
EVERY, EVERY_IN_LOGS = 0.3, 10.0  # seconds between two lines of progress
PATIENCE = 1.0  # seconds without a word


class Stop(Exception):  # noqa: N818  reason: what was asked is refused, as `Refusal` is; no fault
    """It cannot be done, and why in one sentence.

    Args:
        code: the keys of `vocabulary.STOPS`.
        facts: what the sentence shows.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = STOPS[code].format(**facts)

    def __str__(self) -> str:
        return self.sentence


class Progress:
    """Says how far a phase is, once it has taken longer than a second; on a terminal in place, else every ten seconds."""

    def __init__(self) -> None:
        self.phase = ""
        self.said = 0.0
        self.open = False

    def __call__(self, phase: str, done: int, total: int) -> None:
        """`phase` is one of `vocabulary.PHASES`."""
        now, terminal = time.monotonic(), sys.stderr.isatty()
        if phase != self.phase:
            self.close()
            self.phase, self.said = phase, now + PATIENCE - EVERY
        if now - self.said < (EVERY if terminal or not self.open else EVERY_IN_LOGS):
            return
        self.said, self.open = now, True
        line = PROGRESS.format(name=PHASES[phase], done=done, total=total)
        print(f"\r{line}   " if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the line that stands on a terminal."""
        if self.open and sys.stderr.isatty():
            print(file=sys.stderr, flush=True)
        self.phase, self.open = "", False


def need_space(folder: Path, needed: int) -> None:
    """Stop where a folder's disk has not so many bytes left, and some to spare."""
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise Stop("space", folder=folder, free=free // MEGABYTE, needed=(needed + SPARE) // MEGABYTE + 1)


@contextmanager
def workplace(parent: Path, name: str) -> Iterator[Path]:
    """A folder for the owner alone that goes when the block ends; those that a killed run left go first.

    Raises:
        Stop: no_folder.
    """
    try:
        for left in parent.glob(f".{name}.*.part"):
            _sweep(left)
        folder = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".part", dir=parent))
    except OSError:
        raise Stop("no_folder", name=parent) from None
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep(left: Path) -> None:
    """Remove it, unless somebody works there: then he holds its lock."""
    try:
        with (left / "lock").open("r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
    except OSError:
        return


def settle(path: Path) -> None:
    """Let what was written to a file, or the names in a folder, outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
