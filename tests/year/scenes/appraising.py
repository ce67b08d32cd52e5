"""A democratic appraisal with its secret ballot, from the activity to the announced sums."""

from __future__ import annotations

import datetime as dt
import re

from django.urls import reverse

from lvzhi.activities.models import Activity
from lvzhi.ballots.models import Ballot
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Role, Year


def appraisal(district: District, year: Year, cast: Cast) -> None:
    """Of one bureau, by those who came."""
    with year.on(7, 8, "appraisal: held"):
        page = cast.office.press(cast.office.look("activities:new"), "民主评议")
        cast.office.fill(page, {
            "title": "民政工作民主评议会", "held_on": dt.date(2026, 7, 8), "units": [district.civil],
            "venue": "区政协三楼",
        })  # fmt: skip
        made = newest(Activity)
        people = [district.person(one) for one in ("jia", "yi", "bing", "ding", "chair")]
        cast.office.does("activities:guests", made, answers={"people": people})
        cast.office.does("activities:step", "activity", made, "hold")
        cast.office.does("activities:attendance", made, button="其余全部出席")
    with year.on(7, 8, "appraisal: the ballot", hour=15):
        page = cast.office.press(cast.office.look("activities:detail", made), "从到会名单组织测评")
        tellers = [district.accounts["general"], district.accounts["leader"]]
        cast.office.fill(page, {"items": "区民政局", "tellers": tellers})
        ballot = newest(Ballot)
        codes = [_code(teller, ballot) for teller in (cast.general, cast.leader)]
        cast.office.does("ballots:step", ballot, "open")
        for member in (cast.jia, cast.yi, cast.bing, cast.ding, cast.chair):
            page = member.look("ballots:vote", ballot)
            member.fill(page, {name: Code("1") for form in page.forms() for name in form.controls if name[0] == "c"})
        cast.general.does("ballots:count", ballot, answers={
            "present": 5, "first_code": codes[0], "second_code": codes[1],
        })  # fmt: skip
        cast.office.does("ballots:step", ballot, "announce")
    assert Ballot.objects.get(pk=ballot.pk).state == "announced"


def _code(teller: Role, ballot: Ballot) -> str:
    """Take one's code and read it off the page, which shows it once."""
    answer = teller.client.post(reverse("ballots:code", args=[ballot.uid]))
    found = re.search(r'class="lz-secret"[^>]*>([^<]+)<', answer.content.decode())
    assert found, answer.content.decode()
    return found[1].strip()
