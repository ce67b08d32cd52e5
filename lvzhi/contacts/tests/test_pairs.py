"""Pairs: one by one, by plan, what is refused, and what ends by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import NotAllowed, Refusal
from lvzhi.accounts.tests.house import START, builder
from lvzhi.contacts import actions
from lvzhi.contacts.models import Pair
from lvzhi.contacts.queries import Far, schemes
from lvzhi.contacts.tests.web import TODAY, Web
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.deadlines import clock
from lvzhi.directory import actions as directory
from lvzhi.norms.actions import codes
from lvzhi.people import actions as people
from lvzhi.workflow.duties import run_due

DAY = dt.timedelta(days=1)


def refused(web: Web, near: str, far: str, code: str = "party_outside", day: dt.date = TODAY) -> str:
    with pytest.raises(Refusal) as caught:
        web.pair(near, far, code, day)
    return caught.value.sentence


def test_what_cannot_be_a_pair_is_said_in_one_sentence(web: Web) -> None:
    web.pair("jia", "bing")
    assert refused(web, "jia", "bing") == "jia员在2020年1月1日已开始联系bing员，不必重复登记。"
    assert refused(web, "zhu", "zhu", "group_party") == "zhu员不能联系自己，请另选联系对象。"
    early = START - DAY
    assert refused(web, "jia", "ding", day=early) == "jia员在2019年12月31日不是本届在任委员，请核对日期或另选委员。"
    assert refused(web, "jia", "chang", "chairmen_standing").startswith(
        "jia员在2026年7月1日不符合“主席、副主席联系常委”的联系人条件（主席、副主席）"
    )
    assert "bing员在2026年7月1日不属于“常委联系委员”" not in refused(web, "jia", "yi")
    assert refused(web, "jia", "yi").startswith("yi员在2026年7月1日不属于“党员委员联系党外委员”的联系对象")
    web.pair("jia", "ding")
    assert refused(web, "jia", "wu") == "jia员在“党员委员联系党外委员”中已联系2个，每人最多2个，请另选联系人。"
    assert Pair.objects.count() == 2


def test_a_post_is_judged_on_the_day(web: Web) -> None:
    post = web.members["fu"].person.posts.get()
    people.end_post(builder(), post, TODAY - DAY)
    assert "不符合" in refused(web, "fu", "chang", "chairmen_standing")
    assert web.pair("fu", "chang", "chairmen_standing", TODAY - DAY).starts == TODAY - DAY


def test_a_form_keeps_what_was_typed_and_names_the_field(web: Web) -> None:
    client = web.login(web.bai)
    url = reverse("contacts:pair_add", args=["chairmen_standing"])
    sent = {"member": web.members["jia"].pk, "other": web.members["chang"].pk, "starts": "2026-07-01"}
    answer = client.post(url, sent)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "jia员在2026年7月1日不符合" in shown
    assert f'value="{web.members["chang"].pk}"' in shown
    answer = client.post(url, sent | {"member": web.members["zhu"].pk})
    assert answer["Location"] == reverse("contacts:pair", args=[Pair.objects.get().uid])
    assert "已确定为chang员的联系人" in web.login("zhu").get(reverse("messages:inbox")).content.decode()


def test_a_committee_alters_the_scheme_by_day(web: Web) -> None:
    """普洱: each of the Party group keeps in touch with groups of the committee; a kind is added without code."""
    extra = {"near": "chairman、vice_chairman", "far": "special_committee", "times": "3", "least": "1", "most": "2"}
    codes.set_code(
        builder(),
        web.here,
        "contacts.schemes",
        "group_circle",
        "党组成员联系委员小组",
        starts=TODAY,
        extra=extra,
        ground="试行办法",
    )
    found = {one.code: one for one in schemes(web.here, TODAY)}
    assert (found["group_circle"].times, found["group_circle"].most, str(found["group_circle"].near)) == (
        3,
        2,
        "主席、副主席",
    )
    assert "group_circle" not in {one.code for one in schemes(web.here, TODAY - DAY)}
    far = Far(web.economy, Target.ORGAN)
    made = actions.pair(web.actor(web.bai), web.here, "group_circle", web.members["zhu"], far, TODAY)
    assert (made.organ, made.far_name) == (web.economy, "经济委员会")
    codes.close_code(builder(), web.here, "contacts.schemes", "party_outside", ends=TODAY - DAY, ground="已停用")
    assert "不再实行" in refused(web, "jia", "bing")
    codes.set_code(
        builder(),
        web.here,
        "contacts.schemes",
        "muddled",
        "混写",
        starts=TODAY,
        extra={"near": "谁", "far": "sector"},
        ground="试行",
    )
    assert "写法不能识别" in refused(web, "jia", "bing", "muddled")
    assert "写法不能识别" in web.login(web.bai).get(reverse("contacts:list")).content.decode()


def test_a_plan_is_shown_before_it_is_written(web: Web) -> None:
    client = web.login(web.bai)
    url = reverse("contacts:plan", args=["party_outside"])
    shown = client.get(url).content.decode()
    assert not Pair.objects.exists()
    plan = actions.propose(web.here, "party_outside", TODAY)
    keys = [one.key for one in plan.rows]
    assert all(f'value="{key}"' in shown for key in keys)
    assert {one.far.name for one in plan.rows} == {"dang员", "bing员", "ding员", "wu员"}
    assert len(plan.groups) == 5  # every Party member has somebody, so somebody has two
    assert (plan.left, plan.idle) == ([], [])
    answer = client.post(url, {"how": "even", "starts": "2026-07-01", "pair": keys})
    assert answer.status_code == 302
    assert Pair.objects.count() == len(keys) == 5
    again = client.get(url).content.decode()
    assert "没有需要分配的" in again
    stale = client.post(url, {"how": "even", "starts": "2026-07-01", "pair": keys[:1]})
    assert stale.status_code == 422
    assert "不必重复登记" in stale.content.decode()
    assert "请至少勾选一对" in client.post(url, {"how": "even", "starts": "2026-07-01"}).content.decode()


def test_a_plan_by_sector(web: Web) -> None:
    for name in ("jia", "yi"):
        people.join(builder(), web.members[name], web.sector, starts=START)
    plan = actions.propose(web.here, "party_outside", TODAY, "sector")
    pairs = {(one.member.person.name, one.far.name) for one in plan.rows}
    assert {far for near, far in pairs if near in ("jia员", "yi员")} == {"bing员", "ding员"}


def test_only_the_office_makes_pairs(web: Web) -> None:
    far = Far(web.members["bing"], Target.PERSON)
    for who in (web.ling, web.shen, web.tou, web.far, web.accounts["jia"]):
        with pytest.raises(NotAllowed):
            actions.pair(web.actor(who), web.here, "party_outside", web.members["jia"], far, TODAY)
        with pytest.raises(NotAllowed):
            actions.write_plan(web.actor(who), web.here, "party_outside", TODAY, [(1, "x")])


def ends(pair: Pair) -> tuple[dt.date | None, str]:
    pair.refresh_from_db()
    return pair.ends, pair.why_ended


def test_a_pair_ends_when_either_side_does(web: Web) -> None:
    near, far, post, stays = (
        web.pair("jia", "bing"), web.pair("yi", "ding"), web.pair("fu", "dang", "chairmen_standing"),
        web.pair("chang", "wu"),
    )  # fmt: skip
    people.end_tenure(builder(), web.members["jia"], TODAY - 3 * DAY, "resigned")
    people.end_tenure(builder(), web.members["ding"], TODAY - 2 * DAY, "transferred")
    people.end_post(builder(), web.members["dang"].person.posts.get(), TODAY - 4 * DAY)
    run_due()
    assert ends(near) == (TODAY - 3 * DAY, "tenure")
    assert ends(far) == (TODAY - 2 * DAY, "tenure")
    assert ends(post) == (TODAY - 4 * DAY, "post")
    assert ends(stays) == (None, "")
    assert actions.end_lapsed(builder()) == 0


def test_a_unit_that_passes_takes_its_pairs_along(web: Web) -> None:
    firm = directory.add(builder(), web.here, name="甲厂", kind="enterprise", starts=START)
    heir = directory.add(builder(), web.here, name="乙厂", kind="enterprise", starts=TODAY)
    office = web.actor(web.bai)
    made = actions.pair(office, web.here, "leader_firm", web.members["zhu"], Far(firm, Target.UNIT), START)
    directory.succeed(builder(), [firm], [heir], on=TODAY, how="renamed")
    assert ends(made) == (TODAY - DAY, "gone")
    after = Pair.objects.get(ends=None)
    assert (after.unit, after.far_name, after.starts) == (heir, "乙厂", TODAY)
    page = web.login(web.bai).get(reverse("directory:detail", args=[heir.uid])).content.decode()
    assert "zhu员" in page


def test_a_pair_is_ended_by_hand(web: Web) -> None:
    pair = web.pair("jia", "bing")
    client: Any = web.login(web.bai)
    url = reverse("contacts:end", args=[pair.uid])
    assert "不能在此之前" in client.post(url, {"ends": "2019-12-01"}).content.decode()
    assert "今天之后" in client.post(url, {"ends": "2026-08-01"}).content.decode()
    assert client.post(url, {"ends": "2026-07-01"}).status_code == 302
    assert ends(pair) == (TODAY, "changed")
    with clock.at(TODAY + DAY):
        assert "登记今天的联系" not in web.login("jia").get(reverse("contacts:pair", args=[pair.uid])).content.decode()
