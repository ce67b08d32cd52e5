"""Who may read, write and take steps: with the right, without it, and with it elsewhere."""

from __future__ import annotations

import pytest

from lvzhi.access import Missing, NotAllowed
from lvzhi.opinions import queries, rules
from lvzhi.opinions.actions import writing
from lvzhi.opinions.models import Concern
from lvzhi.opinions.tests.newsroom import OK, Newsroom
from lvzhi.opinions.workflow import WORKFLOWS

EDITORS = {"bai", "fu", "mi"}
READERS = EDITORS | {"ling", "shen"}


def seers(room: Newsroom, concern: Concern) -> set[str]:
    """Who may read it; the test and the rows of the rule agree for everyone."""
    found = set()
    for name, account in room.everyone.items():
        actor = room.actor(account)
        may = rules.visible(actor, Concern.objects.get(pk=concern.pk))
        assert may == Concern.objects.filter(rules.visible.rows(actor), pk=concern.pk).exists(), name
        if may:
            found.add(name)
    return found


def test_a_draft_is_its_authors_alone(room: Newsroom) -> None:
    assert seers(room, room.begin(people=[room.members["yi"]])) == {"jia"}
    assert seers(room, room.begin(room.min, organ=room.party)) == {"min"}
    with pytest.raises(Missing):
        queries.one(room.actor(room.bai), room.begin().uid)


def test_what_is_handed_in_is_read_by_authors_and_staff(room: Newsroom) -> None:
    assert seers(room, room.sent(people=[room.members["yi"]])) == {"jia", "yi"} | READERS
    assert seers(room, room.sent(room.zhu, organ=room.special, title="专委会")) == {"zhu"} | READERS
    assert seers(room, room.sent(room.tu, title="信息员")) == {"tu"} | READERS


def test_what_staff_entered_is_read_by_staff_and_later_by_its_author(room: Newsroom) -> None:
    made = room.begin(room.bai, source="member", people=[room.members["jia"]])
    assert seers(room, made) == EDITORS
    assert seers(room, room.take(made, "submit", room.fu, **OK)) == {"jia"} | READERS


def test_what_was_taken_back_is_its_authors_again(room: Newsroom) -> None:
    made = room.take(room.sent(people=[room.members["yi"]]), "withdraw", room.jia)
    assert seers(room, made) == {"jia"}


WHO = {
    "submitted": {
        "select": EDITORS, "keep": EDITORS, "send_back": EDITORS, "merge": EDITORS, "take_offline": EDITORS,
        "withdraw": {"jia"},
    },
    "returned": {"resubmit": {"jia"}, "withdraw": {"jia"}, "take_offline": EDITORS},
    "selected": {
        "edit": EDITORS, "keep": EDITORS, "send_back": EDITORS, "merge": EDITORS, "take_offline": EDITORS,
    },
    "edited": {"check": EDITORS - {"bai"}, "back": EDITORS - {"bai"}, "recall": {"bai"}, "take_offline": EDITORS},
    "checked": {"back": EDITORS - {"bai"}, "recall": {"bai"}, "take_offline": EDITORS},
    "kept": {"reconsider": EDITORS, "take_offline": EDITORS},
    "merged": {"unmerge": EDITORS, "take_offline": EDITORS},
    "draft": {"submit": {"jia"}, "withdraw": {"jia"}},
}  # fmt: skip


@pytest.mark.parametrize("state", sorted(WHO))
def test_who_takes_which_step(room: Newsroom, state: str) -> None:
    """For every step that leaves a state: who may, as a test and as rows; nobody else, nobody from elsewhere."""
    made = room.at(state)
    found: dict[str, set[str]] = {}
    for step in (one for one in WORKFLOWS["concern"].steps if state in one.frm and not one.automatic):
        for name, account in room.everyone.items():
            actor = room.actor(account)
            may = step.may(actor, Concern.objects.get(pk=made.pk))
            assert may == Concern.objects.filter(step.may.rows(actor), pk=made.pk).exists(), (step.key, name)
            if may:
                found.setdefault(step.key, set()).add(name)
    assert found == WHO[state]


def test_who_does_not_belong_here_sends_nothing(room: Newsroom) -> None:
    for account in (room.far, room.up, room.ling, room.shen):
        with pytest.raises(NotAllowed):
            room.begin(account)


def test_nobody_writes_in_anothers_item(room: Newsroom) -> None:
    made = room.at("returned", people=[room.members["yi"]])
    for account in (room.yi, room.bai, room.tu, room.far):
        with pytest.raises(NotAllowed):
            writing.write(made, room.actor(account), room.data(title="改"))


def test_pages_are_refused_without_the_right(room: Newsroom) -> None:
    made = room.sent()
    step = f"/opinions/concern/{made.uid}/step/keep/"
    for path, allowed, refused in (
        ("/opinions/mine/", ("jia", "tu", "zhu", "bai"), ()),
        ("/opinions/screening/", ("bai", "ling"), ("jia", "tu", "zhu")),
        ("/opinions/all/", ("mi", "shen"), ("jia", "min")),
        ("/opinions/all/export/csv/", ("bai",), ("jia", "tu")),
        ("/opinions/write/", ("jia", "tu", "min", "zhu", "bai"), ("ling", "shen")),
        (f"/opinions/concern/{made.uid}/", ("jia", "bai", "ling", "shen"), ("yi", "tu", "zhu", "far")),
        (step, ("bai", "mi"), ("jia", "ling", "far")),
    ):
        for name in allowed:
            assert room.login(room.everyone[name]).get(path).status_code == 200, (path, name)
        for name in refused:
            assert room.login(room.everyone[name]).get(path).status_code in (403, 404), (path, name)
