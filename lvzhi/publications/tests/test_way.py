"""A manuscript from its author to the issue, a clue to its manuscript; each step from each state; what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal, Refusals
from lvzhi.files.models import Attachment
from lvzhi.messages.models import Message
from lvzhi.publications.models import Article, Clue, Coverage, Issue, Manuscript
from lvzhi.publications.tests.press import CHECKED, COUNT, FINAL, TEXT, TODAY, Press, scan
from lvzhi.publications.vocabulary.states import IssueState, ManuscriptState
from lvzhi.publications.workflow import WORKFLOWS
from lvzhi.workflow import engine

# who takes a step of a manuscript, and what it is answered with
TAKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "submit": ("jia", {}), "resubmit": ("jia", {}), "withdraw": ("jia", {}), "check": ("jing", CHECKED),
    "edit": ("bai", {"edited": TEXT}), "final": ("mi", FINAL), "authorise": ("bai", {"on": TODAY}),
    "pay": ("bai", {"amount": "300", "on": TODAY}), "send_back": ("bai", {"ground": "写明年份"}),
    "back": ("ling", {"ground": "再核一遍"}), "refuse": ("bai", {"ground": "与征集无关"}), "take_out": ("bai", {}),
    "place": ("bai", {}),
}  # fmt: skip


@pytest.mark.parametrize("state", ManuscriptState.values)
def test_each_step_from_each_state(press: Press, state: str) -> None:
    """Open where the table says, refused with the state's name elsewhere; where it leads is what the table says."""
    known = press.at(state)
    issue = press.issue("第9期")
    workflow = WORKFLOWS["manuscript"]
    for step in (one for one in workflow.steps if not one.automatic):
        who, answers = TAKEN[step.key]
        given = answers | ({"issue": issue.pk} if step.key == "place" else {})
        account = press.everyone[who]
        fresh = Manuscript.objects.get(pk=known.pk)
        if state not in step.frm:
            with pytest.raises(Conflict):
                engine.take(fresh, step.key, press.actor(account), given)
            continue
        if step.key == "take_out":
            with pytest.raises(NotAllowed):
                engine.take(fresh, step.key, press.actor(account), given)
            continue
        with press_undone():
            done = engine.take(fresh, step.key, press.actor(account), given)
            assert done.state == (step.to[0] if step.to else state), step.key
            raise Undone


class Undone(Exception):  # noqa: N818  reason: no fault: what a test did is to be undone
    pass


def press_undone() -> Any:
    from contextlib import ExitStack, suppress

    from django.db import transaction

    stack = ExitStack()
    stack.enter_context(suppress(Undone))
    stack.enter_context(transaction.atomic())
    return stack


def test_from_the_author_to_the_issue(press: Press) -> None:
    made = press.at("edited")
    assert Message.objects.filter(account_id=press.mi.pk, code="publications.to_final").count() == 1
    made = press.take(made, "final", press.mi, **FINAL)
    issue = press.issue()
    made = press.take(made, "place", issue=issue.pk, column="往事")
    issue = press.printed(issue)
    made.refresh_from_db()
    assert (made.state, issue.state) == ("published", "printed")
    assert (issue.articles_count, issue.counted, issue.declared, issue.chars) == (1, COUNT, None, COUNT)
    assert Message.objects.filter(account_id=press.jia.pk, code="publications.printed").count() == 1
    issue = press.take(issue, "distribute", on=TODAY, copies=280, to="委员")
    assert issue.state == IssueState.DISTRIBUTED


def test_the_original_stays_beside_the_edited_text(press: Press) -> None:
    made = press.take(press.at("checked"), "edit", edited=TEXT + "今年八十。", edit_note="补了年龄")
    assert (made.text, made.current, made.chars) == (TEXT, TEXT + "今年八十。", COUNT + 5)
    same = press.take(press.at("checked", title="第二篇"), "edit", edited=TEXT.replace("\n", "\r\n"))
    assert (same.edited, same.chars) == ("", COUNT)


def test_nobody_reviews_the_own_manuscript(press: Press) -> None:
    from lvzhi.accounts import actions
    from lvzhi.accounts.tests.house import START, builder
    from lvzhi.accounts.vocabulary import Role

    actions.appoint(builder(), press.jia, Role.OFFICE, press.here, starts=START)
    made = press.at("submitted")
    with pytest.raises(NotAllowed):
        press.take(made, "check", press.jia, **CHECKED)


def test_a_manuscript_stands_in_one_issue(press: Press) -> None:
    first, second = press.issue(), press.issue("第2期")
    made = press.take(press.at("checked"), "place", issue=first.pk)
    with pytest.raises(NotAllowed):
        press.take(made, "place", issue=second.pk)
    from lvzhi.publications.actions import issuing
    from lvzhi.workflow.declare import Taking

    step = WORKFLOWS["manuscript"].step("place")
    actor = press.actor(press.bai)
    taking = Taking(made, step, actor, actor.at, {"issue": second}, {}, made.state)
    with pytest.raises(Refusal, match="已编入《海州文史》第1期，一篇稿件只能编入一期"):
        issuing.check_open(taking)
    made = press.take(made, "take_out")
    press.take(made, "place", issue=second.pk)
    assert Article.objects.live().get().issue_id == second.pk


def test_an_issue_waits_for_the_final_review_of_each(press: Press) -> None:
    issue = press.issue()
    ready, waiting = press.at("approved"), press.at("checked", title="铁索桥")
    for one in (ready, waiting):
        press.take(one, "place", issue=issue.pk)
    with pytest.raises(Refusal, match="“铁索桥”还没有终审通过"):
        press.printed(issue)
    assert (Issue.objects.get().state, Manuscript.objects.get(pk=ready.pk).state) == ("laid_out", "approved")


def test_taking_the_printing_back_brings_its_manuscripts_back(press: Press) -> None:
    made = press.at("published")
    issue = press.take(Issue.objects.get(), "recall", ground="印错了")
    made.refresh_from_db()
    assert (made.state, issue.state, issue.printed_on) == ("approved", "laid_out", None)


@pytest.mark.parametrize(
    ("answers", "proof", "said"),
    [
        ({}, False, "有2篇只登记了目录、没有正文"),
        ({"declared": 90000}, False, "申报字数没有依据"),
        ({"declared": 0}, True, "申报字数应大于零"),
        ({"declared": 90000, "on": TODAY + dt.timedelta(days=1)}, True, "在今天之后"),
    ],
)
def test_a_count_is_declared_with_its_proof(press: Press, answers: dict[str, Any], proof: bool, said: str) -> None:
    issue = press.take(press.issue(), "add_lines", lines="酱菜店｜田一\n\n古银杏|石二")
    with pytest.raises(Refusal, match=said):
        press.printed(issue, {"proof": scan()} if proof else None, **answers)
    assert Issue.objects.get().printed_on is None
    assert not Attachment.objects.exists()


def test_what_is_declared_is_kept_apart(press: Press) -> None:
    issue = press.issue()
    press.take(press.at("approved"), "place", issue=issue.pk)
    issue = press.take(issue, "add_lines", lines="酱菜店｜田一\n古银杏\t石二")
    issue = press.printed(issue, {"proof": scan()}, declared=90000)
    assert (issue.articles_count, issue.counted, issue.declared, issue.chars) == (3, COUNT, 90000, 90000 + COUNT)
    assert Attachment.objects.get().label == "申报字数依据"
    page = press.login(press.jia).get(f"/publications/issue/{issue.uid}/").content.decode()
    assert "字数含申报" in page
    assert "申报90,000字" in page


def test_a_needless_declaration_is_not_even_asked(press: Press) -> None:
    issue = press.issue()
    press.take(press.at("approved"), "place", issue=issue.pk)
    assert press.printed(issue, None, declared=5).declared is None


def test_the_order_of_the_contents(press: Press) -> None:
    issue = press.take(press.issue(), "add_lines", lines="甲｜一\n乙｜二\n丙｜三")
    rows = list(Article.objects.order_by("place"))
    answers: dict[str, Any] = {f"place_{row.pk}": place for row, place in zip(rows, (3, 1, 2), strict=True)}
    press.take(issue, "arrange", **answers, **{f"drop_{rows[2].pk}": "on", f"column_{rows[1].pk}": "人物"})
    left = Article.objects.live().order_by("place")
    assert [(row.title, row.place, row.column) for row in left] == [("乙", 1, "人物"), ("甲", 2, "")]


def test_a_clue_becomes_a_manuscript(press: Press) -> None:
    clue = press.take(press.clue(press.yi), "commission", person=[press.members["jia"].pk], write_by=TODAY)
    assert (clue.state, clue.writer, clue.unit) == ("commissioned", "甲文", "文化馆")
    assert Message.objects.filter(account_id=press.jia.pk, code="publications.commissioned").count() == 1
    made = press.begin(clue=clue)
    press.take(made, "submit", press.jia)
    assert Clue.objects.get().state == "written"


def test_a_clue_is_declined_with_its_ground(press: Press) -> None:
    clue = press.take(press.clue(), "decline", ground="已有同题稿件")
    assert (
        Message.objects.get(account_id=press.jia.pk, code="publications.clue_declined").facts["ground"]
        == "已有同题稿件"
    )
    assert press.take(clue, "reconsider").state == "offered"


def test_an_outsiders_number_is_masked_and_looking_is_journalled(press: Press) -> None:
    from lvzhi.journal.models import Entry

    clue = press.clue(press.bai, name="石三", unit="退休教师", phone="13912345678")
    client = press.login(press.bai)
    assert "139****5678" in client.get(f"/publications/clue/{clue.uid}/").content.decode()
    assert "13912345678" in client.post(f"/publications/clue/{clue.uid}/phone/").content.decode()
    assert Entry.objects.filter(event="publications.phone_seen").count() == 1
    assert press.login(press.jia).get(f"/publications/clue/{clue.uid}/").status_code == 404


@pytest.mark.parametrize("given", ["三百", "300元", "0", "-5", "1.234", "99999999999", ""])
def test_a_fee_is_an_exact_amount(press: Press, given: str) -> None:
    with pytest.raises((Refusal, Refusals), match="稿酬|必填"):
        press.take(press.at("approved"), "pay", amount=given, on=TODAY)
    assert Manuscript.objects.get().fee is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"url": "news.example/1"}, "网址“news.example/1”不能打开"),
        ({"url": "http://"}, "不能打开"),
        ({"url": "https://a b.example/"}, "不能打开"),
        ({"url": "javascript:alert(1)"}, "不能打开"),
        ({"url": ""}, "至少一项"),
        ({"new_outlet": ""}, "请选择媒体"),
        ({"level": ""}, "请选择新媒体“连海日报”的层级"),
        ({"published_on": TODAY + dt.timedelta(days=1)}, "在今天之后"),
        ({"title": " "}, "请填写题目"),
    ],
)
def test_a_report_is_refused_in_one_sentence(press: Press, changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        press.report(**changed)
    assert not Coverage.objects.exists()


def test_a_report_is_put_down_once_and_an_outlet_too(press: Press) -> None:
    press.report()
    with pytest.raises(Refusal, match="已经登记"):
        press.report()
    with pytest.raises(Refusal, match="已经登记为市级"):
        press.report(title="另一条", level="province")
    assert press.report(title="另一条", level="").level == "city"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"author_kind": "member"}, "从名册中选一位"),
        ({"author_kind": "organ"}, "选择是哪个机构"),
        ({"author_kind": "outside"}, "署名"),
        ({"author_kind": "outside", "author": "石三", "title": " "}, "请填写题目"),
    ],
)
def test_an_author_is_named(press: Press, changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        press.begin(press.bai, **changed)


def test_the_same_manuscript_is_not_handed_in_twice(press: Press) -> None:
    press.at("submitted")
    with pytest.raises(Refusal, match="已有同题稿件"):
        press.begin()
    assert press.begin(press.yi).author == "乙武"


def test_without_a_text_nothing_is_handed_in(press: Press) -> None:
    made = press.begin(text=" \n")
    with pytest.raises(Refusal, match="还没有正文"):
        press.take(made, "submit", press.jia)


def test_a_printed_manuscript_goes_with_its_issue_alone(press: Press) -> None:
    made = press.at("published")
    answer = press.login(press.bai).get(f"/publications/manuscript/{made.uid}/void/")
    assert "不能单独作废" in answer.content.decode()


@pytest.mark.parametrize("given", ["｜田一", "字" * 201 + "｜田一"])
def test_a_line_of_the_contents_has_a_title(press: Press, given: str) -> None:
    with pytest.raises(Refusal, match="目录第2行"):
        press.take(press.issue(), "add_lines", lines=f"酱菜店｜田一\n{given}")
    assert not Article.objects.exists()


def test_an_issue_is_known_once_and_not_empty(press: Press) -> None:
    issue = press.issue()
    with pytest.raises(Refusal, match="已经登记"):
        press.issue(series="《海州文史》")
    with pytest.raises(Refusal, match="还没有编入稿件"):
        press.take(issue, "lay_out")
    issue = press.take(issue, "add_lines", lines="酱菜店｜田一")
    printed = press.printed(issue, {"proof": scan()}, declared=900)
    with pytest.raises(Refusal, match="发放301册多于印数300册"):
        press.take(printed, "distribute", on=TODAY, copies=301)
