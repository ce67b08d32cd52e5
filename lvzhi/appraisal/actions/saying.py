"""Own accounts, comments of the responsible leader, who gets no grade (R8.4, R8.7)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.appraisal import queries
from lvzhi.appraisal.models import StaffLine
from lvzhi.appraisal.vocabulary import EXCLUSIONS, LineState
from lvzhi.deadlines import clock
from lvzhi.norms import codes
from lvzhi.workflow.declare import Taking


def check_account(taking: Taking) -> None:
    """Something is said."""
    if not taking.answers["text"].strip():
        raise Refusal("appraisal.text_needed", field="text")


def note_account(taking: Taking) -> None:
    """Effect of 个人述评: what the person wrote, or the office put down for somebody."""
    line: StaffLine = taking.record
    line.text = taking.answers["text"].strip()
    line.written_on = clock.as_day(taking.at)
    line.by_other = taking.step.key == "account_for"


def check_comment(taking: Taking) -> None:
    """There is somebody who comments, something is said, and the grade is known."""
    line: StaffLine = taking.record
    if line.leader is None:
        raise Refusal("appraisal.leader_missing", name=line.name)
    if line.leader_id == line.person_id:
        raise Refusal("appraisal.leader_self", name=line.name)
    if not taking.answers["comment"].strip():
        raise Refusal("appraisal.comment_needed", field="comment")
    if taking.answers["suggested"] not in {one.code for one in queries.grades(line.round)}:
        raise Refusal("appraisal.grade_unknown", field="suggested", name=line.name)


def note_comment(taking: Taking) -> None:
    """Effect of 领导点评."""
    line: StaffLine = taking.record
    line.comment, line.suggested = taking.answers["comment"].strip(), taking.answers["suggested"]
    line.commented_on = taking.answers.get("said_on") or clock.as_day(taking.at)
    line.commented_by = line.leader.name if line.leader else taking.actor.name


def check_leader(taking: Taking) -> None:
    """Nobody comments on oneself."""
    chosen = taking.answers["leader"][0]
    if chosen.pk == taking.record.person_id:
        raise Refusal("appraisal.leader_self", field="leader", name=taking.record.name)


def set_leader(taking: Taking) -> None:
    """Effect of 确定点评领导."""
    taking.record.leader = taking.answers["leader"][0]


def exempt(taking: Taking) -> None:
    """Effect of 不定等次: why; a grade proposed before is gone."""
    line: StaffLine = taking.record
    known = codes.code(EXCLUSIONS, line.committee_id, taking.answers["reason"], line.round.ends_on)
    line.exempt, line.exempt_ground = known.code, taking.answers["ground"].strip()
    line.grade, line.score, line.score_words = "", None, ""
    taking.personal["reason"] = known.name


def include(taking: Taking) -> None:
    """Effect of 恢复参加考核: back to where it was."""
    line: StaffLine = taking.record
    line.exempt = line.exempt_ground = ""
    taking.goes_to = LineState.COMMENTED if line.comment else LineState.WRITTEN if line.text else LineState.WAITING
