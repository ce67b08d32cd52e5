"""A member who joins in the middle of the term: file, login, places; a unit enters the directory."""

from __future__ import annotations

import datetime as dt

from lvzhi.accounts.models import Account
from lvzhi.directory.models import Unit
from lvzhi.people.models import Member, Membership, Staff
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year


def joining(district: District, year: Year, cast: Cast) -> None:
    """Entered by the office, given a login by the administrator, seated."""
    with year.on(3, 16, "people: a new member"):
        cast.office.does("people:add", answers={
            "name": "戊青山", "starts": dt.date(2026, 3, 13), "sector": district.sector, "party": Code("rckk"),
            "number": "HZ2026-181", "phone": "13912349999", "gender": Code("female"), "born": dt.date(1979, 8, 8),
            "ethnicity": "回族", "education": Code("master"), "employer": "海州茶业公司", "job": "总农艺师",
            "how_joined": Code("by_election"), "joined_by": "常委会第二十次会议",
        })  # fmt: skip
        made = newest(Member)
        cast.office.does("people:join", made, answers={
            "organ": district.culture, "starts": dt.date(2026, 3, 14),
        }, about=[made])  # fmt: skip
        seat = newest(Membership)
    with year.on(3, 17, "people: the new member's login"):
        cast.admin.does("accounts:create", answers={"username": "wuqingshan", "name": "戊青山"}, about=[made])
        login = newest(Account)
        page = cast.admin.look("accounts:account", login)
        cast.admin.fill(page, {"role": Code("member"), "starts": made.starts}, about=[made])
        cast.office.does("people:account", made, answers={"username": "wuqingshan"}, about=[login])
    with year.on(9, 21, "people: changes"):
        cast.office.does("people:transfer", seat, answers={"organ": district.economy, "on": dt.date(2026, 9, 18)})
        cast.office.does("people:post", made, answers={
            "kind": Code("standing"), "starts": dt.date(2026, 9, 15), "decided_by": "常委会第二十四次会议",
        })  # fmt: skip
        cast.office.does("people:add_staff", answers={
            "name": "庚小满", "starts": dt.date(2026, 9, 1), "office": district.proposal_committee, "title": "科员",
            "phone": "13900001111",
        })  # fmt: skip
    assert newest(Staff).person.name == "庚小满"


def directory(district: District, year: Year, cast: Cast) -> None:
    """A unit new in the directory."""
    with year.on(2, 10, "directory: a new unit"):
        cast.office.does("directory:add", district.here, answers={
            "name": "区数据局", "short_name": "数据局", "starts": dt.date(2026, 2, 9), "contact": "0914-7654321",
        })  # fmt: skip
    assert newest(Unit).name == "区数据局"
