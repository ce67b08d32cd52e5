"""``lvzhi search rebuild``: the index anew while people work. Exit codes: 0 done, 2 one is under way already."""

from __future__ import annotations

import argparse
import sys
import time

from lvzhi.config.vocabulary import SEARCH_DONE, SEARCH_PROGRESS

DONE = 0


def run(options: argparse.Namespace) -> int:
    """Rebuild, telling how far it is where somebody looks on.

    Raises:
        Conflict: ``search.filling_already``.
    """
    from lvzhi.search.rebuilding import rebuild

    began = time.monotonic()
    count = rebuild(_told if sys.stderr.isatty() else (lambda done, total: None), force=options.force)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(SEARCH_DONE.format(count=count, seconds=round(time.monotonic() - began, 1)))
    return DONE


def _told(done: int, total: int) -> None:
    print(SEARCH_PROGRESS.format(done=done, total=total), end="", file=sys.stderr, flush=True)
