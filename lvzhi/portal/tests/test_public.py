"""What is public, and what is not: switches, whitelist, consent, withdrawal with the pages kept warm."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lvzhi.committee import actions as places
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.portal.kinds import kinds
from lvzhi.portal.showing import Link, NotPlain, masked, plain
from lvzhi.portal.tests.site import SECRETS, Site, get, text
from lvzhi.portal.vocabulary import FIELDS, Part
from lvzhi.proposals.models import Promise, Publication
from lvzhi.proposals.tests.people import builder

# What leaves, key by key. Whoever adds a field to it has asked whether it is anybody's business.
LEAVES = {
    "proposals": "number title session track category proposer collective key unit stage result filed_on answered_on "
    "closed_on form published_on",
    "rules": "title kind number document_no issued_on starts_on published_on",
    "reports": "title kind document_no signed_on published_on",
    "members": "name sector organs office published",
}


def test_these_fields_leave_and_no_other() -> None:
    assert {part.value: " ".join(one.key for one in kind.fields) for part, kind in kinds().items()} == LEAVES
    assert {part: list(fields) for part, fields in FIELDS.items()} == {one: LEAVES[one].split() for one in LEAVES}


def test_a_record_cannot_leave(site: Site) -> None:
    for value in (site.jia, {"rows": [site.jia]}, Publication.objects.all(), object()):
        with pytest.raises(NotPlain):
            plain(value)
    assert plain({"a": ["x", 1, None, dt.date(2026, 3, 2)]}) == {"a": ["x", 1, None, dt.date(2026, 3, 2)]}


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("联系人王某，13900001234。", "联系人王某，〔略〕。"),
        ("身份证520112197901011234，住三号楼2单元5室。\n其余照办。", "〔略〕\n其余照办。"),
        ("电话 139-0000-1234", "〔略〕"),
        ("立案325件，办复率100%，2026年3月2日。", "立案325件，办复率100%，2026年3月2日。"),
    ],
)
def test_personal_numbers_are_replaced_in_whatever_leaves(written: str, leaves: str) -> None:
    shown = masked(written)
    assert shown == leaves or ("139" not in shown and "5201" not in shown and "其余照办" in shown)
    assert plain(Link("/open/HZ/13900001234/")) == "/open/HZ/13900001234/"


def test_a_site_is_closed_until_its_own_committee_opens_it(site: Site) -> None:
    assert get("home").status_code == 200
    for code in ("JB", "none"):
        answer = get("home", code=code)
        assert (answer.status_code, "这里没有公开网站" in text(answer)) == (404, True)
    site.set("portal.open", False)
    assert get("home").status_code == 404
    assert get("proposals").status_code == 404
    assert get("data_file", "proposals", "csv").status_code == 404


def test_opening_above_does_not_open_below(site: Site) -> None:
    above = places.create(builder(), name="大市政协", code="DS", level="city")
    places.create(builder(), name="海州下级政协", code="XJ", level="county", parent=above)
    site.set("portal.open", True, above)
    assert (get("home", code="DS").status_code, get("home", code="XJ").status_code) == (200, 404)
    listed = text(Client().get(reverse("portal:index")))
    assert ("海州下级政协" in listed, "大市政协" in listed, "海州区政协" in listed) == (False, True, True)


def test_a_part_that_was_not_chosen_is_not_there(site: Site) -> None:
    site.set("portal.parts", ["proposals"])
    answer = get("members")
    assert (answer.status_code, "没有公开“委员”栏目" in text(answer)) == (404, True)
    assert get("feed_part", "rules").status_code == 404
    assert reverse("portal:members", args=["HZ"]) not in text(get("home"))


def test_a_proposal_with_its_answer_and_nothing_that_was_left_out(site: Site) -> None:
    row = site.published(redactions="不少老人自己做饭困难")
    shown = text(get("proposal", row.proposal.uid))
    assert "关于完善社区食堂的提案" in shown
    assert "辖区六十岁以上老人较多，〔略〕。" in shown
    assert "区民政局的答复" in shown
    assert "交区民政局办理" in shown
    assert "甲文" in shown
    for never in ("不少老人自己做饭困难", "王局长", "丁宁", "己方", "<script"):
        assert never not in shown
    listed = text(get("proposals"))
    assert "关于完善社区食堂的提案" in listed
    assert "共1件" in listed


def test_nothing_before_the_decision_and_nothing_that_was_kept_back(site: Site) -> None:
    waiting = site.answered()
    kept = site.publish(site.answered(site.submitted(title="关于道路的提案")), form="not", reason="涉密")
    for proposal in (waiting, kept.proposal):
        assert get("proposal", proposal.uid).status_code == 404
    shown = text(get("proposals")) + text(get("home")) + text(get("search", q="提案"))
    assert waiting.title not in shown
    assert kept.proposal.title not in shown


def test_a_summary_shows_no_answer_and_no_result(site: Site) -> None:
    row = site.published(form="summary", summary="建议已采纳。")
    shown = text(get("proposal", row.proposal.uid))
    assert "建议已采纳。" in shown
    assert "本件以摘要公开" in shown
    assert "的答复（" not in shown
    assert "办理结果" not in shown
    assert "辖区六十岁以上" not in shown
    told = json.loads(text(get("data_file", "proposals", "json")))["rows"][0]
    assert (told["result"], told["answered_on"], told["form"]) == ("", None, "摘要")


def test_names_are_told_only_where_the_committee_tells_them(site: Site) -> None:
    row = site.published()
    assert "甲文" in text(get("data_file", "proposals", "csv"))
    site.set("portal.names", False)
    site.set("portal.parts", ["proposals", "rules", "reports"])
    for shown in (
        get("proposal", row.proposal.uid),
        get("proposals"),
        get("home"),
        get("feed"),
        get("data_file", "proposals", "csv"),
    ):
        assert "甲文" not in text(shown)
    assert "委员提案" in text(get("proposal", row.proposal.uid))


def test_a_promise_is_shown_as_it_was_published_with_what_became_of_it(site: Site) -> None:
    proposal = site.handling()
    answers = site.reply(proposal) | {
        "result_class": "B", "class_1": "A", "class_2": "B", "text_1": "已增设两处。", "text_2": "补助标准正在测算。",
        "promise_2": "调整就餐补助标准。", "due_2": "2031-12-31",
    }  # fmt: skip
    row = site.publish(site.take(proposal, "answer", site.wu, **answers))
    shown = text(get("proposal", row.proposal.uid))
    assert "承诺和进展" in shown
    assert "正在履行" in shown
    assert "2031年12月31日前兑现" in shown
    assert shown.count("调整就餐补助标准。") == 2  # the recommendation, and the promise once
    promise = Promise.objects.get()
    with clock.at(dt.datetime(2032, 1, 5, 10, tzinfo=clock.ZONE)):
        site.take(promise, "look_back", site.ding, verdict="kept", finding="已由张三的办公室核实。")
        shown = text(get("proposal", row.proposal.uid))
    assert "已兑现" in shown
    assert "2032年1月5日回头看" in shown
    assert "张三" not in shown


def everywhere(site: Site, thing: str, part: str) -> dict[str, Any]:
    """Every place that shows it, asked as anybody, so that each is kept."""
    places = {
        "home": ("home",), "list": (part,), "feed": ("feed",), "feed_part": ("feed_part", part), "data": ("data",),
        "csv": ("data_file", part, "csv"), "json": ("data_file", part, "json"),
    }  # fmt: skip
    found = {name: get(*asked) for name, asked in places.items()}
    found["search"] = get("search", q=thing)
    found["sitemap"] = Client().get(reverse("portal:sitemap"))
    return found


@pytest.mark.parametrize("part", ["proposals", "rules", "reports"])
def test_what_is_withdrawn_is_gone_from_every_place_though_all_were_kept(site: Site, part: str) -> None:
    made: Any = {"proposals": site.published, "rules": site.ruled, "reports": site.reported}[part]()
    owner = {"proposals": "proposal", "rules": "regulation"}.get(part)
    uid = getattr(made, owner).uid if owner else made.uid
    title = getattr(made, owner).title if owner else made.title
    page = part[:-1]
    for _ in range(2):
        before = everywhere(site, title, part)
        assert title in text(get(page, uid))
    for name, answer in before.items():
        assert (str(uid) in text(answer)) or name == "data", name
    mark = get(page, uid).headers["ETag"]
    assert Client().get(reverse(f"portal:{page}", args=["HZ", uid]), headers={"If-None-Match": mark}).status_code == 304
    who, answers = {"proposals": (site.ji, {"reason": "有误"})}.get(part, (site.mi, {"ground": "有误"}))
    site.take(made, "take_down", who, **answers)
    for name, answer in everywhere(site, title, part).items():
        assert str(uid) not in text(answer), name
        assert title not in text(answer) or name == "search", name  # the words somebody looked for stand on the page
    gone = Client().get(reverse(f"portal:{page}", args=["HZ", uid]), headers={"If-None-Match": mark})
    assert (gone.status_code, "已撤回公开" in text(gone), title in text(gone)) == (410, True, False)
    assert gone.headers["Cache-Control"] == "no-store"
    assert "有误" not in text(gone)


def test_a_version_that_is_taken_down_leaves_its_own_address_too(site: Site) -> None:
    version = site.ruled()
    uid = version.regulation.uid
    assert "第一条" in text(get("version", uid, 1))
    assert "政协发〔2025〕8号" in text(get("rule", uid))
    assert get("version", uid, 2).status_code == 404
    site.take(version, "take_down", site.bai, ground="另行公开")
    assert (get("version", uid, 1).status_code, get("rule", uid).status_code) == (410, 410)


def test_a_report_shows_each_figure_as_it_was_signed_and_no_row(site: Site) -> None:
    site.filed()
    report = site.reported()
    filed = report.readings.order_by("number").last().figures.get()
    site.filed()
    shown = text(get("report", report.uid))
    assert f'href="#n1">{int(filed.value)}</a>' in shown
    assert filed.meaning[:20] in shown
    assert "凌" not in shown
    assert "白办" not in shown
    assert "米秘" not in shown
    assert "辛远" not in shown


def test_a_member_by_name_and_sector_and_nothing_else(site: Site) -> None:
    site.published()
    member = site.joined(1)
    site.set("portal.parts", [one.value for one in Part])
    for shown in (
        get("members"),
        get("member", member.uid),
        get("data_file", "members", "json"),
        get("search", q="委员1"),
    ):
        found = text(shown)
        assert "委员1" in found
        for never in SECRETS:
            assert never not in found
    mine = site.members[site.jia.pk]
    assert "关于完善社区食堂的提案" in text(get("member", mine.uid))
    assert json.loads(text(get("data_file", "members", "json")))["rows"][0]["name"]


def test_each_number_is_the_length_of_its_list(site: Site) -> None:
    site.published()
    row = site.published("关于修路的提案")
    site.take(row.proposal, "rate", site.jia, attitude="satisfied", result="satisfied")
    site.ruled()
    shown = get("home")
    figures = re.findall(r'<a href="([^"]+)"><span class="po-number">(\d+)<small>', text(shown))
    assert len(figures) == 6
    for url, number in figures:
        listed = text(Client().get(url.replace("&amp;", "&")))
        assert f"共{number}" in listed, url
        assert len(re.findall(r'class="po-title"', listed)) == int(number), url


def test_large_type_is_chosen_without_scripting_and_kept(site: Site) -> None:
    client = Client()
    page = reverse("portal:home", args=["HZ"])
    assert 'data-size="large"' not in text(client.get(page))
    answer = client.get(reverse("portal:type", args=["large"]), {"to": page})
    assert (answer.status_code, answer["Location"]) == (302, page)
    large = client.get(page)
    assert 'data-size="large"' in text(large)
    assert "回到标准版" in text(large)
    assert large.headers["ETag"] != Client().get(page).headers["ETag"]
    client.get(reverse("portal:type", args=["usual"]), {"to": page})
    assert 'data-size="large"' not in text(client.get(page))
    for bad in ("https://elsewhere.example/open/", "//elsewhere.example/", "/accounts/login"):
        assert client.get(reverse("portal:type", args=["large"]), {"to": bad})["Location"] == reverse("portal:index")


def test_a_cell_is_no_formula(site: Site) -> None:
    site.published("=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in text(get("data_file", "proposals", "csv"))


def test_search_engines_are_told_what_they_may_read(site: Site) -> None:
    told = text(Client().get("/robots.txt"))
    assert "Disallow: /\n" in told
    assert "Allow: /open/" in told
    assert "sitemap.xml" in told


def test_words_and_filters_narrow_a_list(site: Site) -> None:
    site.published()
    site.published("关于修路的提案")
    assert "共1件" in text(get("proposals", q="修路"))
    assert "共1件" in text(get("proposals", q="关于修路"))
    assert "没有符合条件的" in text(get("proposals", q="100%_"))
    assert "共2件" in text(get("proposals", stage="answered", category="nothing"))
    assert "没有符合条件的" in text(get("proposals", stage="closed"))
    assert "共找到1条" in text(get("search", q="修路"))
    assert get("proposals", cursor="broken", session="x").status_code == 200


def test_searching_and_downloading_have_a_limit_and_reading_has_none(site: Site) -> None:
    row = site.published()
    site.set("portal.rate", 5)
    asked = (("search", {"q": "食堂"}), ("proposals", {"q": "食堂"}), ("data_file", {}), ("data_file", {}))
    with clock.at(dt.datetime(2026, 3, 9, 10, tzinfo=clock.ZONE)):
        for name, query in (*asked, asked[0]):
            assert get(name, *(("proposals", "csv") if name == "data_file" else ()), **query).status_code == 200
        for name, query in asked:
            answer = get(name, *(("proposals", "csv") if name == "data_file" else ()), **query)
            assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
            assert "请求过于频繁，请在60秒后再试。" in text(answer)
        assert get("proposals").status_code == get("proposal", row.proposal.uid).status_code == 200
        other = Client(REMOTE_ADDR="203.0.113.9").get(reverse("portal:search", args=["HZ"]), {"q": "食堂"})
        assert other.status_code == 200
    with clock.at(dt.datetime(2026, 3, 9, 10, 1, tzinfo=clock.ZONE)):
        assert get("search", q="食堂").status_code == 200
    assert Entry.objects.filter(event="portal.too_often").count() == 1
