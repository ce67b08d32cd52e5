"""The whole way of an item between two installations, one on SQLite and one on PostgreSQL, by packages only."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.db.utils import load_backend

from lvzhi.config import tables
from lvzhi.deadlines import clock
from lvzhi.journal.verify import verify
from lvzhi.messages.models import Message
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.tests.newsroom import TODAY
from lvzhi.relay.models import Outgoing
from lvzhi.relay.tests.shores import Shore, wrapper_of
from lvzhi.relay.tests.test_opinions import Side, carried

pytestmark = pytest.mark.sqlite_only
SERVER = os.environ.get("LVZHI_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")


class NewShore(Shore):
    """An installation with the tables as its first start makes them."""

    def __init__(self, folder: Path, code: str, wrapper: Any) -> None:
        self.folder, self.code, self.name, self.wrapper = folder, code, code, wrapper
        with self.entered():
            tables.up_to_date()


def _postgres(name: str) -> Any:
    server = urlsplit(SERVER)
    given = {
        **connections.settings["default"], "ENGINE": "django.db.backends.postgresql", "NAME": name, "OPTIONS": {},
        "HOST": server.hostname, "PORT": server.port, "USER": server.username, "PASSWORD": server.password or "",
        "CONN_MAX_AGE": None,
    }  # fmt: skip
    return load_backend(given["ENGINE"]).DatabaseWrapper(given, "default")


@pytest.fixture
def postgres(db: None) -> Iterator[Any]:
    """A connection to a PostgreSQL database of its own, which goes again."""
    import psycopg

    try:
        server = psycopg.connect(SERVER, connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server answers")
    name = f"lvzhi_shore_{uuid.uuid4().hex[:12]}"
    server.execute(f'create database "{name}"')
    wrapper = _postgres(name)
    try:
        yield wrapper
    finally:
        wrapper.close()
        server.execute(f'drop database "{name}" with (force)')
        server.close()


@pytest.fixture(params=["below on SQLite", "below on PostgreSQL"])
def sides(request: Any, postgres: Any, tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    """海州区政协 in one installation, 连海市政协 and 连山省政协 in the other."""
    below, above = tmp_path / "HZ", tmp_path / "LH"
    first = request.param == "below on SQLite"
    sqlite = wrapper_of((below if first else above) / "lvzhi.sqlite3")
    below.mkdir()
    above.mkdir()
    with clock.at(TODAY):
        lower = Side(NewShore(below, "HZ", sqlite if first else postgres))
        upper = Side(NewShore(above, "LH", postgres if first else sqlite))
        lower.know(upper.card)
        upper.know(lower.card)
        yield lower, upper
    sqlite.close()


def test_from_the_member_to_the_province_and_back_to_the_member(sides: tuple[Side, Side]) -> None:
    below, above = sides
    with below.shore.entered():
        other, item = below.ladder.checked(title="甲事"), below.ladder.checked(title="乙事")
        below.ladder.dispatched(below.ladder.issued(other, item), below.ladder.city)
    carried(below, above)
    ladder = above.ladder
    with above.shore.entered():
        main, mine = (ladder.above(one) for one in (other, item))
        for one in (main, mine):
            ladder.take(one, "receive", ladder.up)
    carried(above, below)
    _knows(below, item, ("sent", "city", "连海市政协"), ("received", "city", "连海市政协"))
    with above.shore.entered():
        main, mine = (ladder.edited(ladder.fresh(one)) for one in (main, mine))
        main, mine = ladder.risen(main, mine)
        ladder.take(mine, "receive", ladder.sheng)
        ladder.take(ladder.fresh(mine), "merge", ladder.sheng, main=main.pk)
        paper = ladder.dispatched(ladder.issued(ladder.edited(ladder.fresh(main))), bodies="省委")
        comment = ladder.comment(paper)
    carried(above, below)
    there = ("连山省政协",)
    _knows(
        below, item, ("adopted", "city", "连海市政协"), ("sent", "province", *there), ("received", "province", *there),
        ("adopted", "province", *there), ("sent", "province", "省委"), ("commented", "province", "省长张明远"),
    )  # fmt: skip
    with above.shore.entered():
        ladder.take(comment, "hand_over", ladder.sheng, unit=ladder.traffic.pk)
        ladder.take(comment, "answer", ladder.wu, answer="已列入计划。", answered_on=TODAY)
    carried(above, below)
    _knows(below, item, ("handed", "province", "省交通厅"), ("answered", "province", "省交通厅"))
    with below.shore.entered():
        adopted = Trace.objects.get(concern=item, turn="adopted", level="province")
        assert (adopted.how, adopted.known_by) == ("collection", ["数据包"])
        told = set(Message.objects.filter(account=below.ladder.jia).values_list("code", flat=True))
        assert {"opinions.turn_adopted", "opinions.turn_commented", "opinions.turn_answered"} <= told
    carried(below, above)
    for side in sides:
        with side.shore.entered():
            assert verify() == []
    with above.shore.entered():
        assert not Outgoing.objects.filter(answer="waiting").exists()


def _knows(below: Side, item: Concern, *turns: tuple[str, str, str]) -> None:
    """What was heard last at the author's, in this order."""
    with below.shore.entered():
        assert below.ladder.turns(item)[-len(turns) :] == list(turns)
