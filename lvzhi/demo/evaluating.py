"""A rule set in force and a finished year's evaluation; in another committee one that has just begun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lvzhi.accounts.models import Account
from lvzhi.activities.vocabulary import Family
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.evaluation import actions, queries
from lvzhi.evaluation.models import Evaluation, Objection, Result, RuleSet
from lvzhi.evaluation.reckoning import Block, Grade, Item, Need
from lvzhi.evaluation.vocabulary.states import Share, Sort, Whom
from lvzhi.workflow import engine

NAME = "委员履职考核办法"
NOTE = "演示数据。基本分60分，缺席扣分；提案、活动、信息和联系加分。"
HALF = Share.HALF
OTHERS = frozenset(set(Family.values) - {Family.MEETING})
PLENARY = ("what", frozenset({"plenary"}))
STANDING = ("what", frozenset({"standing", "standing_consult"}))
BLOCKS = (
    Block(number=1, name="会议出席", start=Decimal(60), cap=Decimal(60)), Block(number=2, name="提案", cap=Decimal(25)),
    Block(number=3, name="委员活动", cap=Decimal(20)), Block(number=4, name="社情民意信息和意见建议", cap=Decimal(15)),
)  # fmt: skip


def _came(result: str) -> tuple[str, frozenset[str]]:
    return ("result", frozenset({result}))


def _item(number: int, block: int, name: str, kind: str, points: str, *filters: Any, **more: Any) -> Item:
    return Item(number=number, block=block, name=name, kinds=(kind,), points=Decimal(points),
                filters=tuple(sorted(filters)), **more)  # fmt: skip


PART = "activities.part"
ITEMS = (
    _item(1, 1, "全体会议请假", PART, "-10", PLENARY, _came("leave")),
    _item(2, 1, "全体会议无故缺席", PART, "-30", PLENARY, _came("absent")),
    _item(3, 1, "常委会会议请假", PART, "-2", STANDING, _came("leave"), whom=Whom.STANDING),
    _item(4, 1, "常委会会议无故缺席", PART, "-5", STANDING, _came("absent"), whom=Whom.STANDING),
    _item(5, 2, "提交提案", "proposals.submitted", "10", share=HALF),
    _item(6, 2, "提案立案", "proposals.filed", "15", share=HALF),
    _item(7, 3, "参加会议以外的活动", PART, "2", ("family", OTHERS), _came("attended")),
    _item(8, 3, "联系委员和各界", "contacts.contact", "1", cap=Decimal(6)),
    _item(9, 4, "报送社情民意信息", "opinions.submitted", "5"),
    _item(10, 4, "社情民意信息被采用", "opinions.adopted", "5"),
    _item(11, 4, "提出意见建议", "ledger.advice", "2"),
    replace(_item(12, 3, "公益帮扶", "", "3"), kinds=(), sort=Sort.MANUAL, cap=Decimal(6)),
)  # fmt: skip
GRADES = (
    Grade(number=1, name="优秀", least=Decimal(80), quota=Decimal(20)),
    Grade(number=2, name="称职", least=Decimal(60), below=Decimal(80)),
    Grade(number=3, name="不称职", below=Decimal(60), low=True),
)
NEEDS = (
    Need(number=1, name="提案、信息或意见建议", limit=2,
         kinds=("proposals.submitted", "opinions.submitted", "ledger.advice")),
)  # fmt: skip
ACCOUNTS = (
    "全年参加全体会议和委员活动，提交提案并跟踪办理；对本界别群众的联系还不够经常，今后每季度走访一次。",
    "围绕教育、医疗反映社情民意，参加调研和视察；提案质量还要提高，今后先调研后提案。",
    "立足本职履行委员职责，按时参加会议；主动发言不多，今后提前准备。",
)
ACCOUNTED = 12  # accounts written down; the others hand theirs in on paper
MISSED = "补计一次参加活动，当天在联络组签到，没有登记到系统。"
DOUBTED = "认为联名提案应计全分。"
FOUND = "已核对联络组签到表，情况属实。"
KEPT = "规则写明联名的第一人得一半、其余平分，维持原结果。"
ACTIVITY_ITEM = 7


def _on(cast: Cast, day: date, who: Account | None, do: Callable[[Any], Any]) -> Any:
    at = moment(day)
    with clock.at(at):
        return do(cast.actor(who, at))


def rules(cast: Cast, year: int, day: date, meeting: str) -> RuleSet:
    """A rule set entered part by part, put in force."""

    def make(actor: Any) -> RuleSet:
        made = actions.begin_set(actor, cast.committee, {"name": NAME, "year": year, "note": NOTE})
        for name, parts in (("blocks", BLOCKS), ("items", ITEMS), ("grades", GRADES), ("needs", NEEDS)):
            for part in parts:
                made = actions.put_part(made, actor, name, part)
        return engine.take(made, "adopt", actor, {"meeting": meeting, "on": day, "document": ""})

    found: RuleSet = _on(cast, day, cast.office, make)
    return found


def finished_year(cast: Cast, year: int) -> Evaluation:
    """The closed year: accounts, reckoning, the meeting, an objection upheld, another refused, letters, the end."""
    rules(cast, year, date(year, 3, 4), "主席会议第6次会议")
    first = date(year, 12, 21)
    run = _on(cast, first, cast.office, lambda actor: actions.begin_run(actor, cast.committee, {"year": year}))
    _accounts(cast, run, first + timedelta(days=1))
    for days, key in ((6, "views"), (7, "check")):
        run = _step(cast, run, first + timedelta(days=days), cast.office, key)
    day = first + timedelta(days=8)
    _on(cast, day, cast.office, lambda actor: actions.reckon_run(run, actor))
    run = _step(cast, run, day, cast.office, "submit")
    met = first + timedelta(days=9)
    run = _step(cast, run, met, cast.secretary, "decide", meeting="主席会议第14次会议", on=met)
    _objections(cast, run, met + timedelta(days=2))
    last = met + timedelta(days=16)

    def feed(actor: Any) -> None:
        actions.note_letters(run, actor, queries.for_letters(actor, run))

    _on(cast, last, cast.office, feed)
    return _step(cast, run, last, cast.office, "seal")


def begun_year(cast: Cast, today: date) -> Evaluation:
    """This year's evaluation, begun some days ago: own accounts are being handed in."""
    day = today - timedelta(days=4)
    rules(cast, day.year, day, "主席会议第9次会议")
    run: Evaluation = _on(
        cast, day, cast.office, lambda actor: actions.begin_run(actor, cast.committee, {"year": day.year})
    )
    _accounts(cast, run, day + timedelta(days=1))
    _on(cast, day + timedelta(days=2), cast.office, lambda actor: actions.reckon_run(run, actor))
    return run


def _step(cast: Cast, run: Evaluation, day: date, who: Account | None, key: str, **answers: Any) -> Evaluation:
    fresh = Evaluation.objects.select_related("committee", "rule_set", "standing_set").get(pk=run.pk)
    found: Evaluation = _on(cast, day, who, lambda actor: engine.take(fresh, key, actor, answers))
    return found


def _rows(run: Evaluation) -> list[Result]:
    rows = run.results.live().select_related("member__person", "evaluation__committee", "rule_set")
    return list(rows.order_by("pk"))


def _accounts(cast: Cast, run: Evaluation, day: date) -> None:
    for place, row in enumerate(_rows(run)[:ACCOUNTED]):
        _account(cast, row, day, ACCOUNTS[place % len(ACCOUNTS)])


def _account(cast: Cast, row: Result, day: date, text: str) -> None:
    _on(cast, day, cast.office, lambda actor: actions.hand_account(row, actor, text))


def _objections(cast: Cast, run: Evaluation, day: date) -> None:
    """One who misses a record is right; one who wants a whole share is not."""
    rows = _rows(run)
    joint = next((row for row in rows if any("联名" in one["said"] for one in row.lines)), rows[-1])
    other = next(one for one in rows if one.pk != joint.pk)
    upheld = _object(cast, other, day, {"text": MISSED, "item": ACTIVITY_ITEM})
    _settle(cast, upheld, day, "uphold", {"becomes": Decimal(2), "reason": FOUND})
    refused = _object(cast, joint, day, _doubt(joint))
    _settle(cast, refused, day, "refuse", {"reason": KEPT})


def _object(cast: Cast, row: Result, day: date, given: dict[str, Any]) -> Objection:
    fresh = Result.objects.select_related("member__person", "evaluation", "rule_set").get(pk=row.pk)
    if fresh.member is None:
        raise LookupError(fresh.name)
    account = member_account(cast, fresh.member)
    made: Objection = _on(cast, day, account, lambda actor: actions.object_to(fresh, actor, given))
    return made


def _settle(cast: Cast, made: Objection, day: date, key: str, answers: dict[str, Any]) -> None:
    done = day + timedelta(days=3)
    _on(cast, done, cast.office, lambda actor: engine.take(made, key, actor, answers))


def _doubt(row: Result) -> dict[str, Any]:
    found = next((one for one in row.lines if "联名" in one["said"]), None)
    return {"text": DOUBTED, "mark": found["mark"]} if found else {"text": DOUBTED, "item": ACTIVITY_ITEM}
