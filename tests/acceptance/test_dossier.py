"""Over the demonstration the files of all members come to the figures, kind by kind, in all five committees."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lvzhi.demo.plan import PLACES, WUDANG
from tests.demo_site import Installation

WHOLE = "2022-01-01..2023-12-31"
ASKED = [(place.node.code, WHOLE) for place in PLACES] + [(WUDANG.code, "since-plenary")]
SCRIPT = """
import json
from collections import Counter, defaultdict
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Appointment
from lvzhi.committee.scope import Scope
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries import sums
from lvzhi.dossier.queries.lines import lines, others
from lvzhi.metrics import compute
from lvzhi.metrics.periods import parse_period
out = []
for code, text in {asked!r}:
    scope = Scope.of(code)
    account = Appointment.objects.filter(committee=scope.committee, role="office").first().account
    actor = actor_for(account)
    period = parse_period(text, scope.committee)
    persons = sums.persons_of(sums.holders(scope.committee, period))
    read = lines(actor, scope, period, KINDS, persons)
    by_person, records = Counter((one.person, one.kind.key) for one in read), defaultdict(set)
    for one in read:
        records[one.kind.key].add(one.key)
    numbers = sums.counted(scope, period, KINDS, persons)
    counted = {{(who, key): count for who, row in numbers.items() for key, (count, _) in row.items() if count}}
    some = [person for person, _ in Counter(one.person for one in read).most_common(2)]
    alone = Counter()
    for person in some:
        for one in lines(actor, scope, period, KINDS, [person]):
            alone[person, one.kind.key] += 1
    for one in sums.balances(scope.committee, period, KINDS):
        key = one.kind.key
        rest = others(actor, scope, period, one.kind, persons) if one.sum.rest else []
        figure = compute.compute(one.kind.metric, scope, period, *one.kind.cuts_of(one.kind.metric))
        whole = one.kind.whole_metric
        out.append({{
            "what": f"{{code}} {{text}} {{key}}",
            "figure": int(figure.value), "files": sum(n for (_, k), n in by_person.items() if k == key),
            "records": len(records[key]), "lines": one.sum.lines, "shared": one.kind.shared,
            "rest": len(rest), "said": one.sum.rest,
            "unnamed": sum(not line.who for line in rest),
            "agrees": one.agrees, "whole": whole and [one.whole.lines, one.whole.rest, one.whole.figure],
            "whole_files": whole and sum(row[key][1] for row in numbers.values()),
            "whole_figure": whole and int(
                compute.compute(whole, scope, period, *one.kind.cuts_of(whole)).value
            ),
        }})
    assert dict(by_person) == counted, (code, text)
    assert {{pair: n for pair, n in by_person.items() if pair[0] in some}} == dict(alone), (code, text)
print(json.dumps(out))
"""


@pytest.fixture(scope="module")
def found(demo: Installation) -> list[dict[str, Any]]:
    script = SCRIPT.format(asked=ASKED)
    listed: list[dict[str, Any]] = json.loads(demo.python(script))
    return listed


def test_all_files_together_come_to_every_figure(found: list[dict[str, Any]]) -> None:
    for one in found:
        assert one["files"] == one["lines"], one
        assert one["rest"] == one["said"], one
        assert one["records"] + one["rest"] == one["figure"], one
        assert one["shared"] or one["files"] == one["records"], one
        assert one["agrees"], one


def test_the_denominators_come_out_in_person_times(found: list[dict[str, Any]]) -> None:
    for one in found:
        if one["whole"] is not None:
            lines, rest, figure = one["whole"]
            assert lines == one["whole_files"], one
            assert lines + rest == figure == one["whole_figure"], one


def test_whoever_is_no_member_is_named(found: list[dict[str, Any]]) -> None:
    assert [one["what"] for one in found if one["unnamed"]] == []


def test_every_committee_has_lines_and_others(found: list[dict[str, Any]]) -> None:
    for place in PLACES:
        own = [one for one in found if one["what"].startswith(place.node.code + " ")]
        assert sum(one["files"] for one in own) > 0, place.node.code
        assert any(one["rest"] for one in own), place.node.code
    kinds = {one["what"].split()[2] for one in found if one["files"]}
    assert {"proposals.first", "proposals.cosigned", "ledger.advice", "activities.came", "activities.leaves"} <= kinds
