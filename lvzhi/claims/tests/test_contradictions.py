"""What a text says against itself, and what only looks like it."""

# ruff: noqa: E501  (one sentence, one line)

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lvzhi.claims import Contradiction, contradictions, read

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"

FOUND: list[tuple[str, str, str]] = [
    ("全年收到提案180件。\n二、提案工作\n区政协共收到提案182件，全部办复。", "restated", "180 ≠ 182"),
    ("清河县政协2021年收到提案80件。\n一年来，收到提案82件。", "restated", "80 ≠ 82"),
    ("收到提案180余件。\n一年来，共收到提案195件。", "restated", "180 ≠ 195"),
    ("全年召开主席会议12次。\n自身建设：今年召开主席会议14次。", "restated", "12 ≠ 14"),
    ("县政协九届二次会议以来，征集提案96件。\n县政协九届二次会议以来，共收到提案98件。", "restated", "96 ≠ 98"),
    ("提案办复率达98%。\n提案办复率100%。", "restated", "98 ≠ 100"),
    ("现有委员210名。\n县政协现有委员208名。", "restated", "210 ≠ 208"),
    ("立案提案160件（委员提案120件、集体提案30件）。", "parts", "120 + 30 = 150 ≠ 160"),
    ("走访企业50家（工业企业30家，农业企业25家）。", "parts", "30 + 25 = 55 ≠ 50"),
    ("收到提案90件，其中委员提案70件、集体提案25件。", "parts", "70 + 25 = 95 ≠ 90"),
    ("收到提案90件，其中经济类提案60件、社会类提案40件。", "parts", "60 + 40 = 100 ≠ 90"),
    ("提出建议60条，其中65条被采纳。", "over", "65 > 60"),
    ("共收到提案200件，立案180件，立案率95%。", "rate", "180 ÷ 200 = 90% ≠ 95%"),
    ("立案80件，办复79件，办复率100%。", "rate", "79 ÷ 80 = 98.8% ≠ 100%"),
    ("会议应到委员200人，实到190人，出席率96%。", "rate", "190 ÷ 200 = 95% ≠ 96%"),
    ("发现问题50个，整改40个，整改率90%。", "rate", "40 ÷ 50 = 80% ≠ 90%"),
    ("立案提案200件，其中民生类提案80件，占42%。", "rate", "80 ÷ 200 = 40% ≠ 42%"),
]

AGREE: list[str] = [
    # hedges and rounding
    "收到提案180余件。\n全年共收到提案186件。",
    "收到提案近200件。\n全年共收到提案192件。",
    "收到提案200件左右。\n全年共收到提案192件。",
    "共收到提案203件，立案187件，立案率92.1%。",
    "收到提案203件，立案187件，立案率92%。",
    "立案提案189件，其中民生类提案78件，占41.3%。",
    # different times, organs, things
    "去年收到提案150件。\n今年收到提案182件。",
    "五年来共收到提案900件。\n2021年收到提案182件。",
    "县政协八届三次会议以来，收到提案150件。\n县政协八届四次会议以来，收到提案160件。",
    "提出意见建议12条。\n提出意见建议30条。",
    "围绕经济建设提出提案94件。\n围绕社会建设提出提案36件。",
    "收到委员提案60件。\n收到集体提案30件。",
    "收到提案比上年增加12件。\n收到提案20件。",
    "办理工作满意率99%，办理结果满意率97%。",
    # parts that need not be all
    "提出建议60条，其中20条被采纳，15条获批示。",
    "提出建议60条（其中书面建议20条、口头建议10条）。",
    "立案提案180件（委员提案150件、集体提案30件）。",
    "收到提案129件，其中集体提案29件、委员提案100件；会议提案110件、平时提案19件。",
    "立案提案133件（含重点提案5件），其中委员提案104件。",
    "报送信息近100条（书面信息60条、口头信息38条）。",
    # shares of a whole told elsewhere, or of the parts
    "解决的30件，占30.6%；正在解决的60件，占61.2%；留作参考的8件，占8.2%。",
    "收到提案100件。解决的30件，占30.6%；正在解决的60件，占61.2%；留作参考的8件，占8.2%。",
    "走访企业20家，委员参与率达98%。",
    # a rate of another count of the sentence
    "提出意见建议197条，转交61条，答复54条，采纳53条，采纳率98.15%。",
    # what stands in brackets behind the thing is another thing
    "收到提案12件。收到提案（集体提案）2件。",
    "",
]


@pytest.mark.parametrize(("text", "kind", "arithmetic"), FOUND, ids=[a for _, _, a in FOUND])
def test_a_contradiction_is_found(text: str, kind: str, arithmetic: str) -> None:
    (found,) = contradictions(read(text))
    assert (found.kind, found.arithmetic) == (kind, arithmetic)
    assert arithmetic in found.reason
    assert len(found.claims) >= 2
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("text", AGREE, ids=[t[:16] for t in AGREE])
def test_what_agrees_is_left_alone(text: str) -> None:
    assert contradictions(read(text)) == []


def test_published_texts_say_nothing_against_themselves() -> None:
    files = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    if not files:
        pytest.skip("the published texts are not beside this checkout (../shared/seeds)")
    for file in files:
        assert contradictions(read(file.read_bytes().decode("utf-8"))) == [], file.name


def test_the_json_gives_both_places() -> None:
    (found,) = contradictions(read("收到提案80件。\n共收到提案82件。"))
    line = json.loads(json.dumps(found.as_json(), ensure_ascii=False))
    assert line["kind"] == "restated"
    assert line["places"] == [
        {"start": 0, "text": "收到提案80件", "value": 80, "unit": "件"},
        {"start": 10, "text": "收到提案82件", "value": 82, "unit": "件"},
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_total_told_twice_agrees_only_with_itself(one: int, other: int) -> None:
    found = contradictions(read(f"全年收到提案{one}件。\n区政协共收到提案{other}件。"))
    assert [c.kind for c in found] == ([] if one == other else ["restated"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 500), min_size=2, max_size=4), st.integers(-3, 3))
def test_bracketed_parts_agree_only_with_their_sum(parts: list[int], off: int) -> None:
    whole = sum(parts) + off
    inside = "、".join(f"{name}类提案{part}件" for name, part in zip("甲乙丙丁", parts, strict=False))
    if whole < max(parts):
        return
    found: list[Contradiction] = contradictions(read(f"立案提案{whole}件（{inside}）。"))
    assert [c.kind for c in found] == ([] if off == 0 else ["parts"])
