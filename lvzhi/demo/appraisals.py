"""Two-way appraisal in the current session: units' words on the proposals they answered, one still asked for."""

from __future__ import annotations

from datetime import date, time, timedelta

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo.people import GENERATOR, Cast, member_account, moment
from lvzhi.norms.actions.values import set_value
from lvzhi.proposals.models import Appraisal
from lvzhi.proposals.vocabulary.appraising import AppraisalState
from lvzhi.workflow.engine import take

GROUND = "提案办理双向评议办法"
EVENING = time(17, 40)
DUE = {"amount": 30, "unit": "working_day"}
SAID = (
    (92, "选题准，数据翔实，建议具体，便于办理。"),
    (84, "情况掌握得全面，建议可行。"),
    (56, "建议的责任单位和时限不够明确，请补充后便于分解落实。"),
    (78, "反映的问题属实，部分建议与现行规划相近。"),
    (48, "请写明现场的具体位置和涉及的户数，建议部分再聚焦一件事。"),
)
WANTED = "承办单位认为责任单位和时限不够明确，请补充后另附说明，供下一年度跟踪办理使用。"


def both_ways_from(cast: Cast, day: date) -> None:
    """The committee appraises both ways from a day on."""
    system = system_actor(GENERATOR, moment(day))
    set_value(system, cast.committee, "proposals.appraisals", True, starts=day, ground=GROUND)  # noqa: FBT003  reason: a norm's value
    set_value(system, cast.committee, "proposals.appraisal_due", DUE, starts=day, ground=GROUND)


def said(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """Officers appraise on the evening of their answer, or of the last rating, which they have not seen.

    The unit of the demonstration's officer owes its newest one. Of two low ones the proposer has been asked about one, and the clerk has still to decide on the other.
    """
    waiting = Appraisal.objects.filter(committee=cast.committee, state=AppraisalState.WAITING)
    rows = list(waiting.select_related("unit", "proposal").order_by("proposal__state", "-id"))
    mine = next((row for row in rows if row.unit_id == cast.units[0].pk and row.proposal.state == "answered"), None)
    me = member_account(cast, cast.members[20])
    given = [row for row in rows if row is not mine]
    given.sort(key=lambda row: (row.proposal.state, row.proposal.member_id != cast.members[20].pk, row.pk))
    for row, (score, comment) in zip(given, _turns(given), strict=True):
        at = moment(row.proposal.closed_on or row.asked_on, EVENING)
        with clock.at(at):
            officer = cast.actor(cast.officers[row.unit_id], at)
            take(row, "appraise", officer, {"score": score, "comment": comment})
    _improve(cast, ways, today, me)


def _turns(rows: list[Appraisal]) -> list[tuple[int, str]]:
    """A low word for one's own closed proposal, so that the demonstration's member has something to answer."""
    found: list[tuple[int, str]] = []
    for place, row in enumerate(rows):
        closed = row.proposal.state == "closed"
        low = closed and not any(score < 60 for score, _ in found)
        found.append(SAID[2] if low else SAID[place % len(SAID)])
    return found


def _improve(cast: Cast, ways: dict[str, Account], today: date, me: Account) -> None:
    low = Appraisal.objects.filter(committee=cast.committee, state=AppraisalState.LOW, proposal__state="closed")
    row = low.filter(proposal__member__person__account=me).order_by("id").first()
    if row is not None:
        at = moment(today - timedelta(days=2))
        with clock.at(at):
            take(row, "ask_improve", cast.actor(ways["jingban"], at), {"wanted": WANTED})
