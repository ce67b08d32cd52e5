"""Figures of Party organisations: the register, coverage both ways, the rhythm, deeds (R10.1–R10.3, R10.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from lvzhi.access.rules import held_in
from lvzhi.committee.scope import Scope
from lvzhi.metrics import registry
from lvzhi.metrics.declare import Column, Cut, Metric, Says, Share
from lvzhi.metrics.periods import Period
from lvzhi.metrics.vocabulary import Kind
from lvzhi.norms import codes
from lvzhi.party import rules
from lvzhi.party.queries import figures as rows
from lvzhi.party.queries import yearly
from lvzhi.party.vocabulary import COLUMNS, FIGURES, GRADES, MEETINGS, NAMES, DeedState, DutyState, Form
from lvzhi.people.metrics import ORGANS, PARTY_MEMBERS
from lvzhi.people.rules import READ_FILE

BODY, MEETING, DEED = "party.body", "party.meeting", "party.deed"
LINE, POINT, DUTY = "party.appraised", "party.contactpoint", "party.duty"
BODY_KEY = "body"
Choices = Sequence[tuple[str, str, tuple[str, ...]]]


def _column(key: str, path: str = "", value: Any = None, kind: str = "text") -> Column:
    return Column(path or key, COLUMNS[key], value, kind)


def meeting_kind(row: Any) -> str:
    """What the kind was called on its day."""
    return codes.name_of(MEETINGS, row.committee_id, row.kind, row.held_on)


def grade_name(row: Any) -> str:
    """What the grade was called on the day of the meeting."""
    return codes.name_of(GRADES, row.committee_id, row.grade, row.appraisal.meeting.held_on)


BODY_COLUMNS = (
    _column("name"),
    _column("kind", "get_kind_display"),
    _column("form", "get_form_display"),
    _column("organ", "organ__name"),
    _column("above", "above__name"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
    _column("ends", kind="date"),
)
PERSON_COLUMNS = (
    _column("person", "person__name"),
    _column("work", "person__work"),
    _column("committee", "committee__display"),
)
ORGAN_COLUMNS = (
    _column("name"),
    _column("committee", "committee__display"),
    _column("starts", kind="date"),
)
MEETING_COLUMNS = (
    _column("held_on", kind="date"),
    _column("meeting", "kind", value=meeting_kind),
    _column("title"),
    _column("body", "body__name"),
    _column("due", kind="number"),
    _column("came", kind="number"),
)
PRESENCE_COLUMNS = (
    _column("held_on", "meeting__held_on", kind="date"),
    _column("person", "name"),
    _column("body", "meeting__body__name"),
    _column("title", "meeting__title"),
)
DEED_COLUMNS = (
    _column("done_on", kind="date"),
    _column("deed", "title"),
    _column("person", "name"),
    _column("body", "body__name"),
    _column("state", value=lambda row: str(DeedState(row.state).label), kind="tag"),
)
LINE_COLUMNS = (
    _column("person", "name"),
    _column("body", "appraisal__body__name"),
    _column("year", "appraisal__year", kind="number"),
    _column("met_on", "appraisal__meeting__held_on", kind="date"),
    _column("grade", value=grade_name),
)
SEAT_COLUMNS = (
    _column("person", "name"),
    _column("body", "body__name"),
    _column("post", "get_post_display"),
    _column("since", "starts", kind="date"),
)
POINT_COLUMNS = (
    _column("leader", "name"),
    _column("body", "body__name"),
    _column("since", "starts", kind="date"),
    _column("committee", "committee__display"),
)
VISIT_COLUMNS = (
    _column("visited_on", kind="date"),
    _column("leader", "point__name"),
    _column("body", "point__body__name"),
)
LEADER_COLUMNS = (
    _column("person", "person__name"),
    _column("post", "get_kind_display"),
    _column("committee", "committee__display"),
)
DUTY_COLUMNS = (
    _column("finish_by", kind="date"),
    _column("person", "name"),
    _column("item"),
    _column("finished_on", "done_on", kind="date"),
    _column("state", value=lambda row: str(DutyState(row.state).label), kind="tag"),
)


def _grades(scope: Scope, period: Period) -> Choices:
    return [(one.code, one.name, ()) for one in codes.entries(GRADES, scope.committee, period.end)]


def _forms(scope: Scope, period: Period) -> Choices:
    return [(one.value, str(one.label), ()) for one in Form]


def _kinds(scope: Scope, period: Period) -> Choices:
    return [
        (one.code, one.name, tuple(word for word in str(one.extra.get("words", "")).split(NAMES) if word))
        for one in codes.entries(MEETINGS, scope.committee, period.end)
    ]


def _bodies(scope: Scope, period: Period) -> Choices:
    return [(str(pk), name, ()) for pk, name in rows.bodies_in(scope, period).values_list("pk", "name")]


def of_body(path: str) -> Cut:
    """The dimension of Party organisations.

    Args:
        path: from the rows to the organisation.
    """
    return Cut(BODY_KEY, "党组织", _bodies, lambda value: Q(**{path: value}))


FORM_CUT = Cut("form", "设立方式", _forms, lambda value: Q(form=value))
KIND_CUT = Cut("kind", "种类", _kinds, lambda value: Q(kind=value))
GRADE_CUT = Cut("grade", "等次", _grades, lambda value: Q(grade=value))
SET_UP = ("设", "成立", "组建", "建立", "设立", "设置", "下设", "纳入", "现有", "共有", "有")
ONE = ("个",)
OF_COMMITTEES = ("专委会", "专门委员会")
COMMITTEE_SUBJECTS = ("专委会党支部", "专门委员会党支部", "专委会支部", "专委会党支部管理")
HELD_SUBJECTS = (
    "组织生活", "主题党日", "主题党日活动", "支部党员大会", "支委会", "党小组会", "组织生活会", "民主生活会",
    "谈心谈话", "书记党课",
)  # fmt: skip


def _metric(key: str, query: Callable[[Scope, Period], Any], columns: tuple[Column, ...], **more: Any) -> Metric:
    name, unit, meaning = FIGURES[key]
    return Metric(key=key, name=name, unit=unit, meaning=meaning, rows=query, columns=columns, **more)


def _share(key: str, part: Metric, whole: Metric, rule: str) -> Share:
    name, _, meaning = FIGURES[key]
    return Share(key=key, name=name, meaning=meaning, part=part, whole=whole, rule=rule)


_ORGAN = {"kind": Kind.STOCK, "rule": "R10.1"}
_BODY = {"kind": Kind.STOCK, "visible": rules.visible.rows, "record_kind": BODY, "rule": "R10.2"}
_MEMBER = {"kind": Kind.STOCK, "visible": READ_FILE.rows, "record_kind": "people.member"}
BRANCHES = _metric(
    "party.branches", rows.branches, BODY_COLUMNS, cuts=(FORM_CUT,),
    says=(Says(subjects=("党支部", "支部", "委员党支部"), actions=SET_UP, units=ONE, excludes=OF_COMMITTEES),), **_BODY,
)  # fmt: skip
COMMITTEE_BRANCHES = _metric(
    "party.committee_branches", rows.committee_branches, BODY_COLUMNS, cuts=(FORM_CUT,),
    says=(Says(subjects=COMMITTEE_SUBJECTS, actions=SET_UP, units=ONE),), **_BODY,
)  # fmt: skip
GENERAL_BRANCHES = _metric(
    "party.general_branches", rows.general_branches, BODY_COLUMNS, cuts=(FORM_CUT,),
    says=(Says(subjects=("党总支", "党总支部"), actions=SET_UP, units=ONE),), **_BODY,
)  # fmt: skip
GROUPS = _metric("party.groups", rows.groups, BODY_COLUMNS, **_BODY)
WITHOUT_SECRETARY = _metric("party.without_secretary", rows.without_secretary, BODY_COLUMNS, **_BODY)
SEATED = _metric("party.seated", rows.seated, PERSON_COLUMNS, rule="R10.2", **_MEMBER)
UNSEATED = _metric("party.unseated", rows.unseated, PERSON_COLUMNS, rule="R10.1", **_MEMBER)
UNSEATED_STAFF = _metric(
    "party.unseated_staff", rows.unseated_staff, PERSON_COLUMNS, kind=Kind.STOCK, visible=READ_FILE.rows, rule="R10.1"
)
COVERAGE = _share("party.coverage", SEATED, PARTY_MEMBERS, "R10.1")
COMMITTEES = next(one for one in ORGANS if one.key == "people.special_committees")
WITH_BRANCH = _metric("party.with_branch", rows.with_branch, ORGAN_COLUMNS, **_ORGAN)
WITHOUT_BRANCH = _metric("party.without_branch", rows.without_branch, ORGAN_COLUMNS, **_ORGAN)
ORGAN_COVERAGE = _share("party.organ_coverage", WITH_BRANCH, COMMITTEES, "R10.1")
HELD = _metric(
    "party.meetings", rows.meetings, MEETING_COLUMNS, cuts=(KIND_CUT, of_body("body")), visible=rules.meeting_seen.rows,
    record_kind=MEETING, rule="R10.3",
    says=(
        Says(
            subjects=HELD_SUBJECTS,
            actions=("召开", "开展", "组织", "举行", "举办"), units=("次", "场", "个"),
        ),
    ),
)  # fmt: skip
BEHIND = _metric(
    "party.behind",
    rows.behind,
    BODY_COLUMNS,
    cuts=(of_body("pk"),),
    visible=rules.visible.rows,
    record_kind=BODY,
    rule="R10.3",
)
DOUBLE_LIFE = _metric(
    "party.double_life", rows.double_life, PRESENCE_COLUMNS, cuts=(of_body("meeting__body"),),
    visible=lambda actor: Q(committee_id__in=held_in(actor, rules.READERS)), rule="R10.2",
    says=(
        Says(
            subjects=("双重组织生活", "支部组织生活", "所在支部组织生活"), actions=("参加", "落实", "过"),
            units=("次", "人次"),
        ),
    ),
)  # fmt: skip
DEEDS = _metric(
    "party.deeds", rows.deeds, DEED_COLUMNS, cuts=(of_body("body"),), visible=rules.deed_visible.rows,
    record_kind=DEED, rule="R10.2",
    says=(
        Says(
            subjects=("党员办实事", "党员委员办实事", "党员实事"), actions=("办", "办理", "完成", "开展"),
            units=("件", "项", "个"),
        ),
        Says(
            subjects=("实事", "实事好事", "好事实事"), actions=("办", "办理", "完成", "帮助", "办实事"),
            units=("件", "项", "个"), needs=("党员",),
        ),
    ),
)  # fmt: skip
DOERS = _metric("party.doers", rows.doers, PERSON_COLUMNS, rule="R10.2", **_MEMBER)
NOT_DOERS = _metric("party.not_doers", rows.not_doers, PERSON_COLUMNS, rule="R10.2", **_MEMBER)
DEED_COVERAGE = _share("party.deed_coverage", DOERS, PARTY_MEMBERS, "R10.2")
_READ = {"visible": lambda actor: Q(committee_id__in=held_in(actor, rules.READERS))}
_SEAT = {"kind": Kind.STOCK, "rule": "R10.4", "cuts": (of_body("body"),), **_READ}
_POINT = {
    "kind": Kind.STOCK,
    "cuts": (of_body("body"),),
    "visible": rules.inside.rows,
    "record_kind": POINT,
    "rule": "R6.16",
}
_DUTY = {"visible": rules.leading.duty_seen.rows, "record_kind": DUTY, "rule": "R10.2"}
APPRAISED = _metric(
    "party.appraised", yearly.appraised, LINE_COLUMNS, cuts=(GRADE_CUT, of_body("appraisal__body")),
    visible=rules.appraisal.line_seen.rows, record_kind=LINE, rule="R10.4",
    says=(Says(subjects=("民主评议党员", "参加民主评议党员"), actions=("参加", "评议"), units=("名", "人")),),
)  # fmt: skip
SEATS = _metric("party.seats", yearly.seats, SEAT_COLUMNS, **_SEAT)
SEATS_APPRAISED = _metric("party.seats_appraised", yearly.seats_appraised, SEAT_COLUMNS, **_SEAT)
NOT_APPRAISED = _metric("party.not_appraised", yearly.not_appraised, SEAT_COLUMNS, **_SEAT)
APPRAISAL_COVERAGE = _share("party.appraisal_coverage", SEATS_APPRAISED, SEATS, "R10.4")
POINTS = _metric(
    "party.points", yearly.points, POINT_COLUMNS,
    says=(Says(subjects=("支部联系点", "党支部联系点", "领导支部联系点"), actions=SET_UP, units=ONE),), **_POINT,
)  # fmt: skip
VISITS = _metric(
    "party.visits", yearly.visits, VISIT_COLUMNS, cuts=(of_body("point__body"),),
    visible=rules.leading.visit_seen.rows, rule="R6.16",
    says=(Says(subjects=("联系点走访", "支部联系点走访"), actions=("走访", "开展", "到"), units=("次",)),
          Says(subjects=("联系点", "支部联系点", "党支部联系点"), actions=("走访", "到", "深入"),
               units=("次", "人次"))),
)  # fmt: skip
POINTS_VISITED = _metric("party.points_visited", yearly.points_visited, POINT_COLUMNS, **_POINT)
POINTS_BEHIND = _metric("party.points_behind", yearly.points_behind, POINT_COLUMNS, **_POINT)
POINT_COVERAGE = _share("party.point_coverage", POINTS_VISITED, POINTS, "R6.16")
WITHOUT_POINT = _metric(
    "party.without_point", yearly.without_point, LEADER_COLUMNS, kind=Kind.STOCK, rule="R10.2", **_READ
)
DUTIES = _metric(
    "party.duties", yearly.duties, DUTY_COLUMNS, **_DUTY,
    says=(Says(subjects=("一岗双责事项", "一岗双责清单"), actions=("列", "制定", "建立"), units=("项", "条")),),
)  # fmt: skip
DUTIES_DONE = _metric("party.duties_done", yearly.duties_done, DUTY_COLUMNS, **_DUTY)
DUTIES_OPEN = _metric("party.duties_open", yearly.duties_open, DUTY_COLUMNS, **_DUTY)
DUTIES_RATE = _share("party.duties_rate", DUTIES_DONE, DUTIES, "R10.2")
YEARLY = (
    APPRAISED, SEATS, SEATS_APPRAISED, NOT_APPRAISED, APPRAISAL_COVERAGE, POINTS, VISITS, POINTS_VISITED, POINTS_BEHIND,
    POINT_COVERAGE, WITHOUT_POINT, DUTIES, DUTIES_DONE, DUTIES_OPEN, DUTIES_RATE,
)  # fmt: skip
ALL = (
    BRANCHES, COMMITTEE_BRANCHES, GENERAL_BRANCHES, GROUPS, WITHOUT_SECRETARY, SEATED, UNSEATED, UNSEATED_STAFF,
    COVERAGE, WITH_BRANCH, WITHOUT_BRANCH, ORGAN_COVERAGE, HELD, BEHIND, DOUBLE_LIFE, DEEDS, DOERS, NOT_DOERS,
    DEED_COVERAGE, *YEARLY,
)  # fmt: skip


def register() -> None:
    """Register the figures in the order of a report."""
    registry.register(*ALL)
