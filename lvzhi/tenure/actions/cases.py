"""Absence cases: opened by the clock for a human, handled by people alone (R6.13)."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.people.models import Member
from lvzhi.tenure import queries
from lvzhi.tenure.actions.proposing import propose
from lvzhi.tenure.models import Case, Measure
from lvzhi.tenure.vocabulary.states import CLOSED_CASES, MeasureKind
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking


def open_cases(actor: Actor) -> int:
    """Open a case for every threshold reached that has none yet; how many were opened. It never does more than that.

    A closed case is not opened again by the same absences: only by further ones.
    """
    day, count = clock.as_day(actor.at), 0
    used = Member.objects.live().order_by().values("committee")
    for committee in Committee.objects.filter(pk__in=used).order_by("path"):
        for member, threshold, since, found, least in queries.reached(committee, day):
            known = Case.objects.live().filter(member=member, threshold=threshold, since=since)
            if known.exclude(state__in=CLOSED_CASES).exists() or known.filter(count__gte=found).exists():
                continue
            case = Case(
                committee=committee, member=member, threshold=threshold, since=since, least=least, count=found,
                opened_on=day, created_at=actor.at,
            )  # fmt: skip
            with transaction.atomic():
                engine.begin(case, actor, threshold=str(threshold.label), least=least)
            count += 1
    return count


def check_measure(taking: Taking) -> None:
    """The day of what was done lies between the opening and today."""
    day, case = taking.answers.get("on"), taking.record
    if day is not None and not case.opened_on <= day <= clock.as_day(taking.at):
        raise Refusal("tenure.measure_day", field="on", day=day, opened=case.opened_on)


def measure(kind: MeasureKind) -> Any:
    """An effect that notes one measure: who, when, what."""

    def note(taking: Taking) -> None:
        case: Case = taking.record
        on = taking.answers.get("on") or clock.as_day(taking.at)
        Measure(
            case=case, committee_id=case.committee_id, kind=kind, on=on, created_at=taking.at,
            who=taking.answers.get("who", "").strip() or taking.actor.name, text=taking.answers["text"].strip(),
        ).save()  # fmt: skip

    return note


def close(taking: Taking) -> None:
    """The day on which a case was closed."""
    taking.record.closed_on = clock.as_day(taking.at)


def say(taking: Taking) -> None:
    """Effect of 陈述: what the member says to it; a later statement stands behind the earlier one."""
    case: Case = taking.record
    said = taking.answers["text"].strip()
    if not said:
        raise Refusal("tenure.statement", field="text")
    case.statement = "\n".join(part for part in (case.statement, said) if part)
    case.stated_on = clock.as_day(taking.at)


def advise(taking: Taking) -> None:
    """Effect of 劝辞（撤销）建议: a change is proposed, which goes its own way; nobody loses anything here."""
    case: Case = taking.record
    kind = taking.answers["kind"]
    taking.record.change = propose(
        taking.actor, case.committee, kind, {"member": case.member, "ground": taking.answers["text"]}
    )
    taking.facts["kind"] = str(case.change.get_kind_display()) if case.change else ""
