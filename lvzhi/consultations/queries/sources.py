"""The records that an activity's way is read from: each room's own rows, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from lvzhi.access import Actor, Missing, Refusal, Rule
from lvzhi.activities import rules as activities
from lvzhi.activities.models import Activity, Participant, Speech
from lvzhi.activities.queries.consultation import speeches
from lvzhi.activities.vocabulary import Family, State, Verdict
from lvzhi.consultations.models import FollowUp
from lvzhi.consultations.queries.along import PARTNER, PERSON, PLACE, Along, along
from lvzhi.consultations.queries.follow import readings_of
from lvzhi.consultations.vocabulary import NO_RESULTS, SCHEME
from lvzhi.consultations.vocabulary.ways import CONSULTATION, STUDY, WAYS, Way, families_of, way_of, way_of_item
from lvzhi.ledger import rules as ledger
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.vocabulary.states import ProblemState
from lvzhi.links.queries import tied
from lvzhi.papers import rules as papers
from lvzhi.papers.models import Comment, Dispatch, Paper
from lvzhi.papers.queries import KIND as PAPER
from lvzhi.papers.vocabulary import ABOUT, OUT, PaperState
from lvzhi.plans import queries as plans
from lvzhi.plans.models import Milestone, Task
from lvzhi.plans.vocabulary import MilestoneKind

Rows = QuerySet[Any]
ACTIVITY = Activity._meta.label_lower
TASK = Task._meta.label_lower
STUDIES, CONSULTS = families_of(STUDY), families_of(CONSULTATION)
DECIDED = (MilestoneKind.APPROVED, MilestoneKind.SETTLED, MilestoneKind.PASSED)


@dataclass(kw_only=True)
class Sources:
    """What the rooms below know of one activity.

    Args:
        way: the table of its stages.
        sessions: the activity itself; from a plan's task without one session of its own, all that point at it.
        series: whether it is a plan item met by several sessions. follows: the following-up of each of them.
        decided, number: the meeting that approved the plan, and under which number.
        found, solved: problems of the sessions. studies: research for a consultation; of research, what it was for.
        places, partners, problems: read only where the way goes afield.
        read: when each account read the feedback; None where it has not yet.
        papers, advice, problems: each with ``seen``: whether the actor may read it; the others are counted only.
    """

    actor: Actor
    way: Way = WAYS[Family.CONSULTATION]
    task: Task | None = None
    sessions: list[Any] = field(default_factory=list)
    series: bool = False
    decided: str = ""
    number: str = ""
    read: dict[int, datetime | None] = field(default_factory=dict)
    found: int = 0
    solved: int = 0
    studies: list[Any] = field(default_factory=list)
    people: list[Any] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    places: list[Along] = field(default_factory=list)
    partners: list[Along] = field(default_factory=list)
    problems: list[Any] = field(default_factory=list)
    papers: list[Any] = field(default_factory=list)
    dispatches: list[Dispatch] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    advice: list[Any] = field(default_factory=list)
    follow: FollowUp | None = None
    follows: list[FollowUp] = field(default_factory=list)

    @property
    def activity(self) -> Any:
        """The one session; None for a plan item with none, or one that is met by a series of them."""
        return self.sessions[0] if len(self.sessions) == 1 and not self.series else None

    @property
    def item(self) -> Task:
        """The plan item, where the way was looked up from one.

        Raises:
            Missing: it was not.
        """
        if self.task is None:
            raise Missing("consultations.unknown")
        return self.task

    @property
    def committee_id(self) -> int:
        """Whose it is."""
        place = self.sessions[0].committee_id if self.sessions else self.task.committee_id if self.task else 0
        return int(place)

    @property
    def schemes(self) -> list[Any]:
        """Papers that say how it is to be held."""
        return [row for row in self.papers if row.kind == SCHEME]

    @property
    def results(self) -> list[Any]:
        """Papers that came of it."""
        return [row for row in self.papers if row.kind not in NO_RESULTS]

    @property
    def came(self) -> list[Any]:
        """Who was there."""
        return [row for row in self.people if row.verdict == Verdict.ATTENDED]


def of_activity(actor: Actor, uid: UUID) -> Sources:
    """The activity of that uid.

    Raises:
        Missing: no activity that the actor may see. Refusal: of a family that has no way.
    """
    tasks = Activity.objects.filter(uid=uid).exclude(task=None).values("task_id")
    beside = Q(task__in=tasks.filter(family__in=CONSULTS), family__in=STUDIES)
    beside |= Q(task__in=tasks.filter(family__in=STUDIES), family__in=CONSULTS)
    beside &= Q(voided_at=None) & ~Q(state=State.CANCELLED)
    rows = _seen(_with_sums(Activity.objects.filter(Q(uid=uid) | beside)), activities.visible, actor)
    found = list(rows.order_by("held_on", "id"))  # it, and the research for it or what it was for, in one statement
    row = next((one for one in found if one.uid == uid and one.seen), None)
    if row is None:
        raise Missing("consultations.unknown")
    way = way_of(row.family)
    if way is None:
        raise Refusal("consultations.not_consultation", title=row.title)
    studies = [one for one in found if one is not row]
    return _gather(Sources(actor=actor, way=way, task=row.task, sessions=[row], studies=studies))


def of_task(actor: Actor, uid: UUID) -> Sources:
    """The plan item of that uid with all activities of its way that point at it.

    Raises:
        Missing: no task that the actor may see.
    """
    task = plans.task(actor, uid)
    way = way_of_item(task.plan.kind, task.block) or WAYS[Family.CONSULTATION]
    rows = Activity.objects.live().filter(activities.visible.rows(actor), task=task, family__in=way.families)
    sessions = list(_with_sums(rows.exclude(state=State.CANCELLED)).order_by("held_on", "id"))
    series = task.wanted > 1 or len(sessions) > 1
    studies = _studies(actor, task, STUDIES if way.key == CONSULTATION else CONSULTS)
    return _gather(Sources(actor=actor, way=way, task=task, sessions=sessions, series=series, studies=studies))


def _with_sums(rows: Rows) -> Rows:
    """Activities with how many problems were found there and solved, and who approved their plan."""
    found = Problem.objects.live().filter(activity=OuterRef("pk")).order_by().values("activity")
    solved = found.annotate(n=Count("pk", filter=Q(state=ProblemState.CHECKED))).values("n")
    decided = Milestone.objects.live().filter(plan=OuterRef("task__plan"), kind__in=DECIDED).order_by("-held_on", "-id")
    beside = ("committee", "organ", "site", "task__plan", "task__organ", "task__committee")
    found_rows: Rows = rows.select_related(*beside).annotate(
        found=Coalesce(Subquery(found.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField()),
        solved=Coalesce(Subquery(solved), 0, output_field=IntegerField()),
        decided=Subquery(decided.values("body")[:1]),
        number=Subquery(decided.values("number")[:1]),
    )
    return found_rows


def _gather(sources: Sources) -> Sources:
    sessions = sources.sessions
    keys, uids = [row.pk for row in sessions], [row.uid for row in sessions]
    sources.found, sources.solved = sum(row.found for row in sessions), sum(row.solved for row in sessions)
    first = sessions[0] if sessions else None
    if first is not None:
        sources.decided, sources.number = first.decided or "", first.number or ""
    elif sources.task is not None:
        sources.decided, sources.number = _decided(sources.task)
    sources.papers = _papers(sources.actor, keys, uids, _own_item(sources))
    shown = [row.pk for row in sources.results]
    if shown:
        dispatches = Dispatch.objects.live().filter(paper__in=shown).select_related("unit", "organ", "to_committee")
        sources.dispatches = list(dispatches.order_by("sent_on", "id"))
        comments = Comment.objects.live().filter(paper__in=shown).select_related("unit")
        sources.comments = list(comments.order_by("commented_on", "id"))
    if keys and not sources.way.afield:
        sources.people = list(Participant.objects.live().filter(activity__in=keys).order_by("activity_id", "id"))
    if keys:
        sources.advice = _advice(sources.actor, keys)
    if keys and sources.way.afield:
        _go_afield(sources, keys)
    if sources.series:
        sources.follows = list(FollowUp.objects.live().filter(activity__in=keys))
    if sources.activity is not None and not sources.way.afield:
        sources.speeches = speeches(sources.activity)
    if sources.activity is not None and sources.way.follows:
        sources.follow = FollowUp.objects.live().filter(activity=sources.activity).first()
        if sources.follow is not None:
            sources.follow.activity = sources.activity
            sources.read = readings_of(sources.follow) if sources.follow.fed_on is not None else {}
    return sources


def _go_afield(sources: Sources, keys: list[int]) -> None:
    found = along(keys)
    sources.people = [row for row in found if row.what == PERSON]
    sources.places = [row for row in found if row.what == PLACE]
    sources.partners = [row for row in found if row.what == PARTNER]
    if sources.found:
        rows = Problem.objects.live().filter(activity__in=keys)
        rows = rows.select_related("owner_unit", "owner_organ", "owner_person")
        sources.problems = list(_seen(rows, ledger.visible_problem, sources.actor).order_by("found_on", "id"))


def _own_item(sources: Sources) -> Task | None:
    """The plan item, unless it is another way's: the papers on a consultation are none of the research for it."""
    task = sources.task
    way = way_of_item(task.plan.kind, task.block) if task is not None else None
    return task if way is None or way.key == sources.way.key else None


def _decided(task: Task) -> tuple[str, str]:
    rows = Milestone.objects.live().filter(plan=task.plan_id, kind__in=DECIDED).order_by("-held_on", "-id")
    return rows.values_list("body", "number").first() or ("", "")


def _studies(actor: Actor, task: Task, families: frozenset[str]) -> list[Any]:
    """Activities of other families that point at the same task."""
    rows = Activity.objects.live().filter(task=task, family__in=families).exclude(state=State.CANCELLED)
    return list(_seen(rows, activities.visible, actor).defer("notice", "summary").order_by("held_on", "id"))


def _papers(actor: Actor, keys: list[int], uids: list[UUID], task: Task | None) -> list[Any]:
    """Documents about the sessions or the plan item, and those that submit their advice."""
    about = Q(uid__in=tied(ABOUT, PAPER, ACTIVITY).filter(b_uid__in=uids))
    about |= Q(pk__in=Advice.objects.live().filter(activity__in=keys).exclude(paper=None).values("paper_id"))
    if task is not None:
        about |= Q(uid__in=tied(ABOUT, PAPER, TASK).filter(b_uid=task.uid))
    rows = Paper.objects.live().filter(about).exclude(state=PaperState.WITHDRAWN).defer("text")
    return list(_seen(rows, papers.visible, actor).order_by("dated_on", "id"))


def _advice(actor: Actor, keys: list[int]) -> list[Any]:
    rows = Advice.objects.live().filter(activity__in=keys).select_related("unit")
    return list(_seen(rows, ledger.visible_advice, actor).order_by("proposed_on", "id"))


def _seen(rows: Rows, visible: Rule, actor: Actor) -> Rows:
    seen = Case(When(visible.rows(actor), then=Value(1)), default=Value(0), output_field=IntegerField())
    found: Rows = rows.annotate(seen=seen)
    return found


def is_out(paper: Paper) -> bool:
    """Whether it was issued."""
    return paper.state in OUT
