"""Two installations, each with a database and a data folder of its own; only files go from one to the other."""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend

from lvzhi.accounts.actors import system_actor
from lvzhi.committee import actions as places
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.journal import secrets
from lvzhi.journal.events import register
from lvzhi.journal.lines import line
from lvzhi.relay import actions, kinds
from lvzhi.relay.kinds import Arrival, File, Kind
from lvzhi.relay.models import Held, Incoming, Outgoing, Peer, Post

START = dt.date(2024, 1, 8)
register({"relay.test": "测试"})
NOTE = "test.note"


def _take_note(actor: Any, peer: Peer, arrival: Arrival, files: Sequence[File]) -> None:
    """What a kind does: writes a row. A text 不办 is refused after the row is written, which must undo it."""
    from lvzhi.access import Refusal

    with line(actor, "relay.test", committee=peer.committee_id):
        Unit(committee_id=peer.committee_id, name=f"{arrival.payload['text']} {arrival.version}", starts=START,
             code=uuid.uuid4().hex, contact=str(len(files))).save()  # fmt: skip
    if arrival.payload["text"] == "不办":
        raise Refusal("relay.unknown")


kinds.register(Kind(NOTE, "便条", _take_note, lambda payload: kinds.said(payload, "text")))


def template(folder: Path) -> Path:
    """An empty database with all tables."""
    path = folder / "empty.sqlite3"
    wrapper = wrapper_of(path)
    before = connections["default"]
    connections["default"] = wrapper
    try:
        call_command("migrate", run_syncdb=True, verbosity=0)
    finally:
        connections["default"] = before
        wrapper.close()
    return path


def wrapper_of(path: Path) -> Any:
    """The connection to a database file."""
    given = {**connections.settings["default"], "NAME": str(path), "CONN_MAX_AGE": None}
    return load_backend(given["ENGINE"]).DatabaseWrapper(given, "default")


class Shore:
    """One installation with one committee that knows the other."""

    def __init__(self, folder: Path, empty: Path, code: str, name: str) -> None:
        self.folder, self.code, self.name = folder, code, name
        folder.mkdir(parents=True)
        shutil.copy(empty, folder / "lvzhi.sqlite3")
        self.wrapper = wrapper_of(folder / "lvzhi.sqlite3")

    @contextmanager
    def entered(self) -> Iterator[Any]:
        """Inside, every record and file is this installation's; the answer acts."""
        before, data = connections["default"], settings.LVZHI_DATA
        connections["default"], settings.LVZHI_DATA = self.wrapper, self.folder
        secrets.forget_keys()
        try:
            yield system_actor("tests", at=clock.now())
        finally:
            connections["default"], settings.LVZHI_DATA = before, data
            secrets.forget_keys()

    def copy(self, folder: Path) -> Shore:
        """The same installation, to be changed on its own."""
        self.wrapper.close()
        shutil.copytree(self.folder, folder)
        made = object.__new__(Shore)
        made.folder, made.code, made.name = folder, self.code, self.name
        made.wrapper = wrapper_of(folder / "lvzhi.sqlite3")
        return made

    def found(self, algorithm: str = "ed25519-sha256") -> bytes:
        """Found the committee with its key; the card of it."""
        with self.entered() as actor:
            committee = places.create(actor, name=self.name, code=self.code, level="county")
            return actions.make_card(actor, actions.make_key(actor, committee, algorithm, starts=START))

    def know(self, card: bytes, *extra: str, algorithm: str = "ed25519-sha256") -> None:
        """Register the other side by its card, compared."""
        given = actions.read_card(card, "card")
        with self.entered() as actor:
            peer = actions.add_peer(
                actor, Committee.objects.get(), code=given.code, name=given.name, algorithm=algorithm,
                kinds=[NOTE, *extra], starts=START,
            )  # fmt: skip
            key = actions.add_peer_key(actor, peer, algorithm=given.algorithm, public=given.public, starts=START)
            actions.compare_key(actor, key)

    def post(self, text: str, *, uid: uuid.UUID | None = None, version: int = 1, kind: str = NOTE,
             files: Sequence[actions.Enclosed] = ()) -> uuid.UUID:  # fmt: skip
        """A note into the outbox."""
        which = uid or uuid.uuid4()
        with self.entered() as actor:
            actions.post(actor, Peer.objects.get(), kind, which, version, {"text": text}, files)
        return which

    def pack(self) -> tuple[int, bytes]:
        """The next package: number, bytes."""
        with self.entered() as actor:
            made = actions.pack(actor, Peer.objects.select_related("committee").get())
            return made.number, actions.give_out(actor, made)

    def again(self, number: int) -> bytes:
        """A package once more."""
        with self.entered() as actor:
            return actions.give_out(actor, Outgoing.objects.select_related("peer__committee").get(number=number))

    def take(self, data: bytes, name: str = "包.lvpkg") -> actions.Took:
        """Take a file."""
        with self.entered() as actor:
            return actions.take(actor, data, name=name)

    def notes(self) -> dict[str, int]:
        """What came, each with how often it was carried out."""
        with self.entered():
            found: dict[str, int] = {}
            for name in Unit.objects.values_list("name", flat=True):
                found[name] = found.get(name, 0) + 1
            return found

    def held(self) -> dict[tuple[str, str], tuple[int, bool]]:
        """What is held of notes: newest version, and whether it was carried out."""
        with self.entered():
            rows = Held.objects.filter(kind=NOTE)
            return {(one.kind, str(one.record_uid)): (one.record_version, one.done) for one in rows}

    def sent(self) -> dict[tuple[str, str], int]:
        """The newest version of each note that went into a package."""
        with self.entered():
            found: dict[tuple[str, str], int] = {}
            for one in Post.objects.filter(kind=NOTE).exclude(package=None).order_by("record_version"):
                found[one.kind, str(one.record_uid)] = one.record_version
            return found

    def counts(self) -> Mapping[str, int]:
        """Rows of everything that taking a package writes."""
        from lvzhi.journal.models import Entry

        with self.entered():
            models: Sequence[Any] = (Unit, Held, Incoming, Outgoing, Post, Entry)
            return {one.__name__: one._default_manager.count() for one in models}


def pair(folder: Path, empty: Path, algorithm: str = "ed25519-sha256") -> tuple[Shore, Shore]:
    """Two that know each other: 云岩 below, 贵阳 above."""
    below, above = (
        Shore(folder / "below", empty, "YY", "云岩区政协"),
        Shore(folder / "above", empty, "GY", "贵阳市政协"),
    )
    cards = below.found(algorithm), above.found(algorithm)
    below.know(cards[1], algorithm=algorithm)
    above.know(cards[0], algorithm=algorithm)
    return below, above
