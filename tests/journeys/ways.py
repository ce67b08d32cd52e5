"""The steps of a proposal as a person takes them on its page; addresses and buttons only."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps

UNIT_LOGIN = "gzgywd-u{number:02d}"  # officers of the district's units, in the order of its directory


def page_of(uid: str) -> str:
    """The address of a proposal's page."""
    return f"/proposals/{uid}/"


def take(page: Any, uid: str, name: str, **answers: Any) -> None:
    """Open a proposal, press a step, fill what it asks, press again."""
    page.goto(page_of(uid))
    steps.press(page, name)
    if "/step/" not in page.url:
        return
    picked = {key: words for key, words in answers.items() if page.locator(f"[name='{key}__typed']").count()}
    steps.answer(page, **{key: value for key, value in answers.items() if key not in picked})
    for key, words in picked.items():
        steps.pick(page, key, words)
    steps.press(page, name)
    assert "/step/" not in page.url, page.locator("main").inner_text()[:600]


def write(member: Any, title: str, *recommendations: str) -> str:
    """Write a proposal as a draft; its uid."""
    member.goto("/proposals/new/")
    steps.answer(
        member,
        title=title,
        background="走访中居民多次提到这件事，近两年没有明显改善。",
        analysis="职责分散在几个部门，日常管护没有固定来源。",
        recommendations="\n".join(recommendations or ("明确一个牵头部门并公布办理时限。",)),
    )
    member.locator("main form button", has_text="保存并邀请联名").click()
    member.wait_for_url("**/invite/")
    return steps.uid_of(member)


def hand_in(member: Any, title: str, *recommendations: str) -> str:
    """Write a proposal and hand it in without co-signers."""
    uid = write(member, title, *recommendations)
    take(member, uid, "提交")
    assert steps.state_of(member) == "待审查"
    return uid


def put_on_file(clerk: Any, uid: str) -> None:
    """Examine and file."""
    take(clerk, uid, "立案", category=["society"])
    assert steps.state_of(clerk) == "已立案待交办"


def hand_over(clerk: Any, uid: str, unit: str) -> None:
    """Hand over to a lead unit."""
    take(clerk, uid, "交办", lead=unit)
    assert steps.state_of(clerk) == "已交办待签收"


def reply(unit: Any, uid: str, result: str = "A", text: str = "已会同有关单位逐条落实。", **more: Any) -> None:
    """Answer as the lead unit."""
    take(unit, uid, "答复", text=text, result_class=result, signer="周局长", document="某局复〔2026〕7号", **more)
    assert steps.state_of(unit) == "已答复待评价"


def rate(member: Any, uid: str, result: str = "satisfied", reason: str = "") -> None:
    """Rate attitude and result."""
    take(member, uid, "评价", attitude="satisfied", result=result, reason=reason)


def words(page: Any) -> str:
    """What the page's main part says."""
    return str(page.locator("main").inner_text())
