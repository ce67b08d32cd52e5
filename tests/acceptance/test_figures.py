"""The published figures come out of the records, and move with them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lvzhi.demo.plan import PLACES, WUDANG, Place
from tests.demo_site import Installation

YEAR = "2022"


def figures(installation: Installation, *more: str) -> dict[str, Any]:
    body = installation.json("figures", WUDANG.name, YEAR, "--json", *more)
    return {one["key"]: one for one in body["figures"]}


@pytest.fixture(scope="module")
def place() -> Place:
    return next(one for one in PLACES if one.node == WUDANG)


def test_the_year_comes_to_its_published_figures(demo: Installation, place: Place) -> None:
    found = figures(demo)
    expected = {
        "proposals.received": place.year.received,
        "proposals.filed": place.year.filed,
        "proposals.converted_advice": place.year.advice,
        "proposals.key": place.year.key,
        "proposals.led_by_top_leaders": place.year.led_by_top,
        "proposals.answered_rate": 100,
        "proposals.satisfaction": 100,
        "people.members": place.members,
        "people.party_members": place.party_members,
    }
    assert {key: found[key]["value"] for key in expected} == expected
    for key in ("proposals.answered_rate", "proposals.satisfaction", "proposals.filing_rate"):
        assert found[key]["numerator"] > 0
        assert found[key]["denominator"] > 0
        assert found[key]["kind"] == "share"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.node.code)
def test_members_of_every_committee(demo: Installation, place: Place) -> None:
    body = demo.json("figures", place.node.code, "2023", "--json", "--key", "people.members", "people.party_members")
    assert [one["value"] for one in body["figures"]] == [place.members, place.party_members]


def test_rows_agree_with_every_figure(demo: Installation) -> None:
    """The registry is walked: lines of rows are the count, of a share numerator and denominator."""
    found = figures(demo)
    script = f"""
import json
from lvzhi.committee.scope import Scope
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import parse_period
scope = Scope.of({WUDANG.name!r}); period = parse_period({YEAR!r}, scope.committee)
out = {{}}
for figure in registry.figures():
    out[figure.key] = [sum(1 for _ in one.lines(None)) for one in compute.evidence(figure, scope, period)]
print(json.dumps(out))
"""
    lines = json.loads(demo.python(script))
    assert lines.keys() == found.keys()
    for key, counts in lines.items():
        figure = found[key]
        if figure["kind"] == "share":
            assert counts == [figure["numerator"], figure["denominator"]], key
        elif figure["kind"] == "count":
            assert counts == [figure["value"]], key


def test_the_rows_command_prints_them(demo: Installation, place: Place) -> None:
    printed = demo.run("rows", "proposals.converted_advice", WUDANG.name, YEAR, "--csv").stdout.splitlines()
    assert len(printed) == 1 + place.year.advice
    body = demo.json("rows", "proposals.answered_rate", WUDANG.name, YEAR, "--json")
    assert [(one["side"], len(one["rows"])) for one in body["lists"]] == [
        ("part", place.year.filed),
        ("whole", place.year.filed),
    ]


VOID = """
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.proposals.models import Proposal
from lvzhi.workflow.engine import restore, void
proposal = Proposal.objects.filter(committee__name={name!r}, filed_on__year=2022, is_key=False).order_by("id").first()
actor = actor_for(Account.objects.get(username="jingban"))
{call}
"""


def test_voiding_moves_the_figure_and_restoring_brings_it_back(demo_copy: Installation, place: Place) -> None:
    demo_copy.python(VOID.format(name=WUDANG.name, call='void(proposal, actor, "重复录入")'))
    found = figures(demo_copy)
    assert (found["proposals.received"]["value"], found["proposals.filed"]["value"]) == (
        place.year.received - 1,
        place.year.filed - 1,
    )
    demo_copy.python(VOID.format(name=WUDANG.name, call="restore(proposal, actor)"))
    found = figures(demo_copy)
    assert (found["proposals.received"]["value"], found["proposals.filed"]["value"]) == (
        place.year.received,
        place.year.filed,
    )
    assert demo_copy.run("verify-journal").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("figures", "没有这个政协", "2022"), "没有这个政协"),
        (("figures", WUDANG.name, "去年"), "去年"),
        (("figures", WUDANG.name, "2022-09-31..2022-12-31"), "2022-09-31"),
        (("figures", WUDANG.name, "2022-12-31..2022-01-01"), "2022-12-31"),
        (("rows", "proposals.nothing", WUDANG.name, "2022"), "proposals.nothing"),
        (("claims", "no-such-file.txt"), "no-such-file.txt"),
        (("import", "people", "no-such-file.xlsx"), "no-such-file.xlsx"),
    ],
)
def test_bad_input_gets_one_line_and_code_two(demo: Installation, arguments: tuple[str, ...], word: str) -> None:
    done = demo.run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert word in done.stderr
