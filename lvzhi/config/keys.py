"""``lvzhi keys``: a new encryption key in place of the old, and whether every encrypted field can be opened."""

from __future__ import annotations

import argparse
import os
import sys

from lvzhi.config.vocabulary import (
    KEYS_ADDED,
    KEYS_BAD,
    KEYS_DONE,
    KEYS_FROM_ENVIRONMENT,
    KEYS_LINE,
    KEYS_OLD,
    KEYS_PROGRESS,
    KEYS_SOUND,
)

DONE, FINDING, BAD_INPUT = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Rotate or verify."""
    return _rotate(same_key=options.same_key) if options.what == "rotate" else _verify()


def _rotate(*, same_key: bool) -> int:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.journal import rekeying, secrets

    actor = cli_actor()
    if not same_key:
        if os.environ.get("LVZHI_SECRET_KEYS"):
            print(KEYS_FROM_ENVIRONMENT, file=sys.stderr)
            return BAD_INPUT
        print(KEYS_ADDED.format(key=rekeying.add_key(actor)))
    count = rekeying.bring_over(actor, _progress)
    print(KEYS_DONE.format(key=secrets.newest_head(), count=count))
    return DONE


def _progress(place: str, done: int, total: int) -> None:
    print(KEYS_PROGRESS.format(place=place, done=done, total=total), file=sys.stderr, flush=True)


def _verify() -> int:
    from lvzhi.journal import rekeying, secrets

    problems: list[str] = []
    found = rekeying.opened(
        lambda place, pk, problem: problems.append(KEYS_BAD.format(place=place, pk=pk, problem=problem))
    )
    for head, count in sorted(found.items()):
        print(KEYS_LINE.format(head=head, count=count))
    old = found.total() - found[secrets.newest_head()]
    if old:
        problems.append(KEYS_OLD.format(count=old))
    for problem in problems:
        print(problem)
    if problems:
        return FINDING
    print(KEYS_SOUND.format(count=found.total()))
    return DONE
