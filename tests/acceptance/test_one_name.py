"""Everybody in a committee bears one name: no figure, no file, no sum moves, since nobody is known by name (peers A15).

The registry of figures and of kinds of line is walked, so that a room built later is held too; a kind of which the
demonstration has no line in anybody's file is named.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from lvzhi.demo.plan import WUDANG
from tests.demo_site import Installation

NAME = "张伟"
SCRIPT = """
import json
from collections import defaultdict
from lvzhi.accounts.actors import actor_for, system_actor
from lvzhi.accounts.models import Appointment
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries import sums
from lvzhi.dossier.queries.lines import lines
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import between
from lvzhi.people import actions
from lvzhi.people.actions.persons import facts_of
from lvzhi.people.models import Member, Person, Staff
from lvzhi.people.queries import listed, called, members_on
from dataclasses import replace
import datetime as dt

scope = Scope.of({code!r})
today = clock.today()
period = between(dt.date(2022, 1, 1), today)
office = actor_for(Appointment.objects.filter(committee=scope.committee, role="office").first().account)
persons = sums.persons_of(sums.holders(scope.committee, period))

def looked():
    figures = registry.figures()
    values = {{
        one.figure.key: [str(one.value), one.numerator, one.denominator]
        for one in compute.answers([compute.Ask(one, scope, period) for one in figures])
    }}
    rows = {{one.key: sorted(row.pk for row in one.rows(scope, period)) for one in figures if one.sources == (one,)}}
    files = defaultdict(list)
    for one in lines(office, scope, period, KINDS, persons):
        files[str(one.person)].append([one.kind.key, str(one.key)])
    return {{"values": values, "rows": rows, "files": {{key: sorted(one) for key, one in files.items()}}}}

before = looked()
everybody = Person.objects.filter(pk__in=[
    *Member.objects.filter(committee=scope.committee).values_list("person_id", flat=True),
    *Staff.objects.filter(committee=scope.committee).values_list("person_id", flat=True),
])
for person in everybody:
    actions.edit_person(office, person, replace(facts_of(person), name={name!r}))
after = looked()
shown = [called(one) for one in listed(members_on(scope, today), today)]
print(json.dumps({{
    "many": everybody.count(), "figures": len(before["values"]), "holders": len(before["files"]),
    "values": [key for key in before["values"] if before["values"][key] != after["values"][key]],
    "rows": [key for key in before["rows"] if before["rows"][key] != after["rows"][key]],
    "files": [key for key in before["files"] if before["files"][key] != after["files"].get(key)],
    "kinds": sorted({{kind for one in before["files"].values() for kind, _ in one}}),
    "every": sorted(one.key for one in KINDS),
    "bare": sum(one == {name!r} for one in shown), "listed": len(shown),
}}, ensure_ascii=False))
"""
# Kinds of line of which the demonstration's committee has none in a member's file; a room's own tests hold them.
NOT_SHOWN = {
    "activities.absences", "activities.attended.service", "activities.attended.study_tour", "activities.givings",
    "activities.official", "activities.plenary_oral", "activities.plenary_written", "activities.reported",
    "activities.study_plans", "contacts.contacts",
}  # fmt: skip


@pytest.fixture(scope="module")
def found(demo: Installation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    copied = demo.copy(tmp_path_factory.mktemp("one-name"))
    done: dict[str, Any] = json.loads(copied.python(SCRIPT.format(code=WUDANG.code, name=NAME)))
    return done


def test_no_figure_and_no_row_moves(found: dict[str, Any]) -> None:
    assert found["many"] > 100
    assert found["figures"] > 200
    assert found["values"] == []
    assert found["rows"] == []


def test_every_file_has_its_own_lines_and_every_kind_is_held(found: dict[str, Any]) -> None:
    assert found["holders"] > 100
    assert found["files"] == []
    assert set(found["every"]) - set(found["kinds"]) <= NOT_SHOWN


def test_in_lists_each_is_told_apart(found: dict[str, Any]) -> None:
    assert found["listed"] > 100
    assert found["bare"] == 0
