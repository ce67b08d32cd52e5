"""``lvzhi relay``: packages made, taken, keys made. Exit codes: 0 all done, 1 parked or nothing to send, 2 refused."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lvzhi.config.vocabulary import (
    NOT_WRITABLE,
    RELAY_ALGORITHM,
    RELAY_FILE,
    RELAY_FINGERPRINT,
    RELAY_NO_COMMITTEE,
    RELAY_NO_FILES,
    RELAY_ONE_PEER,
    RELAY_WRITTEN,
)

if TYPE_CHECKING:
    from lvzhi.committee.models import Committee

DONE, FINDING, BAD_INPUT = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """One of the three."""
    from lvzhi.committee.scope import Scope

    committee = Scope.of(options.committee).committee if options.committee else None
    does: dict[str, Any] = {"pack": _pack, "take": _take, "key": _key}
    code: int = does[options.what](options, committee)
    return code


def _said(sentence: str, code: int = BAD_INPUT) -> int:
    print(sentence, file=sys.stderr)
    return code


def _pack(options: argparse.Namespace, committee: Committee | None) -> int:
    """The next packages of what waits, as many as it takes; with --again those without receipt once more."""
    from lvzhi.access import Refusal
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.relay import actions, queries

    if len(options.named) != 1:
        return _said(RELAY_ONE_PEER)
    folder = Path(options.output)
    if not folder.is_dir():
        return _said(NOT_WRITABLE.format(name=folder, problem=""))
    peer = queries.peer_named(options.named[0], committee)
    actor = cli_actor()
    wanted = list(queries.unanswered(peer)) if options.again else []
    found = len(wanted)
    try:
        while True:
            wanted.append(actions.pack(actor, peer))
    except Refusal as refusal:
        if refusal.code != "relay.nothing_to_send":
            raise
        if len(wanted) == found:
            print(refusal.sentence, file=sys.stderr)
    for package in wanted:
        package.peer = peer
        code = _write(folder / actions.file_name(package), actions.give_out(actor, package))
        if code:
            return code
    return DONE if wanted else FINDING


def _write(path: Path, data: bytes) -> int:
    from lvzhi.relay.actions import write_whole

    try:
        write_whole(path, data)
    except OSError as problem:
        return _said(NOT_WRITABLE.format(name=path, problem=problem.strerror))
    print(RELAY_WRITTEN.format(name=path))
    return DONE


def _take(options: argparse.Namespace, committee: Committee | None) -> int:
    """Each file in the order given; one that is refused does not keep the others out."""
    from lvzhi.access import Refusal
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.relay import actions

    if not options.named:
        return _said(RELAY_NO_FILES)
    worst = DONE
    for name in options.named:
        try:
            took = actions.take(cli_actor(), name, name=Path(name).name, committee=committee)
        except Refusal as refusal:
            worst = _said(RELAY_FILE.format(name=name, sentence=refusal.sentence))
            continue
        print(RELAY_FILE.format(name=name, sentence=took.sentence))
        if took.code == "parked" or took.refused or took.stopped is not None:
            worst = max(worst, FINDING)
    return worst


def _key(options: argparse.Namespace, committee: Committee | None) -> int:
    """A new key; its card is written for the other side."""
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.committee.models import Committee
    from lvzhi.norms import value
    from lvzhi.relay import actions

    found = [committee] if committee else list(Committee.objects.all()[:2])
    if len(found) != 1:
        return _said(RELAY_NO_COMMITTEE)
    algorithm = options.algorithm or str(value("relay.algorithm", found[0].pk))
    if algorithm not in actions.ALGORITHMS:
        return _said(RELAY_ALGORITHM.format(given=algorithm, known="、".join(actions.ALGORITHMS)))
    folder = Path(options.output)
    if not folder.is_dir():
        return _said(NOT_WRITABLE.format(name=folder, problem=""))
    actor = cli_actor()
    key = actions.make_key(actor, found[0], algorithm)
    print(RELAY_FINGERPRINT.format(fingerprint=key.fingerprint))
    return _write(folder / actions.card_name(key), actions.make_card(actor, key))
