"""The pages of the committee room as people see them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lvzhi.committee import actions
from lvzhi.committee.models import Committee, Organ, Session, Term
from lvzhi.committee.tests.someone import Someone, text_of, visit
from lvzhi.journal.queries import history

DETAIL = "committee:detail"


@pytest.fixture
def office(county: Committee) -> Someone:
    return Someone.holding("office", county)


def test_everyone_reads_the_tree_and_only_editors_get_buttons(county: Committee, office: Someone) -> None:
    page = text_of(visit(Someone(), reverse("committee:list")))
    assert "甲省乙市丙县政协" in page
    assert "建立政协组织" not in page
    address = reverse(DETAIL, args=[county.uid])
    assert "录入新一届" in text_of(visit(office, address))
    assert "录入新一届" not in text_of(visit(Someone(), address))


def test_the_office_records_a_session_on_its_page(county: Committee, term: Term, office: Someone) -> None:
    address = reverse("committee:session_add", args=[county.uid])
    values = {"term": term.pk, "number": "1", "opens": "2022年1月10日", "closes": "2022-01-13", "window_until": ""}
    answer = visit(office, address, values)
    assert answer.status_code == 302
    session = Session.objects.get()
    assert (session.window_from, session.window_until) == (dt.date(2021, 10, 10), dt.date(2022, 1, 13))
    page = text_of(visit(Someone(), reverse(DETAIL, args=[county.uid])))
    assert "十届一次会议" in page
    assert "2021年10月10日—2022年1月13日" in page
    entry = history("committee.session", session.uid)[0]
    assert "录入十届一次会议" in entry.sentence


def test_an_impossible_date_is_told_and_nothing_is_written(county: Committee, term: Term, office: Someone) -> None:
    address = reverse("committee:session_add", args=[county.uid])
    values = {"term": term.pk, "number": "1", "opens": "2022年9月31日", "closes": "2022-10-03"}
    page = text_of(visit(office, address, values))
    assert "9月没有31日" in page
    assert "2022年9月31日" in page, "what was typed is still there"
    assert not Session.objects.exists()


def test_a_refusal_stands_at_its_field(county: Committee, term: Term, office: Someone) -> None:
    page = text_of(
        visit(office, reverse("committee:term_add", args=[county.uid]), {"number": 11, "starts": "2027-1-5"})
    )
    assert "第10届尚未届满" in page
    assert Term.objects.count() == 1


def test_strangers_may_not_open_the_forms(county: Committee, city: Committee, term: Term) -> None:
    stranger = Someone.holding("office", city)
    for name, uid in (
        ("edit", county.uid),
        ("term_add", county.uid),
        ("organ_add", county.uid),
        ("term_edit", term.uid),
    ):
        assert visit(stranger, reverse(f"committee:{name}", args=[uid])).status_code == 403


def test_every_form_opens_and_saves(system: Someone, county: Committee, term: Term) -> None:
    session = actions.add_session(
        system,
        term,
        number=1,
        opens=dt.date(2022, 1, 10),
        closes=dt.date(2022, 1, 13),
        window_from=dt.date(2021, 10, 1),
    )
    organ = actions.add_organ(system, county, kind="sector", name="经济界", starts=dt.date(2022, 1, 1))
    posts = {
        reverse("committee:edit", args=[county.uid]): {
            "name": "丙县政协委员会", "code": "bing", "level": "county", "parent": county.parent_id,
        },
        reverse("committee:term_edit", args=[term.uid]): {"number": 10, "starts": "2022-01-08", "ends": ""},
        reverse("committee:session_edit", args=[session.uid]): {
            "number": 1, "opens": "2022-01-10", "closes": "2022-01-14", "window_from": "2021-10-1",
        },
        reverse("committee:organ_edit", args=[organ.uid]): {"kind": "sector", "name": "经济", "starts": "2022-01-01"},
        reverse("committee:organ_add", args=[county.uid]): {"kind": "party", "name": "民盟", "starts": "2022-01-01"},
        reverse("committee:add") + f"?parent={county.parent.uid}": {
            "name": "癸县政协", "code": "gui", "level": "county", "parent": county.parent_id,
        },
    }  # fmt: skip
    for address, values in posts.items():
        assert visit(system, address).status_code == 200, address
        answer = visit(system, address, values)
        assert answer.status_code == 302, text_of(answer)
    county.refresh_from_db()
    session.refresh_from_db()
    assert (county.name, session.closes) == ("丙县政协委员会", dt.date(2022, 1, 14))
    assert set(Organ.objects.values_list("name", flat=True)) == {"经济", "民盟"}


def test_the_page_costs_the_same_for_five_organs_and_fifty(system: Someone, county: Committee, term: Term) -> None:
    address = reverse(DETAIL, args=[county.uid])
    counts = []
    for many in (5, 45):
        for number in range(many):
            actions.add_organ(system, county, kind="sector", name=f"界别{many}-{number}", starts=dt.date(2022, 1, 1))
        with CaptureQueriesContext(connection) as seen:
            text_of(visit(Someone(), address))
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 15
