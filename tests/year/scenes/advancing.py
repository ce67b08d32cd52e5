"""Projects: one with a plan in a leader's hands, a lead that a member brings and the office takes over."""

from __future__ import annotations

import datetime as dt

from lvzhi.activities.models import Activity
from lvzhi.projects.models import Lead, Project
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year, money


def cared(district: District, year: Year, cast: Cast) -> None:
    """Registered by the office, visited by its leader, a problem found, money come, an inspection that was a visit."""
    with year.on(6, 2, "project: registered, in a leader's hands"):
        cast.office.does("projects:enter", answers={
            "title": "海州湾渔港扩建工程", "way": Code("care"), "kind": Code("works"), "amount": money("86500000"),
            "owner": "海州湾渔港公司", "place": "渔港北岸", "starts_on": dt.date(2026, 6, 10),
            "ends_on": dt.date(2026, 12, 18), "text": "扩建泊位六个。",
        })  # fmt: skip
        made = newest(Project)
        cast.office.does("projects:step", made, "charge", answers={
            "leader": district.accounts["leader"], "post": "副主席",
        })  # fmt: skip
    with year.on(6, 9, "project: visited, built"):
        cast.leader.does("projects:step", made, "visit", answers={"words": "桩基进场。", "found": "渣土外运没有路线。"})
        cast.leader.does("projects:step", made, "build")
        cast.leader.does("projects:step", made, "note", answers={
            "words": "与港口方核对工期。", "next_words": "催办海域使用证", "next_on": dt.date(2026, 6, 25),
        })  # fmt: skip
        page = cast.office.press(cast.office.look("projects:detail", made), "登记问题")
        cast.office.fill(page, {"text": "渣土外运路线待批", "theme": Code("economy")})
    with year.on(6, 16, "project: money, an inspection that was a visit"):
        cast.office.does("projects:step", made, "fund", answers={
            "amount": money("1530000"), "source": Code("province"), "got_on": dt.date(2026, 6, 15),
            "proof": "拨〔2026〕17号", "beneficiaries": 412, "words": "北岸渔民",
        })  # fmt: skip
        cast.economist.does("activities:quick_entry", "visit", button="登记", answers={
            "spots": "渔港北岸工地", "people": [district.person("bing")], "summary": "泊位浇筑过半。",
        })  # fmt: skip
        page = cast.office.press(cast.office.look("activities:detail", newest(Activity)), "登记为项目督导")
        cast.office.fill(page, {"project": made, "words": "沿栈桥查看。"})


def invested(district: District, year: Year, cast: Cast) -> None:
    """A lead from a member's phone, taken over by the office, signed."""
    with year.on(6, 18, "lead: handed in and taken over"):
        cast.yi.does("projects:lead_new", answers={
            "firm": "远帆网具厂", "title": "渔网编织自动线", "amount": money("32700000"), "words": "厂长愿来看厂房。",
        })  # fmt: skip
        lead = newest(Lead)
        cast.office.does("projects:lead_step", lead, "take", answers={"kind": Code("industry")})
        made = newest(Project)
    with year.on(6, 23, "lead: signed"):
        cast.office.does("projects:step", made, "sign", answers={"amount": money("31900000")})
