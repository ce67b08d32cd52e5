"""Who may take which step in which state; each right agrees with its rows; each word has its sentence."""

from __future__ import annotations

from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.vocabulary import Role
from lvzhi.proposals.tests.people import START, builder
from lvzhi.turnover import actions, queries
from lvzhi.turnover.models import Change, Entrant
from lvzhi.turnover.tests.hall import ROWS, TODAY, Hall, fresh, roster
from lvzhi.turnover.workflow import CHANGE
from lvzhi.workflow import engine
from lvzhi.workflow.engine import steps_open

NOBODY = frozenset[str]()
# 文 prepares; 卯 office; 辰 approves and runs; 午 both at once; 巳 auditor; 甲 member; 江北 office
WHO = ("wen", "mao", "chen", "both", "si", "jia", "far_office")
OFFICE_AGAIN = frozenset({"again", "drop"})
TABLE: dict[str, tuple[frozenset[str], ...]] = {
    #               wen                  mao                  chen                  both
    "preparing": (frozenset({"rehearse", "drop"}),) * 2 + (NOBODY, frozenset({"rehearse", "drop"})),
    "rehearsed": (frozenset({"rehearse", "reopen"}),) * 2
    + (frozenset({"approve", "reopen"}), frozenset({"rehearse", "approve", "reopen"})),
    "approved": (frozenset({"reopen", "second"}),) * 2 + (frozenset({"reopen"}), frozenset({"reopen", "second"})),
    "seconded": (frozenset({"reopen"}),) * 2 + (frozenset({"reopen", "carry_out"}),) * 2,
    "carried_out": (frozenset({"seal"}),) * 2 + (frozenset({"seal", "roll_back"}),) * 2,
    "rolled_back": (OFFICE_AGAIN,) * 2 + (NOBODY, OFFICE_AGAIN),
    "sealed": (NOBODY,) * 4,
    "dropped": (NOBODY,) * 4,
}


@pytest.fixture
def hands(hall: Hall) -> Hall:
    accounts.appoint(builder(), hall.both, Role.OFFICE, hall.here, starts=START)
    return hall


def opened(hall: Hall, change: Change) -> tuple[frozenset[str], ...]:
    """The steps open to each, which the rows of each right confirm."""
    found = []
    for name in WHO:
        actor = hall.actor(getattr(hall, name))
        steps = {step.key for step in steps_open(change, actor)}
        by_rows = {
            step.key for step in CHANGE.steps
            if change.state in step.frm and Change.objects.filter(step.may.rows(actor), pk=change.pk).exists()
        }  # fmt: skip
        assert steps == by_rows, (name, change.state)
        found.append(frozenset(steps))
    return tuple(found)


def expected(name: str) -> tuple[frozenset[str], ...]:
    return (*TABLE[name], NOBODY, NOBODY, NOBODY)


def test_each_step_from_each_state_by_each(hands: Hall) -> None:
    change = hands.listed()
    assert opened(hands, change) == expected("preparing")
    for name, on in (("rehearsed", hands.rehearsed), ("approved", hands.approved), ("seconded", hands.seconded),
                     ("carried_out", hands.carried), ("rolled_back", hands.back)):  # fmt: skip
        change = on(change)
        assert opened(hands, fresh(change)) == expected(name), name
    change = engine.take(change, "again", hands.actor(hands.mao))
    assert (change.approver, change.seconder) == (None, None)
    dropped = engine.take(change, "drop", hands.actor(hands.wen), {"ground": "改期"})
    assert opened(hands, dropped) == expected("dropped")
    again = hands.carried(hands.seconded(hands.approved(hands.rehearsed(hands.listed()))))
    sealed = engine.take(again, "seal", hands.actor(hands.wen))
    assert opened(hands, sealed) == expected("sealed")
    with pytest.raises(Conflict):
        hands.back(sealed)


def test_no_one_person_alone(hands: Hall) -> None:
    alone = hands.actor(hands.both)
    change = actions.begin_change(alone, hands.here, number=11, starts=TODAY)
    actions.read_roster(alone, change, roster_of(), "名册.xlsx")
    tried = actions.finished(actions.rehearse(alone, fresh(change)))
    with pytest.raises(NotAllowed):
        engine.take(tried, "approve", alone)
    approved = engine.take(tried, "approve", hands.actor(hands.chen))
    seconded = engine.take(approved, "second", alone)
    with pytest.raises(NotAllowed):
        actions.finished(actions.carry_out(alone, fresh(seconded)))
    assert fresh(seconded).state == "approved"


def roster_of() -> bytes:
    return roster(*ROWS)


def test_the_step_without_the_work_is_refused(hall: Hall) -> None:
    change = hall.seconded()
    with pytest.raises(Refusal, match="执行换届"):
        engine.take(change, "carry_out", hall.actor(hall.chen))
    with pytest.raises(Refusal, match="还没有预演"):
        engine.take(
            engine.take(change, "reopen", hall.actor(hall.wen), {"ground": "改名册"}), "rehearse", hall.actor(hall.wen)
        )


@pytest.mark.parametrize("do", ["term", "organs", "roster", "present", "entrant", "mark", "kind"])
def test_only_the_office_alters_the_plan(hall: Hall, do: str) -> None:
    change = hall.listed()
    row = hall.entrant(change, "吴新")
    end = queries.loose_ends(change)[0]
    does: dict[str, Any] = {
        "term": lambda actor: actions.alter_term(actor, change, number=11, starts=change.starts, decided_by="x"),
        "organs": lambda actor: actions.plan_organs(actor, change, {}),
        "roster": lambda actor: actions.read_roster(actor, change, roster_of(), "x.xlsx"),
        "present": lambda actor: actions.take_over_present(actor, change),
        "entrant": lambda actor: actions.alter_entrant(actor, row, seats=[], offices=[], number=""),
        "mark": lambda actor: actions.mark_entrant(actor, row, "gone"),
        "kind": lambda actor: actions.decide_kind(actor, change, end, "carried"),
    }
    before = list(Entrant.objects.values_list("pk", "mark", "version"))
    for name in ("chen", "si", "jia", "far_office", "shen"):
        with pytest.raises(NotAllowed):
            does[do](hall.actor(getattr(hall, name)))
    assert list(Entrant.objects.values_list("pk", "mark", "version")) == before
    does[do](hall.actor(hall.mao))


def test_two_hands_on_one_row(hall: Hall) -> None:
    change = hall.listed()
    row = hall.entrant(change, "吴新")
    actions.alter_entrant(hall.actor(hall.wen), row, seats=[("sector", "教育界", "member")], offices=[], number="1",
                          version=row.version)  # fmt: skip
    with pytest.raises(Conflict):
        actions.alter_entrant(hall.actor(hall.mao), row, seats=[], offices=[], number="2", version=row.version)
