"""Corrections of a match: noted once, remembered for the committee, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.metrics.periods import Period
from lvzhi.reports import queries, rules
from lvzhi.reports.checking.senses import has_number
from lvzhi.reports.composing import tokens
from lvzhi.reports.models import NAME_MOST, WORDS_MOST, Sense
from lvzhi.reports.vocabulary.senses import Means
from lvzhi.workflow import engine

WORDS = ("subject", "action", "unit", "near", "heading")


def note_sense(actor: Actor, committee: Committee, period: Period, data: Mapping[str, Any]) -> Sense:
    """Remember what words of this committee's texts mean.

    Args:
        period: for which the values of dimensions are looked up by their names.
        data: ``subject`` and, each "" for any, ``action, unit, near, heading``; ``means``, ``target`` as a report's
            token names figures, ``whole``, ``reach``, ``note``.

    Raises:
        NotAllowed: not the office or the secretary-general.
        Refusal: nothing counted, a number in the words, no such figure, or a correction that says otherwise.
    """
    if not rules.may_correct(actor, committee.pk):
        raise NotAllowed("reports.sense_not_keeper", committee=committee.display)
    row = Sense(
        committee=committee, created_at=actor.at, account_id=actor.account_id, who=actor.name[:NAME_MOST],
        note=str(data.get("note") or "").strip()[:WORDS_MOST], **_words(data),
    )  # fmt: skip
    if data.get("means") != Means.NOTHING:
        _aim(row, Scope(committee), period, data)
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=committee.pk)  # two at once: the second sees the first
        other = queries.clashing(row)
        if other is not None and _same(other, row):
            return other
        _refuse_clash(other)
        with line(
            actor, "reports.sense_noted", subject=row, committee=committee, pattern=row.pattern_words, means=row.means
        ):
            row.save()
    return row


def restore_sense(row: Sense, actor: Actor) -> Sense:
    """Bring back one that was taken back.

    Raises:
        NotAllowed: not the office or the secretary-general. Refusal: another says otherwise meanwhile.
    """
    if not rules.corrector(actor, row):
        raise NotAllowed("reports.sense_not_keeper", committee=row.committee.display)
    with transaction.atomic():
        Committee.objects.select_for_update().get(pk=row.committee_id)
        _refuse_clash(queries.clashing(row))
        return engine.restore(row, actor)


def _words(data: Mapping[str, Any]) -> dict[str, str]:
    found = {name: str(data.get(name) or "").strip()[:NAME_MOST] for name in WORDS}
    if not found["subject"]:
        raise Refusal("reports.sense_subject", field="subject")
    for name, said in found.items():
        if has_number(said):
            raise Refusal("reports.sense_number", field=name, said=said)
    return found


def _aim(row: Sense, scope: Scope, period: Period, data: Mapping[str, Any]) -> None:
    """Which figure is meant, and what it is narrowed to."""
    typed = str(data.get("target") or "").strip().strip("{}｛｝")
    if not typed:
        raise Refusal("reports.sense_target", field="target")
    token = next(tokens.read("{" + typed + "}"), None)
    meant = tokens.Dictionary(scope, period).meant(token) if token is not None else tokens.Meant()
    if meant.ask is None:
        raise Refusal("reports.sense_bad_target", field="target", sentence=meant.fault or typed)
    row.figure, row.name = meant.ask.figure.key, meant.name
    row.cuts = [[cut.key, value, label] for (cut, value), label in zip(meant.ask.cuts, meant.labels, strict=True)]
    row.whole, row.reach = bool(data.get("whole")) and not row.cuts, str(data.get("reach") or "")


def _same(one: Sense, other: Sense) -> bool:
    names = (*WORDS, "figure", "cuts", "whole", "reach")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _refuse_clash(other: Sense | None) -> None:
    if other is not None:
        raise Refusal(
            "reports.sense_clash", field="subject", who=other.who, day=clock.as_day(other.created_at),
            pattern=other.pattern_words, means=other.means,
        )  # fmt: skip
