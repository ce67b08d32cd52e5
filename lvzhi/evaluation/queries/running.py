"""A year's evaluation: the list, one, its results, who is judged by which rule set, the reckoning without writing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee, Organ
from lvzhi.evaluation import rules
from lvzhi.evaluation.kinds import KINDS
from lvzhi.evaluation.models import Evaluation, LowResult, Objection, OrganView, Proven, Result, RuleSet
from lvzhi.evaluation.queries.facts import facts_of, kinds_of, period_of
from lvzhi.evaluation.queries.rulesets import in_force, rules_of_set
from lvzhi.evaluation.queries.trials import Came, people_of, reckon
from lvzhi.evaluation.reckoning import Fact, Judged, Rules, Settled
from lvzhi.evaluation.reckoning.choosing import MANUAL
from lvzhi.evaluation.reckoning.judging import EXTRA
from lvzhi.evaluation.reckoning.needing import VETO
from lvzhi.evaluation.reckoning.saying import plain
from lvzhi.evaluation.reckoning.settling import settled_of
from lvzhi.evaluation.vocabulary.running import WORDS
from lvzhi.evaluation.vocabulary.states import DECIDED, ClaimState, LineSort, ObjectionState, RunState, Subject
from lvzhi.people.models import Membership
from lvzhi.people.models import holds as holding

HEAVY = ("lines", "needs", "reasons", "rates", "account", "settled", "blocks")
PART = "activities.part"


def run_address(run: Any) -> str:
    """The page of a year's evaluation."""
    return reverse("evaluation:run", args=[run.uid])


def result_address(result: Any) -> str:
    """The page of a result."""
    return reverse("evaluation:result", args=[result.uid])


def mine_address() -> str:
    """The page of one's own results."""
    return reverse("evaluation:mine")


def record_address(record: Any) -> str:
    """The page of what hangs on a result: it stands there."""
    return reverse("evaluation:result", args=[record.result.uid])


def runs_of(actor: Actor, committee: int) -> QuerySet[Evaluation]:
    """Evaluations of a committee that the actor may open, newest first."""
    found: QuerySet[Evaluation] = Evaluation.objects.filter(rules.insider.rows(actor), committee_id=committee).order_by(
        "-year", "-id"
    )
    return found


def run(actor: Actor, uid: UUID) -> Evaluation:
    """One that the actor may open. Raises `Missing`."""
    rows = Evaluation.objects.filter(rules.visible_run.rows(actor), uid=uid)
    found = rows.select_related("committee", "rule_set", "standing_set").first()
    if found is None:
        raise Missing("evaluation.unknown_run")
    return found


def results(actor: Actor, found: Evaluation) -> QuerySet[Result]:
    """The results of an evaluation that the actor may read, by name and never by points."""
    rows = Result.objects.filter(rules.visible_result.rows(actor), evaluation=found).defer(*HEAVY)
    shown: QuerySet[Result] = rows.annotate(
        open_objections=Count("objections", filter=Q(objections__state=ObjectionState.OPEN), distinct=True),
        view_count=Count("views", distinct=True),
    ).order_by("spelled", "id")
    return shown


def result(actor: Actor, uid: UUID) -> Result:
    """One that the actor may read. Raises `Missing`."""
    rows = Result.objects.filter(rules.visible_result.rows(actor), uid=uid)
    found = rows.select_related("evaluation__committee", "rule_set", "member__person", "unit").first()
    if found is None:
        raise Missing("evaluation.unknown_result")
    return found


def mine(actor: Actor) -> QuerySet[Result]:
    """One's own results, the newest year first."""
    rows = Result.objects.filter(rules.own.rows(actor), evaluation__voided_at=None)
    rows = rows.exclude(evaluation__state=RunState.CANCELLED)
    found: QuerySet[Result] = rows.defer(*HEAVY).select_related("evaluation__committee").order_by("-evaluation__year")
    return found


def sets_for(committee: Committee, subject: str, year: int) -> tuple[RuleSet | None, RuleSet | None]:
    """The rule set in force of a year, and the one of standing members where there is one."""
    main = in_force(committee.pk, subject, year)
    standing = in_force(committee.pk, Subject.STANDING, year) if subject == Subject.MEMBER else None
    return main, standing


def judged_by(
    committee: Committee, main: RuleSet, standing: RuleSet | None
) -> list[tuple[RuleSet, Rules, list[tuple[Judged, str]]]]:
    """Who is judged by which of the two."""
    value = rules_of_set(main)
    people = people_of(committee, value)
    if standing is None:
        return [(main, value, people)]
    own = [pair for pair in people if pair[0].standing]
    others = [pair for pair in people if not pair[0].standing]
    return [(main, value, others), (standing, rules_of_set(standing), own)]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What one came to by which rules, with one's facts of attendance."""

    set: RuleSet
    rules: Rules
    came: Came
    parts: tuple[Fact, ...]


def reckoned(found: Evaluation) -> dict[int, Reckoned]:
    """Everybody's account out of the records of now. A number of statements that does not grow with people."""
    committee = found.committee
    rows = list(found.results.live().select_related("member"))
    settled = {row.who: settled_of(row.settled) for row in rows if row.settled}
    made: dict[int, Reckoned] = {}
    for set_, value, people in judged_by(committee, found.rule_set, found.standing_set):
        kinds = kinds_of(value) if value.of_units else list({one.key: one for one in _with_part(value)}.values())
        facts = facts_of(committee, period_of(value), kinds) + proven_facts(found)
        made |= _made(committee, set_, value, people, facts, settled)
    return made


def _with_part(value: Rules) -> list[Any]:
    return [*kinds_of(value), KINDS[PART]]


def _made(
    committee: Committee, set_: RuleSet, value: Rules, people: list[tuple[Judged, str]], facts: list[Fact],
    settled: dict[int, dict[str, Settled]],
) -> dict[int, Reckoned]:  # fmt: skip
    parts: dict[int, list[Fact]] = {}
    windows = {one.who: one for one, _ in people}
    for fact in facts:
        window = windows.get(fact.who)
        if fact.kind == PART and window is not None and window.starts <= fact.day <= window.ends:
            parts.setdefault(fact.who, []).append(fact)
    came = reckon(committee, value, people, facts, settled)
    return {who: Reckoned(set_, value, one, tuple(parts.get(who, ()))) for who, one in came.items()}


def proven_facts(found: Evaluation) -> list[Fact]:
    """What was entered with a document and approved."""
    rows = Proven.objects.live().filter(result__evaluation=found, state=ClaimState.APPROVED)
    return [
        Fact(
            kind=f"{MANUAL}.{row.item}" if row.item else f"{VETO}.{row.need}", key=row.pk, who=row.result.who,
            day=row.on, title=row.title, source="evaluation.proven", uid=str(row.uid),
        )
        for row in rows.select_related("result__member")
    ]  # fmt: skip


def for_letters(actor: Actor, found: Evaluation) -> list[Result]:
    """Results that may be fed back: none of their lines is in question."""
    rows = Result.objects.live().filter(rules.visible_result.rows(actor), evaluation=found)
    rows = rows.exclude(objections__state=ObjectionState.OPEN)
    return list(rows.select_related("member__person", "rule_set", "evaluation__committee").order_by("spelled", "id"))


def views_of(found: Result) -> list[OrganView]:
    """What organs said."""
    return list(found.views.live().select_related("organ").order_by("id"))


def proven_of(found: Result) -> list[Proven]:
    """What was entered with documents."""
    return list(found.proven.live().order_by("-id"))


def objections_of(found: Result) -> list[Objection]:
    """Objections to it, the newest first."""
    return list(found.objections.live().order_by("-id"))


def low_of(found: Result) -> LowResult | None:
    """The case of its low grade."""
    return LowResult.objects.live().filter(result=found).first()


def own_in(actor: Actor, found: Evaluation) -> Result | None:
    """One's own result of that year."""
    rows = Result.objects.live().filter(rules.own.rows(actor), evaluation=found)
    return rows.select_related("evaluation__committee", "member__person").first()


def to_speak_of(actor: Actor, found: Evaluation) -> list[tuple[Result, Organ]]:
    """Members of whom the actor's organ has not spoken, each with that organ, by name. Two statements."""
    rows = list(Result.objects.live().filter(rules.silent(actor), evaluation=found).order_by("spelled", "id"))
    seats = Membership.objects.live().filter(
        holding("", found.rule_set.ends), member__in=[row.member_id for row in rows],
        organ_id__in=sorted(actor.organs("organ_head")),
    )  # fmt: skip
    organs: dict[int, Organ] = {}
    for seat in seats.select_related("organ").order_by("organ__kind", "organ_id"):
        organs.setdefault(seat.member_id, seat.organ)
    return [(row, organs[row.member_id]) for row in rows if row.member_id in organs]


def organs_headed(actor: Actor, found: Result) -> list[Organ]:
    """Organs that the actor heads and the member sits in: one in two organs may be spoken of by both."""
    seats = Membership.objects.live().filter(
        holding("", found.evaluation.rule_set.ends),
        member=found.member,
        organ_id__in=sorted(actor.organs("organ_head")),
    )
    return [one.organ for one in seats.select_related("organ").order_by("organ__kind", "organ_id")]


def counts(found: Evaluation) -> dict[str, int]:
    """How far it is: own accounts, views, objections, documents, low results. Two statements."""
    rows = Result.objects.live().filter(evaluation=found)
    made = rows.aggregate(
        all=Count("pk"), accounts=Count("pk", filter=~Q(accounted_on=None)),
        viewed=Count("pk", filter=Q(pk__in=OrganView.objects.live().values("result"))),
        fed=Count("pk", filter=~Q(fed_back_on=None)),
    )  # fmt: skip
    open_ = {
        "objections": Objection.objects.live().filter(result__evaluation=found, state=ObjectionState.OPEN).count(),
        "proven": Proven.objects.live().filter(result__evaluation=found, state=ClaimState.WAITING).count(),
        "low": LowResult.objects.live().filter(result__evaluation=found).count(),
    }
    return {**made, **open_}


HANGING: dict[str, tuple[type[Any], Any]] = {
    "proven": (Proven, rules.reads_proven), "objection": (Objection, rules.reads_objection),
    "low": (LowResult, rules.reads_low),
}  # fmt: skip


def hanging(actor: Actor, kind: str, uid: UUID) -> Any:
    """What hangs on a result and the actor may read. Raises `Missing`."""
    model, rule = HANGING[kind]
    rows = model.objects.filter(rule.rows(actor), uid=uid)
    found = rows.select_related("result__evaluation__committee", "result__member__person").first()
    if found is None:
        raise Missing("evaluation.unknown_result")
    return found


def grades_held(rows: Iterable[Result]) -> dict[int, int]:
    """How many have each grade."""
    held: dict[int, int] = {}
    for row in rows:
        if row.grade_number is not None:
            held[row.grade_number] = held.get(row.grade_number, 0) + 1
    return held


def shows_grade(actor: Actor, found: Result) -> bool:
    """Whether the grade is shown: before the meeting decided only to who runs the evaluation."""
    return found.evaluation.state in DECIDED or rules.reader(actor, found)


def compared(found: Result) -> tuple[dict[str, str], list[str]]:
    """What the records of now would say: by the mark of a line, how it differs; lines that would be added.

    The result itself stays as it was decided.
    """
    now = reckoned(found.evaluation).get(found.who)
    if now is None:
        return {}, []
    lines = now.came.account.lines
    marks = {one.mark: one for one in lines if one.sort == LineSort.FACT}
    kept = {one["mark"]: one for one in found.lines}
    facts = {mark for mark, one in kept.items() if one["sort"] == LineSort.FACT and not mark.startswith(EXTRA)}
    said = dict.fromkeys(facts - set(marks), WORDS["gone"])
    for mark in facts & set(marks):
        if Decimal(kept[mark]["points"]) != marks[mark].points:
            said[mark] = WORDS["changed"].format(points=plain(marks[mark].points))
    return said, [one.said for one in lines if one.mark not in kept]
