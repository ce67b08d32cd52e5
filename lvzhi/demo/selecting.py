"""Key proposals of the current session on their way: candidates at every stage, and acts of supervision."""

from __future__ import annotations

from datetime import timedelta

from lvzhi.committee.models import Organ
from lvzhi.deadlines import clock
from lvzhi.demo.people import moment
from lvzhi.demo.supervision import Scene
from lvzhi.proposals.models import KeyCandidate, Proposal
from lvzhi.workflow.engine import take

SETTLED = 25  # days a proposal has been on file before anyone puts it forward
NOMINATED = (
    (3, "", "涉及面广，群众反映集中，建议列为重点提案由专委会跟踪督办。"),
    (8, "提案和委员工作委员会", "与今年的重点工作结合紧，建议具体，适合领衔督办。"),
    (18, "主席会议成员", "连续两年都有委员提出，需要合力推动。"),
    (20, "提案和委员工作委员会", "选题较好，可由主办单位先行办理。"),
)
STANCES = (
    ("for", "同意列入，本委可组织委员参与督办。"),
    ("for", "建议列入，并邀请提案人一同视察。"),
    ("open", "无意见。"),
)
PASSED = "主办单位已列入年度计划，按一般提案办理即可，不再列为重点提案。"
SUPERVISED = {
    "way": "leader", "form": "onsite", "place": "项目现场", "chair": "区政协主席", "proposer_side": "提案人和两名委员",
    "unit_side": "主办单位分管负责人", "points": "现场查看进度，听取主办单位汇报，与提案人面对面交换意见。",
    "agreed": "十二月底前完成方案公示，困难事项由主办单位牵头会商。", "progress": "已完成现场踏勘和方案初稿。",
    "next_step": "听取方案公示情况",
}  # fmt: skip


def current_selection(scene: Scene) -> None:
    """One candidate to ask about, one with opinions still missing, one that waits for the meeting, one passed over."""
    found = _candidates(scene)
    bodies = scene.cast.organs[: len(STANCES)]
    if len(found) > 1:
        _asked(scene, found[1], 7, bodies, answered=1)
    if len(found) > 2:
        _asked(scene, found[2], 12, bodies, answered=len(bodies))
    if len(found) > 3:
        scene.step(6, "zhuren", found[3], "pass_over", meeting="主席会议", reason=PASSED)
    _supervised(scene)


def _candidates(scene: Scene) -> list[KeyCandidate]:
    """Proposals that units have in hand, put forward by the clerk; one's own first, so that a member sees it."""
    me = scene.cast.members[20]
    rows = Proposal.objects.filter(
        committee=scene.cast.committee, session=scene.cast.sessions[-1], state="handling", is_key=False,
        filed_on__lte=scene.day(SETTLED),
    )  # fmt: skip
    ordered = sorted(rows, key=lambda row: (row.member_id != me.pk, row.pk))[: len(NOMINATED)]
    chosen = [*ordered[1:3], *ordered[:1], *ordered[3:]]
    made = []
    for row, (days_ago, by, reason) in zip(chosen, NOMINATED, strict=False):
        scene.step(days_ago, "jingban", row, "nominate", nominated_by=by or scene.cast.organs[0].name, reason=reason)
        made.append(KeyCandidate.objects.get(proposal=row))
    return made


def _asked(scene: Scene, candidate: KeyCandidate, days_ago: int, bodies: list[Organ], *, answered: int) -> None:
    """The clerk asks the special committees; so many of them have answered."""
    scene.step(days_ago, "jingban", candidate, "ask", bodies=[organ.pk for organ in bodies])
    for organ, (stance, text) in list(zip(bodies, STANCES, strict=True))[:answered]:
        at = moment(scene.today - timedelta(days=days_ago - 3))
        with clock.at(at):
            actor = scene.cast.actor(scene.cast.conveners[organ.pk], at)
            take(candidate, "opine", actor, {"stance": stance, "text": text})


def _supervised(scene: Scene) -> None:
    """The leader has supervised one of the two key proposals led; the next day is near."""
    leader = scene.ways["lingdao"]
    rows = Proposal.objects.filter(committee=scene.cast.committee, is_key=True, leadings__account=leader)
    row = rows.order_by("id").first()
    if row is not None:
        answers = SUPERVISED | {"held_on": scene.day(5), "next_on": scene.day(-14)}
        scene.step(5, "lingdao", row, "supervise", **answers)
