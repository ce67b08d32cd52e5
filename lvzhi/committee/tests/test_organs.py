"""Organs over time: renamed they stay the same; merged or split, their open items follow and what was stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.committee import actions, panels, queries, successions
from lvzhi.committee.models import Committee, Organ, OrganSuccession
from lvzhi.committee.scope import Scope
from lvzhi.committee.successions import Item, Passing, Topic
from lvzhi.committee.tests.someone import Someone, text_of, visit
from lvzhi.journal.queries import history

BEGAN, JULY = dt.date(2020, 1, 1), dt.date(2022, 7, 1)


@pytest.fixture
def office(county: Committee) -> Someone:
    return Someone.holding("office", county)


@pytest.fixture
def sector(office: Someone, county: Committee) -> Organ:
    return actions.add_organ(office, county, kind="sector", name="经济界", starts=BEGAN)


@pytest.fixture
def moved() -> Iterator[list[tuple[str, str]]]:
    """A room above that keeps two open items of every organ, and where they went."""
    seen: list[tuple[str, str]] = []

    def move(passing: Passing) -> int:
        seen.extend((key, passing.heir("tests", key).name) for key in ("a", "b"))
        return 2

    items = (Item("a", "甲任务"), Item("b", "乙任务"))
    successions.register(Topic("tests", "任务", lambda organ, on: items, move))
    yield seen
    successions.forget("tests")


def test_a_renamed_organ_is_the_same_and_each_day_has_its_name(office: Someone, sector: Organ) -> None:
    actions.rename_organ(office, sector, "工商经济界", on=JULY, ground="常委会决定")
    found = Organ.objects.get(pk=sector.pk)
    assert found.name == "工商经济界"
    assert found.name_on(dt.date(2022, 6, 30)) == "经济界"
    assert found.name_on(JULY) == found.name_on(None) == "工商经济界"
    actions.rename_organ(office, found, "经济发展界", on=dt.date(2023, 1, 1))
    found.refresh_from_db()
    days = (dt.date(2021, 1, 1), dt.date(2022, 12, 31), dt.date(2023, 1, 1))
    assert [found.name_on(day) for day in days] == ["经济界", "工商经济界", "经济发展界"]
    assert queries.find_organ(sector.committee, "工商经济界") == found
    assert queries.organ_choices([found], dt.date(2021, 1, 1)) == [
        (str(found.pk), "经济界", ("经济发展界", "工商经济界"))
    ]
    entry = history("committee.organ", sector.uid)[0]
    assert "更名为“经济发展界”" in entry.sentence


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("经济界", JULY, "committee.name_same"),
        ("新名", dt.date(2999, 1, 1), "committee.name_future"),
        ("新名", BEGAN, "committee.name_early"),
        ("教育界", JULY, "committee.organ_taken"),
        (" ", JULY, "committee.blank"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(
    office: Someone, sector: Organ, name: str, on: dt.date, code: str
) -> None:
    actions.add_organ(office, sector.committee, kind="sector", name="教育界", starts=BEGAN)
    with pytest.raises(Refusal) as refused:
        actions.rename_organ(office, sector, name, on=on)
    assert refused.value.code == code
    assert Organ.objects.get(pk=sector.pk).former == []


def test_a_mistaken_renaming_is_taken_back(office: Someone, sector: Organ) -> None:
    renamed = actions.rename_organ(office, sector, "工商界", on=JULY)
    back = actions.unname_organ(office, renamed)
    assert (back.name, back.former) == ("经济界", [])
    with pytest.raises(Refusal) as refused:
        actions.unname_organ(office, back)
    assert refused.value.code == "committee.no_former"


def test_an_organ_is_split_and_each_item_goes_where_the_office_says(
    office: Someone, sector: Organ, moved: list[tuple[str, str]]
) -> None:
    rows, count = actions.succeed_organs(
        office, [sector], ["工商界", "农业界"], on=JULY, how="split", ground="换届方案", decided={("tests", "b"): 1}
    )
    assert count == 2
    assert moved == [("a", "工商界"), ("b", "农业界")]
    assert Organ.objects.get(pk=sector.pk).ends == dt.date(2022, 6, 30)
    assert [(row.organ_to.name, row.main) for row in rows] == [("工商界", True), ("农业界", False)]
    found = panels.history(Organ.objects.get(pk=sector.pk))
    assert {one["ground"] for one in found} == {"换届方案"}
    assert "由工商界承接（主要承接）" in found[0]["words"] + found[1]["words"]
    heir = Organ.objects.get(name="农业界")
    assert "承接经济界（拆分）" in panels.history(heir)[0]["words"]
    assert [one.name for one in queries.organs_on(sector.committee, JULY, "sector").order_by("name")] == [
        "农业界", "工商界",
    ]  # fmt: skip


def test_two_organs_merge_into_one_that_stands(
    office: Someone, county: Committee, sector: Organ, moved: list[tuple[str, str]]
) -> None:
    second = actions.add_organ(office, county, kind="sector", name="农业界", starts=BEGAN)
    into = actions.add_organ(office, county, kind="sector", name="工商界", starts=BEGAN)
    _, count = actions.succeed_organs(office, [sector, second], [into], on=JULY, how="merged")
    assert count == 4
    assert {name for _, name in moved} == {"工商界"}
    assert {one.organ_from for one in queries.origins(into)} == {sector, second}
    with pytest.raises(Refusal) as refused:
        actions.succeed_organs(office, [into], [sector], on=dt.date(2022, 9, 1), how="merged")
    assert refused.value.code == "committee.circle"


@pytest.mark.parametrize(
    ("heirs", "how", "on", "code"),
    [
        ([], "split", JULY, "committee.no_heir"),
        (["甲"], "split", JULY, "committee.split_few"),
        (["甲", "乙"], "merged", JULY, "committee.merge_one"),
        (["甲", "乙"], "split", dt.date(2999, 1, 1), "committee.in_future"),
        (["甲", "乙"], "split", BEGAN, "committee.too_early"),
        (["甲", "甲"], "split", JULY, "committee.organ_taken"),
    ],
)
def test_a_succession_that_cannot_be_is_refused_and_nothing_is_written(
    office: Someone, sector: Organ, heirs: list[Any], how: str, on: dt.date, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        actions.succeed_organs(office, [sector], heirs, on=on, how=how)
    assert refused.value.code == code
    assert not OrganSuccession.objects.exists()
    assert Organ.objects.get(pk=sector.pk).ends is None


def test_a_room_that_refuses_undoes_everything(office: Someone, sector: Organ) -> None:
    def no(passing: Passing) -> int:
        raise Refusal("committee.blank", label="x")

    successions.register(Topic("tests", "任务", lambda organ, on: (), no))
    try:
        with pytest.raises(Refusal):
            actions.succeed_organs(office, [sector], ["甲", "乙"], on=JULY, how="split")
    finally:
        successions.forget("tests")
    assert [one.name for one in Organ.objects.all()] == ["经济界"]


def test_dates_fixed_by_a_succession_are_not_edited(office: Someone, sector: Organ) -> None:
    actions.succeed_organs(office, [sector], ["甲界", "乙界"], on=JULY, how="split")
    gone = Organ.objects.get(pk=sector.pk)
    with pytest.raises(Refusal) as refused:
        actions.alter_organ(office, gone, kind="sector", name="经济界", starts=BEGAN, ends=None)
    assert refused.value.code == "committee.has_heirs"


def test_only_editors_of_the_committee_rename_and_split(city: Committee, sector: Organ) -> None:
    stranger = Someone.holding("office", city)
    with pytest.raises(NotAllowed):
        actions.rename_organ(stranger, sector, "新", on=JULY)
    with pytest.raises(NotAllowed):
        actions.succeed_organs(stranger, [sector], ["甲", "乙"], on=JULY, how="split")
    for name in ("organ_rename", "organ_succeed", "organ_edit"):
        assert visit(stranger, reverse(f"committee:{name}", args=[sector.uid])).status_code == 403


def test_the_office_splits_in_two_steps_with_what_is_open_before_its_eyes(
    office: Someone, sector: Organ, moved: list[tuple[str, str]]
) -> None:
    address = reverse("committee:organ_succeed", args=[sector.uid])
    asked = {
        "how": "split",
        "sources": [sector.pk],
        "new_names": "工商界\n农业界",
        "on": "2022-07-01",
        "ground": "决定",
    }
    page = text_of(visit(office, address, asked))
    assert "任务（2）" in page
    assert "甲任务、乙任务" in page
    assert not OrganSuccession.objects.exists(), "nothing is written before the second step"
    answer = visit(office, address, {**asked, "decide": "1", "to-tests-a": "1", "to-tests-b": "0"})
    assert answer.status_code == 302
    assert moved == [("a", "农业界"), ("b", "工商界")]
    wrong = text_of(visit(office, address, {**asked, "new_names": "甲"}))
    assert "拆分须有两个以上承接机构" in wrong


def test_a_name_of_its_day_is_found_by_rows(office: Someone, county: Committee, sector: Organ) -> None:
    renamed = actions.rename_organ(office, sector, "工商界", on=JULY)

    class Row:
        organ, held_on = renamed, dt.date(2022, 5, 1)

    read = queries.named("held_on")
    assert read(Row()) == "经济界"
    Row.held_on = JULY
    assert read(Row()) == "工商界"
    Row.organ = None
    assert read(Row()) == ""
    assert Scope.of("bing", organ="经济界").organ == renamed
