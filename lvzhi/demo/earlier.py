"""Proposals of the year before, as the office's list would bring them in, and what is published of proposals."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from random import Random

from lvzhi.accounts.actors import LoginActor, system_actor
from lvzhi.committee import actions as committees
from lvzhi.deadlines import clock
from lvzhi.demo import texts
from lvzhi.demo.people import GENERATOR, Cast, moment
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals import past
from lvzhi.proposals.models import Proposal, Publication
from lvzhi.workflow.engine import take

COUNT = 20
PLENARY = date(2021, 1, 25)
HEAD = (
    "案号",
    "案由",
    "会次",
    "提案者",
    "类别",
    "背景情况",
    "问题分析",
    "具体建议",
    "收件日期",
    "立案日期",
    "交办日期",
    "主办单位",
    "答复日期",
    "办理结果",
    "答复内容",
    "签发人",
    "承诺事项",
    "兑现日期",
    "兑现情况",
    "核查日期",
)
CATEGORIES = {
    "economy": "经济建设",
    "politics": "政治建设",
    "culture": "文化建设",
    "society": "社会建设",
    "ecology": "生态文明建设",
}
PROMISES = (
    "完成现场改造并移交管护",
    "建成并投入使用两处示范点",
    "出台管理办法并公布清单",
    "更换老旧设施，落实日常维护",
)
FILE = "十届五次会议提案台账.csv"


def before(cast: Cast) -> None:
    """The term before, with its last plenary; publication is decided from the current session on."""
    system = system_actor(GENERATOR, moment(cast.place.term_starts))
    last = cast.place.term_starts - timedelta(days=1)
    term = committees.open_term(
        system, cast.committee, number=cast.place.term - 1, starts=date(2016, 12, 20), ends=last
    )
    committees.add_session(
        system,
        term,
        number=5,
        opens=PLENARY,
        closes=PLENARY + timedelta(days=3),
        window_from=PLENARY - timedelta(days=10),
        window_until=PLENARY + timedelta(days=5),
    )


def publish_from(cast: Cast, day: date, after: list[str]) -> None:
    """After what a decision on publication is due, from a day on."""
    system = system_actor(GENERATOR, moment(day))
    set_value(system, cast.committee, "proposals.publish_after", after, starts=day, ground="提案公开办法")


def earlier_year(cast: Cast, clerk: LoginActor, random: Random, titles: set[str], today: date) -> None:
    """Some twenty proposals of the last session of the term before, with answers and promises."""
    steps = past.bring(clerk, cast.committee, _list(cast, random, titles, today), FILE)
    result = past.finished(steps)
    if result.written != COUNT:
        raise RuntimeError([one.sentence for one in result.errors][:5])


def _list(cast: Cast, random: Random, titles: set[str], today: date) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for number in range(1, COUNT + 1):
        text = texts.proposal(random, titles)
        unit = cast.units[number % len(cast.units)].name
        received = PLENARY + timedelta(days=number % 3)
        answered = received + timedelta(days=95 + number * 2)
        letter = "ABBC"[number % 4]
        promise = _promise(number, letter, today)
        writer.writerow(
            [
                f"第{number:04d}号", text.title, "十届五次会议", cast.members[number * 7].person.name, CATEGORIES[text.category],
                text.background, text.analysis, "\n".join(text.recommendations), received, received + timedelta(days=8),
                received + timedelta(days=20), unit, answered, letter,
                texts.reply(random, unit, len(text.recommendations)), "单位负责人", *promise,
            ]
        )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def _promise(number: int, letter: str, today: date) -> tuple[object, ...]:
    """What was promised with an answer that did not settle it: most are kept, one is broken, two are still open."""
    if letter == "A":
        return ("", "", "", "")
    due = date(2021, 12, 20)
    if number in {2, 9}:  # a long promise: its day has come, or is near
        return (
            PROMISES[number % 4],
            today - timedelta(days=4) if number == 2 else today + timedelta(days=40),
            "履行中",
            "",
        )
    verdict = "未兑现" if number == 5 else "已兑现"
    return (PROMISES[number % 4], due, verdict, date(2021, 12, 28))


def publications(cast: Cast, clerk: LoginActor, head: LoginActor) -> None:
    """Decisions on publication at every stage: of answers of this session, and of a few earlier ones."""
    earlier = list(Proposal.objects.filter(committee=cast.committee, brought_in_on__isnull=False).order_by("id")[:4])
    for proposal in earlier:
        take(proposal, "publish", clerk)
    rows = list(Publication.objects.filter(committee=cast.committee).select_related("proposal").order_by("id"))
    of_now = [row for row in rows if row.proposal.brought_in_on is None]
    of_then = [row for row in rows if row.proposal.brought_in_on is not None]
    for row in of_then:
        _decided(row, clerk, head, form="full")
    if len(of_now) > 4:
        passage = of_now[0].proposal.background.split("。")[0]
        _decided(of_now[0], clerk, head, form="full", redactions=passage, reason="略去个别文字")
        _decided(of_now[1], clerk, head, form="summary", summary="建议已采纳，有关单位正在按计划落实。")
        _decided(of_now[2], clerk, head, form="not", reason="涉及尚未公布的规划，暂不公开。")
        take(of_now[3], "propose", clerk, {"form": "full"})


def _decided(row: Publication, clerk: LoginActor, head: LoginActor, **answers: str) -> None:
    take(take(row, "propose", clerk, answers), "approve", head)


def bring(cast: Cast, clerk_account: object, head_account: object, today: date, titles: set[str]) -> None:
    """All of it, by the clerk and the head at the desk today."""
    at = moment(today)
    with clock.at(at):
        clerk = cast.actor(clerk_account, at)  # type: ignore[arg-type]  # reason: an Account of the demonstration logins
        head = cast.actor(head_account, at)  # type: ignore[arg-type]  # reason: as above
        earlier_year(cast, clerk, Random(len(titles)), titles, today)
        publications(cast, clerk, head)
