"""Running a year's evaluation: begun with everybody judged, own accounts, organs' views, reckoning, the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi import norms
from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock, reckon
from lvzhi.directory.models import Unit
from lvzhi.evaluation import queries, rules
from lvzhi.evaluation.models import NAME_MOST, TEXT_MOST, TITLE_MOST, WORDS_MOST, Evaluation, OrganView, Result
from lvzhi.evaluation.norms import OBJECT_WITHIN
from lvzhi.evaluation.queries.running import Reckoned, judged_by, reckoned
from lvzhi.evaluation.reckoning.settling import line_told, needed_told, opportunities
from lvzhi.evaluation.vocabulary.running import WORDS
from lvzhi.evaluation.vocabulary.states import OPEN_RUNS, RunState, Subject
from lvzhi.journal.lines import line
from lvzhi.norms.calendars import calendar_of
from lvzhi.people.models import Member
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

RECKONED = ("lines", "blocks", "needs", "rates", "total", "grade", "grade_number", "reasons", "rule_set")
BATCH = 50


def begin_run(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Evaluation:
    """Begin the evaluation of a year: a result, still empty, for everybody judged.

    Args:
        data: ``year``; ``subject, note`` where they are not as usual.

    Raises:
        NotAllowed: the actor runs none there. Refusal: no rule set in force, begun already, nobody to judge.
    """
    again = engine.begun(Evaluation, actor, once)
    if again is not None:
        return again
    if not rules.may_keep(actor, committee.pk):
        raise NotAllowed("evaluation.not_keeper", committee=committee.name)
    year, subject = int(data["year"]), str(data.get("subject") or Subject.MEMBER)
    name = str(Subject(subject).label)
    if year > clock.as_day(actor.at).year:
        raise Refusal("evaluation.year_ahead", field="year", year=year)
    known = Evaluation.objects.live().filter(committee=committee, year=year, subject=subject)
    other = known.exclude(state=RunState.CANCELLED).first()
    if other is not None:
        raise Refusal("evaluation.run_exists", field="year", year=year, subject=name, name=other.name)
    main, standing = queries.sets_for(committee, subject, year)
    if main is None:
        raise Refusal("evaluation.no_rules", field="year", year=year, subject=name)
    run = Evaluation(
        committee=committee, year=year, subject=subject, rule_set=main, standing_set=standing, created_at=actor.at,
        name=WORDS["run_name"].format(year=year, subject=name)[:TITLE_MOST],
        note=str(data.get("note") or "").strip()[:WORDS_MOST],
    )  # fmt: skip
    rows = _results(run)
    if not rows:
        raise Refusal("evaluation.nobody", field="year", year=year, subject=name)
    return engine.begin(run, actor, once=once, does=lambda made: _keep(made, rows, actor), count=len(rows))


def _keep(run: Evaluation, rows: list[Result], actor: Actor) -> None:
    for row in rows:
        row.evaluation = run
        row.created_at = actor.at
    Result.objects.bulk_create(rows, batch_size=BATCH)


def _results(run: Evaluation) -> list[Result]:
    """A result for everybody judged: the latest tenure of a person stands for all of the year's."""
    parts = judged_by(run.committee, run.rule_set, run.standing_set)
    ids = [one.who for _, _, people in parts for one, _ in people]
    members: dict[int, Member] = {}
    units: dict[int, Unit] = {}
    if run.subject == Subject.UNIT:
        units = Unit.objects.in_bulk(ids)
    else:
        rows = Member.objects.live().filter(committee=run.committee, person__in=ids, starts__lte=run.rule_set.ends)
        members = {row.person_id: row for row in rows.select_related("person").order_by("starts", "pk")}
    return [
        Result(
            committee=run.committee, rule_set=set_, name=name[:NAME_MOST], member=members.get(one.who),
            unit=units.get(one.who), standing=one.standing, starts=one.starts, ends=one.ends,
            spelled=members[one.who].person.pinyin if one.who in members else name[:NAME_MOST],
        )
        for set_, _, people in parts
        for one, name in people
    ]  # fmt: skip


def hand_account(result: Result, actor: Actor, text: str) -> Result:
    """The member's own account 述职; the office may write it down for a member.

    Raises:
        NotAllowed: another's. Refusal: no text, or the time is over.
    """
    own = rules.is_own(actor, result)
    if not own and not rules.keeper(actor, result):
        raise NotAllowed("evaluation.not_own")
    text = text.strip()[:TEXT_MOST]
    if not text:
        raise Refusal("evaluation.account_missing", field="account")
    state = result.evaluation.state
    if state not in OPEN_RUNS or (own and state != RunState.ACCOUNTS):
        raise Refusal("evaluation.account_closed", state=result.evaluation.get_state_display())
    with line(actor, "evaluation.accounted", subject=result):
        result.account, result.accounted_on, result.for_other = text, clock.as_day(actor.at), not own
        result.version += 1
        result.save()
    return result


def say_view(result: Result, actor: Actor, organ: Organ, text: str) -> OrganView:
    """What an organ says of its member; said again it takes the place of what it said before.

    Raises:
        NotAllowed: the actor does not head it, or the member does not sit in it. Refusal: not the time for it.
    """
    if organ.pk not in {one.pk for one in queries.organs_headed(actor, result)}:
        raise NotAllowed("evaluation.not_head")
    if result.evaluation.state not in (RunState.ACCOUNTS, RunState.VIEWS):
        raise Refusal("evaluation.view_closed", state=result.evaluation.get_state_display())
    with line(actor, "evaluation.viewed", subject=result, organ=organ.name):
        view = OrganView.objects.live().filter(result=result, organ=organ).first()
        view = view or OrganView(committee_id=result.committee_id, result=result, organ=organ, created_at=actor.at)
        view.words, view.who, view.on = text.strip()[:WORDS_MOST], actor.name[:NAME_MOST], clock.as_day(actor.at)
        view.save()
    return view


def note_account(taking: Taking) -> None:
    """Effect of 提交述职: the account is one's own result's."""
    mine = queries.own_in(taking.actor, taking.record)
    if mine is None:
        raise NotAllowed("evaluation.not_own")
    hand_account(mine, taking.actor, str(taking.answers.get("account") or ""))


def note_views(taking: Taking) -> None:
    """Effect of 提出初评意见: what was said of each; who was left out waits still.

    Raises:
        Refusal: nothing was said of anybody.
    """
    count = 0
    for row, organ in queries.to_speak_of(taking.actor, taking.record):
        said = str(taking.answers.get(f"view_{row.pk}") or "").strip()
        if said:
            say_view(row, taking.actor, organ, said)
            count += 1
    if not count:
        raise Refusal("evaluation.view_missing")
    taking.facts["count"] = count


def reckon_run(run: Evaluation, actor: Actor) -> tuple[int, int]:
    """Reckon everybody by the rules out of the records of now, as often as wanted until the meeting decides.

    Returns:
        how many, and how many of them changed.

    Raises:
        NotAllowed: no keeper. Refusal: decided already: a closed year does not change.
    """
    rules.keeper.check(actor, run)
    if run.state not in OPEN_RUNS:
        raise Refusal("evaluation.grade_closed", state=run.get_state_display())
    with transaction.atomic():
        locked = Evaluation.objects.select_for_update(of=("self",)).select_related("committee").get(pk=run.pk)
        with line(actor, "evaluation.reckoned", subject=locked, count=0, changed=0) as entry:
            rows = list(locked.results.live().select_related("member"))
            came = reckoned(locked)
            changed = [row for row in rows if row.who in came and _apply(row, came[row.who])]
            Result.objects.bulk_update(changed, RECKONED, batch_size=BATCH)
            locked.reckoned_at = actor.at
            locked.save()
            entry.facts["count"], entry.facts["changed"] = len(rows), len(changed)
    return len(rows), len(changed)


def _apply(row: Result, found: Reckoned) -> bool:
    """Write an account into its row; whether anything is another than before."""
    account, graded = found.came.account, found.came.graded
    values: dict[str, Any] = {
        "lines": [line_told(one) for one in account.lines],
        "blocks": [[number, str(points)] for number, points in account.blocks],
        "needs": [needed_told(one) for one in account.needs], "rates": opportunities(found.parts),
        "total": account.total, "rule_set": found.set,
    }  # fmt: skip
    if not row.by_meeting:
        values |= {
            "grade": graded.grade.name if graded.grade else "", "reasons": list(graded.reasons),
            "grade_number": graded.grade.number if graded.grade else None,
        }  # fmt: skip
    moved = any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return moved


def set_grade(result: Result, actor: Actor, grade: str, ground: str) -> Result:
    """The grade that the meeting gives otherwise than reckoned, before it decides, with its ground.

    Raises:
        NotAllowed: nobody of those who run it. Refusal: no such grade, no ground, decided already.
    """
    if rules.is_own(actor, result) or not (rules.keeper(actor, result) or rules.decider(actor, result)):
        raise NotAllowed("evaluation.not_keeper", committee=result.committee.name)
    if result.evaluation.state not in (RunState.CHECKING, RunState.MEETING):
        raise Refusal("evaluation.grade_closed", state=result.evaluation.get_state_display())
    found = next((one for one in queries.rules_of_set(result.rule_set).grades if one.name == grade), None)
    if found is None:
        raise Refusal("evaluation.grade_unknown", field="grade", grade=grade)
    if not ground.strip():
        raise Refusal("evaluation.grade_ground", field="ground")
    with line(actor, "evaluation.graded", subject=result):
        result.grade, result.grade_number, result.by_meeting = found.name, found.number, True
        result.ground = ground.strip()[:WORDS_MOST]
        result.version += 1
        result.save()
    return result


def decision_until(run: Evaluation) -> Any:
    """The last day for objections."""
    day = run.decided_on or clock.today()
    return reckon(day, norms.value(OBJECT_WITHIN, run.committee_id, day), calendar_of(run.committee_id)).date


def note_ground(taking: Taking) -> None:
    """Why it goes back, or is given up."""
    taking.record.ground = str(taking.answers.get("ground") or "")[:WORDS_MOST]


__all__ = ["begin_run", "decision_until", "hand_account", "note_account", "note_ground", "note_views", "reckon_run",
           "say_view", "set_grade"]  # fmt: skip
