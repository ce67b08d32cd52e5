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

PLACE = next(one for one in PLACES if one.node == WUDANG)
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]+")
DIGITS = "一二两三四五六七八九十"
BUILT = ("proposals.", "people.")


@pytest.fixture(scope="module")
def summary(seeds: Path) -> Path:
    """The published summary that speaks of this committee."""
    return next(path for path in sorted(seeds.glob("*.txt")) if WUDANG.name in path.read_text(encoding="utf-8")[:200])


def check(installation: Installation, path: Path) -> list[dict[str, Any]]:
    body = installation.json("check", str(path), WUDANG.name, YEAR, "--json")
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


def test_every_proposal_claim_holds(demo: Installation, summary: Path) -> None:
    claims = check(demo, summary)
    built = [one for one in claims if one["figure"]]
    assert {one["verdict"] for one in built} == {"holds"}
    assert {one["figure"] for one in built} >= {
        "proposals.received", "proposals.filed", "proposals.converted_advice", "proposals.key",
        "proposals.led_by_top_leaders", "proposals.answered_rate", "proposals.satisfaction",
    }  # fmt: skip
    assert {one["verdict"] for one in claims if not one["figure"]} <= {"no_figure"}
    for one in built:
        if one["unit"] == "%":
            assert one["numerator"] == one["denominator"] > 0
    assert demo.run("check", str(summary), WUDANG.name, YEAR).returncode == 0


def test_other_numbers_keep_their_meaning_and_differ(demo: Installation, summary: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(with_other_numbers(summary.read_text(encoding="utf-8")), encoding="utf-8")
    true, false = check(demo, summary), check(demo, changed)
    assert [meaning(one) for one in false] == [meaning(one) for one in true]
    for was, now in zip(true, false, strict=True):
        assert now["value"] != was["value"]
        assert now["verdict"] == ("differs" if was["verdict"] == "holds" else was["verdict"]), now
    assert demo.run("check", str(changed), WUDANG.name, YEAR).returncode == 1


def test_a_voided_row_flips_exactly_its_claims(demo_copy: Installation, summary: Path) -> None:
    before = check(demo_copy, summary)
    demo_copy.python(VOID.format(name=WUDANG.name, call='void(proposal, actor, "重复录入")'))
    after = check(demo_copy, summary)
    assert [meaning(one) for one in after] == [meaning(one) for one in before]
    flipped = {now["figure"] for was, now in zip(before, after, strict=True) if was["verdict"] != now["verdict"]}
    assert flipped == {"proposals.received", "proposals.filed"}
    assert demo_copy.run("check", str(summary), WUDANG.name, YEAR).returncode == 1
    demo_copy.python(VOID.format(name=WUDANG.name, call="restore(proposal, actor)"))
    assert check(demo_copy, summary) == before


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


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.node.code)
def test_nothing_published_differs(demo: Installation, seeds: Path, place: Any) -> None:
    """Claims of rooms that stand hold for each of the five; those of rooms to come say so."""
    name = place.node.name
    texts = ((one, one.read_text(encoding="utf-8")) for one in sorted(seeds.glob("*.txt")))
    path = next(one for one, text in texts if name in (read(text).title or ""))
    claims = demo.json("check", str(path), name, "2023" if name != WUDANG.name else YEAR, "--json")["claims"]
    assert {one["verdict"] for one in claims if one["figure"] and one["figure"].startswith(BUILT)} <= {"holds"}
