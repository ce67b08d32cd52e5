"""A published summary held against the demonstration year: it holds, and notices other numbers and a voided row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lvzhi.claims import read
from lvzhi.demo.plan import PLACES, WUDANG
from tests.acceptance.test_figures import VOID, YEAR
from tests.demo_site import Installation

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]+")
CODES = {place.node.code: place for place in PLACES}
SPOKEN = {"SN-SL-SZ": "2022-05-01..2023-05-24", "GZ-TR-BJ": "2022", "GZ": "2023", WUDANG.code: YEAR, "JX-NC-XJ": "2023"}
# what each summary speaks of, as far as the rooms for it stand
MEANT = {
    WUDANG.code: {
        "proposals.received", "proposals.filed", "proposals.converted_advice", "proposals.key",
        "proposals.led_by_top_leaders", "proposals.answered_rate", "proposals.satisfaction", "activities.events",
        "activities.places", "ledger.advice", "ledger.problems_solved", "projects.applied", "projects.funds",
        "projects.beneficiaries", "publications.issues", "publications.articles", "publications.characters",
        "regulations.revised", "regulations.issued",
        "tenure.selected",
    },
    "SN-SL-SZ": {
        "people.members", "people.party_members", "people.special_committees", "people.study_groups", "ledger.advice",
        "activities.people", "activities.events", "activities.beneficiaries", "activities.given", "projects.leaders",
        "projects.cared", "projects.visits", "ledger.problems_solved",
        "party.committee_branches", "regulations.revised",
    },
    "GZ-TR-BJ": {"activities.reported", "party.general_branches", "party.branches"},
    "GZ": {
        "activities.events", "activities.people", "activities.people_each", "activities.days", "activities.study_plans",
        "papers.issues", "ledger.problems", "ledger.measures", "projects.projects", "honours.works",
    },
    "JX-NC-XJ": set(),
}  # fmt: skip
# a row voided in each room: whose, of which model, which one, by whose hand, and the figures whose claims turn
VOIDED: tuple[tuple[str, str, dict[str, Any], str, set[str]], ...] = (
    (WUDANG.code, "proposals.models.Proposal", {"filed_on__year": 2022, "is_key": False}, "jingban",
     {"proposals.received", "proposals.filed"}),
    (WUDANG.code, "activities.models.Activity", {"kind": "enterprise_visit", "held_on__year": 2022}, "gzgywd-bg",
     {"activities.places"}),
    (WUDANG.code, "ledger.models.Advice", {"activity__kind": "special_supervision", "proposed_on__year": 2022},
     "gzgywd-bg", {"ledger.advice"}),
    (WUDANG.code, "projects.models.Project", {"way": "apply", "signed_on__year": 2022}, "gzgywd-bg",
     {"projects.applied", "projects.funds", "projects.beneficiaries"}),
    (WUDANG.code, "publications.models.Issue", {"printed_on__year": 2022}, "gzgywd-bg",
     {"publications.issues", "publications.articles", "publications.characters"}),
    ("GZ", "honours.models.Honour", {"work_kind": "lecture"}, "gz-bg", {"honours.works"}),
    (WUDANG.code, "regulations.models.Version", {"regulation__kind": "procedure", "number": 2}, "gzgywd-bg",
     {"regulations.revised"}),
    ("GZ", "papers.models.Paper", {"kind": "work_prompt"}, "gz-bg", {"papers.issues"}),
    ("GZ", "activities.models.Activity", {"kind": "self_study"}, "gz-bg", {"activities.events"}),
    ("GZ", "ledger.models.Problem", {"source": "self_check"}, "gz-bg", {"ledger.problems", "ledger.measures"}),
    ("GZ", "ledger.models.Measure", {"problem__source": "self_check"}, "gz-bg", {"ledger.measures"}),
    (WUDANG.code, "tenure.models.Selecting", {}, "gzgywd-bg", {"tenure.selected"}),
    ("SN-SL-SZ", "people.models.Member", {"person__affiliations__party": "cpc"}, "snslsz-bg",
     {"people.members", "people.party_members"}),
    ("SN-SL-SZ", "party.models.Body", {"kind": "branch"}, "snslsz-bg", {"party.committee_branches"}),
    ("SN-SL-SZ", "projects.models.Charge", {}, "snslsz-bg", {"projects.cared"}),
    ("SN-SL-SZ", "activities.models.Giving", {}, "snslsz-bg", {"activities.given"}),
    ("GZ-TR-BJ", "party.models.Body", {"form": "temporary", "kind": "branch"}, "gztrbj-bg", {"party.branches"}),
    ("GZ-TR-BJ", "activities.models.CommunityPost", {}, "gztrbj-bg", {"activities.reported"}),
)  # fmt: skip
FIRST = {"activities.models.Giving": "-amount"}  # 30多万元 stays true without a small gift
VOID_ONE = """
from importlib import import_module
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.workflow.engine import void
module, _, name = {model!r}.rpartition(".")
rows = getattr(import_module("lvzhi." + module), name).objects.filter(committee__code={code!r}, **{where!r})
void(rows.order_by({order!r}).first(), actor_for(Account.objects.get(username={who!r})), "重复录入")
"""


@pytest.fixture(scope="module")
def summaries(seeds: Path) -> dict[str, Path]:
    """The published summary that speaks of each committee, by its code."""
    texts = [(path, read(path.read_text(encoding="utf-8")).title or "") for path in sorted(seeds.glob("*.txt"))]
    return {code: next(path for path, title in texts if place.node.name in title) for code, place in CODES.items()}


@pytest.fixture(scope="module")
def summary(summaries: dict[str, Path]) -> Path:
    """The one of the committee with a current session."""
    return summaries[WUDANG.code]


def check(installation: Installation, path: Path, code: str = WUDANG.code) -> list[dict[str, Any]]:
    body = installation.json("check", str(path), CODES[code].node.name, SPOKEN[code], "--json")
    claims: list[dict[str, Any]] = body["claims"]
    return claims


def other(number: str) -> str:
    """Another plausible number of the same kind of writing."""
    if number == "100":
        return "93"
    if number.isdecimal():
        value = int(number)
        return str(value + 7 if value < 40 else value + (50 if value % 10 == 0 else 37))
    return "六" if number != "六" else "四"


def with_other_numbers(text: str) -> str:
    """Every claim's number replaced, hedges and everything else kept."""
    for start in sorted({claim.number_start for claim in read(text).claims}, reverse=True):
        match = NUMBER.match(text, start)
        assert match is not None, text[start : start + 12]
        text = text[:start] + other(match[0]) + text[match.end() :]
    return text


def meaning(claim: dict[str, Any]) -> tuple[Any, ...]:
    return claim["figure"], claim["filter"], claim["scope"]


@pytest.mark.parametrize("code", CODES)
def test_every_claim_of_the_rooms_that_stand_holds(demo: Installation, summaries: dict[str, Path], code: str) -> None:
    path = summaries[code]
    claims = check(demo, path, code)
    built = [one for one in claims if one["figure"]]
    assert [(one["text"], one["reason"]) for one in built if one["verdict"] != "holds"] == []
    assert {one["figure"] for one in built} >= MEANT[code]
    assert {one["verdict"] for one in claims if not one["figure"]} <= {"no_figure"}
    for one in built:
        if one["unit"] == "%":
            assert one["numerator"] == one["denominator"] > 0
    assert demo.run("check", str(path), CODES[code].node.name, SPOKEN[code]).returncode == 0


def test_advice_is_one_figure_told_apart_by_its_filter(demo: Installation, summaries: dict[str, Path]) -> None:
    """The same words, 意见建议, in two summaries: each time another kind, another topic, another time."""
    found = [one for code in CODES for one in check(demo, summaries[code], code) if one["figure"] == "ledger.advice"]
    assert len(found) > 5
    told = {str(one["filter"]) + one["scope"]["committee"] for one in found}
    assert len(told) == len(found)


@pytest.mark.parametrize("code", CODES)
def test_other_numbers_keep_their_meaning_and_differ(
    demo: Installation, summaries: dict[str, Path], tmp_path: Path, code: str
) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(with_other_numbers(summaries[code].read_text(encoding="utf-8")), encoding="utf-8")
    true, false = check(demo, summaries[code], code), check(demo, changed, code)
    assert [meaning(one) for one in false] == [meaning(one) for one in true]
    for was, now in zip(true, false, strict=True):
        assert now["value"] != was["value"]
        assert now["verdict"] == ("differs" if was["verdict"] == "holds" else was["verdict"]), now
    done = demo.run("check", str(changed), CODES[code].node.name, SPOKEN[code])
    assert done.returncode == (1 if any(one["figure"] for one in true) else 0)


@pytest.mark.parametrize(("code", "model", "where", "who", "figures"), VOIDED)
def test_a_voided_row_flips_exactly_its_claims(
    demo_copy: Installation, summaries: dict[str, Path], code: str, model: str, where: dict[str, Any], who: str,
    figures: set[str],
) -> None:  # fmt: skip
    before = check(demo_copy, summaries[code], code)
    order = FIRST.get(model, "id")
    demo_copy.python(VOID_ONE.format(model=model, code=code, where=where, who=who, order=order))
    after = check(demo_copy, summaries[code], code)
    assert [meaning(one) for one in after] == [meaning(one) for one in before]
    flipped = {now["figure"] for was, now in zip(before, after, strict=True) if was["verdict"] != now["verdict"]}
    assert flipped == figures
    assert demo_copy.run("check", str(summaries[code]), CODES[code].node.name, SPOKEN[code]).returncode == 1


def test_a_restored_row_brings_every_claim_back(demo_copy: Installation, summary: Path) -> None:
    before = check(demo_copy, summary)
    demo_copy.python(VOID.format(name=WUDANG.name, call='void(proposal, actor, "重复录入")'))
    assert check(demo_copy, summary) != before
    demo_copy.python(VOID.format(name=WUDANG.name, call="restore(proposal, actor)"))
    assert check(demo_copy, summary) == before


def test_what_all_levels_take_part_in_counts_once(demo: Installation, summaries: dict[str, Path]) -> None:
    """The claim speaks of all levels of the province: the roll-up of the tree, not the sum of what each counts."""
    (claim,) = [one for one in check(demo, summaries["GZ"], "GZ") if one["figure"] == "projects.projects"]
    assert (claim["verdict"], claim["scope"]["below"]) == ("holds", True)
    until = f"{claim['scope']['from']}..{claim['scope']['to']}"
    alone = [demo.json("rows", "projects.projects", code, until, "--json") for code in ("GZ", WUDANG.code, "GZ-TR-BJ")]
    below = demo.json("rows", "projects.projects", "GZ", until, "--below", "--json")
    counts = [len(body["lists"][0]["rows"]) for body in alone]
    assert 0 < max(counts) < len(below["lists"][0]["rows"]) < sum(counts)


def test_other_encodings_give_the_same(demo: Installation, summary: Path, tmp_path: Path) -> None:
    text = summary.read_text(encoding="utf-8")
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    page = f"<html><head><title>x</title></head><body>{lines}</body></html>"
    expected = [(one["figure"], one["verdict"]) for one in check(demo, summary) if one["figure"]]
    files = {"a.txt": text.encode("gb18030"), "b.txt": text.encode("utf-16"), "c.html": page.encode()}
    for name, content in files.items():
        path = tmp_path / name
        path.write_bytes(content)
        found = [(one["figure"], one["verdict"]) for one in check(demo, path) if one["figure"]]
        assert found == expected, name
