"""A unit split in mid-year, a sector renamed, a special committee split: last year stands, what is open has moved."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Installation

YEAR = "2022"
SCRIPT = """
import datetime as dt, json
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Appointment
from lvzhi.committee import actions as places
from lvzhi.committee.models import Organ
from lvzhi.committee.queries import organs_on
from lvzhi.committee.scope import Scope
from lvzhi.committee.successions import topics
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.directory.models import Unit
from lvzhi.journal.queries import history
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import parse_period
from lvzhi.people.models import Membership
from lvzhi.plans.models import Task
from lvzhi.proposals.models import Assignment
from lvzhi.proposals.vocabulary import AssignState

scope = Scope.of({code!r})
period = parse_period({year!r}, scope.committee)
today = clock.today()
office = actor_for(Appointment.objects.filter(committee=scope.committee, role="office").first().account)
CUT = [("people.members", "sector"), ("people.members", "special_committee"), ("activities.events", "organ"),
       ("plans.tasks", "organ"), ("ledger.problems", "organ"), ("papers.issued", "organ")]
OPEN = (AssignState.PENDING, AssignState.SIGNED, AssignState.RETURN_ASKED, AssignState.APPROVING)

def value(result):
    return [str(result.value), result.numerator, result.denominator]

def looked():
    figures = registry.figures()
    results = compute.answers([compute.Ask(one, scope, period) for one in figures])
    found = {{one.figure.key: value(one) for one in results}}
    for figure in figures:
        if figure.sources == (figure,):
            (side,) = compute.evidence(figure, scope, period)
            found[figure.key + " rows"] = [[row.pk, *map(str, cells)] for row, cells in side.lines(None)]
    for key, dimension in CUT:
        figure = registry.figure(key)
        cut = next(one for one in compute.cuts_of(figure) if one.key == dimension)
        found[key + " by " + dimension] = [
            [label, *value(result)] for _, label, result in compute.split(figure, scope, period, cut) if result.value
        ]
    return found

before = looked()
unit = Unit.objects.get(pk=Assignment.objects.live().filter(
    state__in=OPEN, committee=scope.committee).order_by("pk").first().unit_id)
held = list(Assignment.objects.live().filter(unit=unit, state__in=OPEN).values_list("pk", flat=True))
done = Assignment.objects.live().filter(unit=unit).exclude(state__in=OPEN).count()
directory.succeed(office, [unit], [unit.name + "一局", unit.name + "二局"], on=today, how="split", ground="机构改革")
sector = organs_on(scope.committee, today, "sector").order_by("pk").first()
old_sector = sector.name
places.rename_organ(office, sector, "新设" + old_sector, on=today, ground="常委会决定")
special = [
    organ for organ in organs_on(scope.committee, today, "special_committee")
    if next(topic for topic in topics() if topic.key == "plans.tasks").items(organ, today)
][0]
items = {{topic.key: [one.key for one in topic.items(special, today)] for topic in topics()}}
second = {{("plans.tasks", items["plans.tasks"][-1]): 1, ("people.memberships", items["people.memberships"][-1]): 1}}
_, moved = places.succeed_organs(
    office, [special], [special.name + "甲", special.name + "乙"], on=today, how="split", decided=second
)
after = looked()
first, other = (Organ.objects.get(committee=scope.committee, name=special.name + end) for end in "甲乙")
task = Task.objects.get(pk=items["plans.tasks"][-1])
heir = Unit.objects.get(committee=scope.committee, name=unit.name + "一局")
print(json.dumps({{
    "differ": {{
        key: [[one for one in before[key] if one not in after[key]][:2], [one for one in after[key]
              if one not in before[key]][:2]] for key in before if before[key] != after.get(key)
    }},
    "same_keys": set(before) == set(after), "figures": len(before), "held": len(held), "done": done,
    "with_heir": Assignment.objects.filter(pk__in=held, unit=heir).count(),
    "kept": Assignment.objects.live().filter(unit=unit).exclude(state__in=OPEN).count(),
    "unit": [unit.name, str(Unit.objects.get(pk=unit.pk).ends)],
    "moved": moved, "items": sum(map(len, items.values())), "by_topic": {{key: len(one) for key, one in items.items()}},
    "left": sum(len(topic.items(Organ.objects.get(pk=special.pk), today)) for topic in topics()),
    "task": [task.organ.name, [entry.sentence for entry in history("plans.task", task.uid)][0]],
    "sector_then": sector.__class__.objects.get(pk=sector.pk).name_on(period.end), "old_sector": old_sector,
    "members": [Membership.objects.live().filter(organ=organ, ends=None).count() for organ in (first, other)],
    "special": special.name,
}}, ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def found(demo: Installation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    copied = demo.copy(tmp_path_factory.mktemp("succession"))
    done: dict[str, Any] = json.loads(copied.python(SCRIPT.format(code=WUDANG.code, year=YEAR)))
    return done


def test_last_years_figures_rows_and_cuts_are_what_they_were(found: dict[str, Any]) -> None:
    assert found["figures"] > 200
    assert found["same_keys"]
    assert found["differ"] == {}
    assert found["sector_then"] == found["old_sector"]


def test_what_the_unit_had_open_is_with_its_main_heir_and_what_it_did_is_its_own(found: dict[str, Any]) -> None:
    assert found["held"] > 0
    assert found["with_heir"] == found["held"]
    assert found["kept"] == found["done"]


def test_what_the_organ_had_open_is_where_the_office_decided_with_the_old_name_in_the_chain(
    found: dict[str, Any],
) -> None:
    assert found["moved"] == found["items"] > 0
    assert found["left"] == 0
    name, sentence = found["task"]
    assert name == found["special"] + "乙"
    assert f"由“{found['special']}”移交“{name}”" in sentence
    assert found["members"][1] == 1
    assert sum(found["members"]) == found["by_topic"]["people.memberships"]
