"""The plenary with its sittings, visits and study entered in a minute, a campaign, what members give."""

from __future__ import annotations

import datetime as dt

from lvzhi.activities.models import Activity, Attendance, Participant, PlenarySpeech, SessionParty
from lvzhi.dossier.models import Amendment
from lvzhi.plans.models import Campaign
from tests.year.district import Cast, District, newest
from tests.year.roles import Code, Year, money


def plenary(district: District, year: Year, cast: Cast) -> None:
    """Four days, all members, sittings of their own, one who came late and was corrected."""
    with year.on(1, 15, "plenary: arranged"):
        page = cast.office.press(cast.office.look("activities:new"), "全体会议")
        cast.office.fill(page, {
            "title": "海州区政协十届三次会议", "held_on": dt.date(2026, 1, 19), "ends_on": dt.date(2026, 1, 20),
            "venue": "海州大剧院", "organ": "",
        })  # fmt: skip
        made = newest(Activity)
        cast.office.does("activities:guests", made, answers={"groups": [Code("members")]})
        cast.office.does("activities:guests", made, answers={"people": [district.cadre.person], "role": Code("sit_in")})
        cast.office.does("activities:programme", made, button="保存", answers={
            "s-0-agenda": "听取常委会工作报告", "s-1-agenda": "分组讨论", "s-1-place": "各代表驻地",
        })  # fmt: skip
        cast.office.does("activities:step", "activity", made, "notify", answers={"notice": "请着正装出席。"})
    with year.on(1, 16, "plenary: speeches, groups, a temporary Party organ"):
        cast.yi.does("activities:plenary_new", made, answers={"title": "让古桥活起来", "text": "全区古桥四十七座。"})
        own = newest(PlenarySpeech)
        cast.economist.does("activities:plenary_new", made, answers={
            "people": [district.person("jia")], "organ": district.economy, "title": "产业链要补短板",
            "text": "缺铸件企业。",
        })  # fmt: skip
        cast.office.does("activities:plenary_step", own, "oral")
        cast.office.does("activities:plenary_step", newest(PlenarySpeech), "written")
        cast.office.does("activities:parties", made, answers={"name": "第一组临时党支部"})
        party = newest(SessionParty)
        cast.office.does("activities:party_seat", party, answers={
            "people": [district.person("chair")], "seat": Code("secretary"),
        })  # fmt: skip
    with year.on(1, 20, "plenary: attended", hour=18):
        page = cast.office.look("activities:attendance", made)
        late = Participant.objects.get(activity=made, person=district.person("ding"))
        cast.office.fill(page, {f"p-{late.pk}": Code("late"), f"r-{late.pk}": "航班延误"}, button="其余全部出席")
        line = Attendance.objects.filter(participant=late).first()
        right = {"presence": Code("present"), "ground": "门禁记录为准时。"}
        cast.general.does("activities:correct", line, answers=right)
        second = made.sittings.order_by("pk").last()
        cast.office.fill(cast.office.look("activities:attendance", made, s=second), {}, button="其余全部出席")
        cast.office.does("activities:step", "activity", made, "hold", answers={"summary": "选出新一届常委。"})
        cast.office.does("activities:step", "activity", made, "close")


def minutes(district: District, year: Year, cast: Cast) -> None:
    """The three commonest records, each on one short page, and a campaign's."""
    with year.on(3, 12, "quick: a visit to an enterprise"):
        cast.economist.does("activities:quick_entry", "visit", button="登记", answers={
            "units": [district.firm], "people": [district.person("jia")], "summary": "缺熟练焊工四十名。",
        })  # fmt: skip
        visit = newest(Activity)
        page = cast.economist.press(cast.economist.look("activities:detail", visit), "登记问题")
        cast.economist.fill(page, {"text": "焊工证年审跑两地", "theme": Code("economy")})
    with year.on(3, 27, "quick: a study meeting"):
        cast.economist.does("activities:quick_entry", "study", button="登记", answers={
            "title": "学习民法典读书会", "spots": "区图书馆二楼", "people": [district.person("jia")],
            "main": [district.person("yi")], "summary": "围绕合同编交流。",
        })  # fmt: skip
    with year.on(4, 22, "a campaign's activity"):
        campaign = newest(Campaign)
        page = cast.economist.press(cast.economist.look("plans:campaign", campaign), "举办活动")
        page = cast.economist.press(page, "走访群众")
        cast.economist.fill(page, {
            "title": "幸福里三栋入户",
            "campaign": campaign, "organ": district.economy, "held_on": dt.date(2026, 4, 22),
            "spots": "幸福里三栋",
        }, about=[campaign])  # fmt: skip
        made = newest(Activity)
        cast.economist.does("activities:places", made, button="保存", answers={"p-0-asked": "顶楼漏雨多年"})
        cast.economist.does("activities:guests", made, answers={"people": [district.person("ding")]})
        cast.economist.does("activities:step", "activity", made, "hold", answers={"summary": "入户十七家。"})
        cast.economist.does("activities:attendance", made, button="其余全部出席")


def research(district: District, year: Year, cast: Cast) -> None:
    """A research trip with a body from above; one who cannot come sends another, one is told by telephone."""
    with year.on(5, 25, "research: arranged"):
        page = cast.economist.press(cast.economist.look("activities:new"), "专题调研")
        cast.economist.fill(page, {
            "title": "茶产业链调研", "topic": "夏秋茶利用", "held_on": dt.date(2026, 5, 28), "units": [district.firm],
            "relation": Code("joint"), "partners": "市政协经济委",
        })  # fmt: skip
        made = newest(Activity)
        cast.economist.does("activities:guests", made, answers={
            "people": [district.person("jia"), district.cadre.person],
        })  # fmt: skip
        cast.economist.does("activities:step", "activity", made, "notify", answers={"notice": "自备雨具。"})
        cast.economist.fill(cast.economist.look("activities:guests", made), {}, button="记录已另行通知")
        line = made.participants.get(person=district.person("jia"))
        cast.economist.does("activities:ask_leave", line, answers={"reason": Code("work"), "text": "赴省城签约。"})
    with year.on(5, 28, "research: held", hour=17):
        cast.economist.does("activities:step", "activity", made, "hold", answers={"summary": "夏秋茶七成未采。"})
        cast.economist.does("activities:places", made, button="保存", answers={"p-0-asked": "盼建夏秋茶生产线"})
        page = cast.economist.look("activities:attendance", made)
        cast.economist.fill(page, {"name": "农技员邵", "body": "镇农技站"}, button="登记到场")
        page = cast.economist.press(cast.economist.look("activities:detail", made), "登记意见建议")
        cast.economist.fill(page, {"text": "补贴夏秋茶采摘机", "theme": Code("economy"), "said": "茶农代表闵某"})


def giving(district: District, year: Year, cast: Cast) -> None:
    """What members enter of themselves, and the office for them."""
    with year.on(6, 1, "a member's own: donation, report to a community, study plan"):
        cast.ding.does("activities:note_add", "givings", answers={
            "amount": money("5280.50"), "receiver": "桥头小学", "purpose": "添置课桌", "receipt": "捐字0071",
            "given_on": dt.date(2026, 5, 31),
        })  # fmt: skip
        cast.ding.does("activities:note_add", "reports", answers={"unit": [district.village], "remark": "周末义诊"})
        cast.ding.does("activities:note_add", "study-plans", answers={
            "title": "读史札记", "text": "每月读通鉴一卷。",
        })  # fmt: skip
        cast.ding.does("dossier:amend", "job", answers={"wanted": "首席医师", "ground": "六月聘任。"})
        cast.office.does("dossier:amend_step", newest(Amendment), "accept")
    with year.on(6, 15, "the office for members"):
        cast.office.does("activities:note_add", "givings", answers={
            "people": [district.person("jia")], "amount": money("12000"), "goods": "图书一千册",
            "form": Code("goods"),
            "receiver": "塔山小学", "given_on": dt.date(2026, 6, 13),
        })  # fmt: skip
        cast.office.does("activities:note_add", "study-plans", answers={
            "people": [district.person("yi")], "title": "学习计划乙", "handed_in_on": dt.date(2026, 6, 14),
        })  # fmt: skip
