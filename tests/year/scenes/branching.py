"""A branch of the Party: founded, its life, deeds, the appraisal of its members, a leader's contact point, duties."""

from __future__ import annotations

import datetime as dt

from lvzhi.accounts.tests.house import builder
from lvzhi.party.models import Appraisal, Body, ContactPoint, Deed, Duty, Meeting
from lvzhi.people import actions as people
from tests.year.district import START, Cast, District, newest
from tests.year.roles import Code, Year


def founded(district: District, year: Year, cast: Cast) -> None:
    """With its secretary and a member."""
    for login in ("jia", "yi"):
        people.affiliate(builder(), district.person(login), district.here, "cpc", starts=START)
    with year.on(2, 3, "party: a branch"):
        cast.office.does("party:found", answers={"name": "经济界党支部", "organ": district.economy})
        body = newest(Body)
        cast.office.does("party:seat", body, answers={"people": [district.person("jia")], "post": Code("secretary")})
        cast.office.does("party:seat", body, answers={"people": [district.person("yi")]})
    with year.on(2, 12, "party: a themed day"):
        page = cast.jia.does("party:plan", body, answers={
            "kind": Code("theme_day"), "title": "走进果园学技术", "place": "北坡果园", "host": "技术员小柏",
        })  # fmt: skip
        cast.jia.fill(page, {"text": "学习修枝。"})
    with year.on(3, 3, "party: a deed"):
        cast.yi.does("party:deed_add", answers={
            "title": "修好三盏路灯", "done_on": dt.date(2026, 3, 2), "beneficiary": "果园村民", "text": "换了三盏灯。",
        })  # fmt: skip
        cast.jia.does("party:step", "deed", newest(Deed), "confirm")


def led(district: District, year: Year, cast: Cast) -> None:
    """The chairman's contact point with a visit; the secretary's duties."""
    body = Body.objects.get(name="经济界党支部")
    with year.on(3, 4, "party: a contact point"):
        cast.office.does("party:point_add", answers={"people": [district.person("chair")], "body": body})
        point = newest(ContactPoint)
        cast.chair.fill(cast.chair.look("party:points"), {}, button="今天到过")
    with year.on(3, 6):
        cast.chair.does("party:visit", point, answers={"text": "座谈支部建设。"})
    with year.on(3, 9, "party: duties"):
        cast.office.does("party:duty_add", answers={
            "people": [district.person("jia")], "items": "讲党课：每年一次\n谈心谈话：每人一次",
        })  # fmt: skip
        duty = newest(Duty)
        cast.jia.does("party:step", "duty", duty, "finish", answers={"result": "和两名党员谈了心。"})


def appraised(district: District, year: Year, cast: Cast) -> None:
    """From the opening to each member's own result."""
    body = Body.objects.get(name="经济界党支部")
    with year.on(11, 16, "party: appraisal opened"):
        cast.jia.does("party:appraise", body)
        appraisal = newest(Appraisal)
    for role, text in ((cast.jia, "讲了党课，调研不够深。"), (cast.yi, "修了路灯，学习不够。")):
        with year.on(11, 18):
            line = appraisal.lines.get(person__account=role.account)
            role.does("party:step", "line", line, "account", answers={"text": text})
    with year.on(11, 30, "party: appraised"):
        page = cast.jia.press(cast.jia.look("party:appraisal", appraisal), "召开评议大会")
        page = cast.jia.fill(page, {"title": "党员评议大会", "place": "二楼党员活动室"})
        cast.jia.fill(page, {"text": "逐人评议。"})
        assert newest(Meeting).kind == "appraisal"
        grades = {f"grade_{line.pk}": Code("good") for line in appraisal.lines.all()}
        cast.jia.does("party:step", "appraisal", appraisal, "grade", answers=grades)
        cast.office.does("party:step", "appraisal", appraisal, "confirm")
    with year.on(12, 1):
        line = appraisal.lines.get(person=district.person("yi"))
        assert "合格" in cast.yi.look("party:appraised", line).words
