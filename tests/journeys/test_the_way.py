"""The whole way of one proposal, from a member's phone to the figures of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from playwright.sync_api import expect

from lvzhi.demo.plan import UNITS, WUDANG
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
TITLE = "关于在新建小区预留电动自行车充电棚的提案"
TEXT = {
    "title": TITLE,
    "background": "新建小区交付后多数没有集中充电的地方，居民从楼上拉线充电。",
    "analysis": "规划阶段没有预留，交付后场地和电力增容都难解决。",
    "recommendations": "在规划条件中明确充电棚配建比例。\n交付验收时一并检查。",
}


def figures(site: Server, *keys: str) -> list[int]:
    body = site.installation.json("figures", WUDANG.code, "since-plenary", "--json", "--key", *keys)
    return [one["value"] for one in body["figures"]]


KEYS = ("proposals.received", "proposals.filed", "proposals.assigned", "proposals.answered", "proposals.ratings")


def test_a_strangers_proposal_goes_its_whole_way_and_moves_the_figures(site: Server, visitor: Visitor) -> None:
    before = figures(site, *KEYS)
    member = visitor("weiyuan", phone=True)
    member.goto("/proposals/new/")
    steps.answer(member, **TEXT)
    member.locator("main form button", has_text="保存并邀请联名").click()
    member.wait_for_url("**/invite/")
    cosigner = visitor("fuyi", phone=True)
    steps.pick(member, "members", _name_of(cosigner))
    steps.press(member, "邀请联名")
    address = f"/proposals/{steps.uid_of(member)}/"

    cosigner.goto(address)
    steps.press(cosigner, "附议")
    if "/step/" in cosigner.url:
        steps.press(cosigner, "附议")
    assert "已附议" in cosigner.locator("main").inner_text()

    member.goto(address)
    steps.press(member, "提交")
    if "/step/" in member.url:
        steps.press(member, "提交")
    assert steps.state_of(member) == "待审查"
    assert steps.sideways(member) == 0

    clerk = visitor("jingban")
    clerk.goto(address)
    steps.press(clerk, "立案")
    steps.answer(clerk, category=["society"] if clerk.locator("[name=category][type=radio]").count() else "社会建设")
    steps.press(clerk, "立案")
    assert steps.state_of(clerk) == "已立案待交办"
    assert "第0" in clerk.locator("main").inner_text()
    steps.press(clerk, "交办")
    _choose_lead(clerk)
    steps.press(clerk, "交办")
    assert steps.state_of(clerk) == "已交办待签收"

    unit = visitor("chengban")
    unit.goto(address)
    steps.press(unit, "签收")
    if "/step/" in unit.url:
        steps.press(unit, "签收")
    assert steps.state_of(unit) == "办理中"
    steps.press(unit, "答复")
    steps.answer(
        unit,
        text="第一条已纳入规划条件；第二条已列入验收清单。",
        result_class="A",
        signer="周局长",
        document="某局复〔2026〕1号",
    )
    steps.press(unit, "答复")
    assert steps.state_of(unit) == "已答复待评价"

    for page in (member, cosigner):
        page.goto(address)
        steps.press(page, "评价")
        steps.answer(page, attitude="satisfied", result="satisfied")
        steps.press(page, "评价")
    assert steps.state_of(cosigner) == "办结"
    member.goto(address)
    words = member.locator("main").inner_text()
    for done in ("起草提案", "提交提案", "立案", "交办", "签收", "答复", "评价"):
        assert done in words
    assert steps.violations(member) == []

    after = figures(site, *KEYS)
    assert [late - early for early, late in zip(before, after, strict=True)] == [1, 1, 1, 1, 2]


def _name_of(page: Any) -> str:
    """Who is logged in, as the page's head says."""
    return str(page.locator("header .lz-account-name").first.evaluate("node => node.firstChild.textContent")).strip()


def _choose_lead(page: Any) -> None:
    unit = UNITS[0][0]
    if page.locator("[name='lead__typed']").count():
        steps.pick(page, "lead", unit)
    else:
        page.locator("main form [name=lead]").select_option(label=unit)


def test_two_clerks_on_one_proposal(visitor: Visitor) -> None:
    first, second = visitor("jingban"), visitor("zhuren")
    first.goto("/proposals/?state=submitted")
    first.locator("main a[href*='/proposals/']", has_text="关于").first.click()
    address = first.url
    steps.press(first, "立案")
    second.goto(address)
    steps.press(second, "退回修改")
    second.locator("[name=opinion]").fill("请补充具体数据。")
    steps.press(first, "立案")
    assert steps.state_of(first) == "已立案待交办"
    steps.press(second, "退回修改")
    words = second.locator("main").inner_text()
    assert _name_of(first) in words
    assert "请补充具体数据。" in second.content()


def test_an_expired_login_costs_no_text(visitor: Visitor) -> None:
    from lvzhi.demo.logins import PASSWORD

    page = visitor("weiyuan", phone=True)
    page.goto("/proposals/new/")
    page.context.clear_cookies()
    steps.answer(page, **TEXT)
    page.locator("[data-autosave-state]", has_text="登录已过期").wait_for()
    page.goto("/accounts/login?next=/proposals/new/")
    page.fill("input[name=username]", "weiyuan")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/proposals/new/")
    expect(page.locator("[name=background]")).to_have_value(TEXT["background"])


HANDLED = """
from lvzhi.proposals.models import Assignment
held = Assignment.objects.filter(
    unit__code="U01", committee__code="GZ-GY-WD", state="signed", role="lead", proposal__state="handling"
)
print(held.exclude(proposal__assignments__role="co").order_by("-id").first().proposal.uid)
"""


def test_a_reply_sent_twice_counts_once(site: Server, visitor: Visitor) -> None:
    unit = visitor("chengban")
    count = int(site.installation.python("from lvzhi.proposals.models import Reply; print(Reply.objects.count())"))
    uid = site.installation.python(HANDLED).strip()
    unit.goto(f"/proposals/step/proposal/{uid}/answer/")
    steps.answer(unit, text="已逐条落实。", result_class="B", signer="周局长")
    form = unit.locator("main form").last
    body = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    address = unit.url
    for _ in range(2):
        done = unit.request.post(
            address,
            data=body,
            headers={"Content-Type": "application/x-www-form-urlencoded", "Referer": address},
            max_redirects=0,
        )
        assert done.status == 302, done.text()[:300]
    again = int(site.installation.python("from lvzhi.proposals.models import Reply; print(Reply.objects.count())"))
    assert again == count + 1


def test_the_wrong_password_is_told_and_locks_after_the_norm(visitor: Visitor) -> None:
    page = visitor()
    for _ in range(6):
        page.goto("/accounts/login")
        page.fill("input[name=username]", "shenji")
        page.fill("input[name=password]", f"wrong-{datetime.now().microsecond}")
        page.click("main button[type=submit]")
        page.wait_for_load_state()
    assert "15" in page.locator("main").inner_text()
