"""How the rooms below know problems and advice: attachments, ties, what hangs on an activity or a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models.functions import Left
from django.urls import reverse

from lvzhi.access import Actor, Rule
from lvzhi.files import rights
from lvzhi.ledger import rules
from lvzhi.ledger.models import Advice, Problem
from lvzhi.ledger.ties import cards
from lvzhi.ledger.vocabulary.words import ADVICE, PROBLEM
from lvzhi.links import beside
from lvzhi.links import kinds as links
from lvzhi.search import kinds as search

HEAD = 40  # signs of its text that a problem or an advice is called by
Model = type[Problem] | type[Advice]


def _sees(model: Model, rule: Rule, actor: Actor, uid: UUID) -> bool:
    rows: Any = model.objects
    return bool(rows.filter(rule.rows(actor), uid=uid).exists())


def _committee(model: Model, uid: UUID) -> int:
    rows: Any = model.objects
    return int(rows.values_list("committee_id", flat=True).get(uid=uid))


def _titles(model: Model, uids: Sequence[UUID]) -> Mapping[UUID, str]:
    rows: Any = model.objects
    return {row.uid: row.title_for_people for row in rows.filter(uid__in=list(uids)).only("uid", "text")}


def _title(model: Model, uid: UUID) -> str:
    return _titles(model, [uid]).get(uid, "")


def _url(page: str, uid: UUID) -> str:
    return reverse(page, args=[uid])


def may_add(actor: Actor, entry: Problem | Advice) -> bool:
    """Who may attach proof: whoever keeps the entry or answers for it, nobody to a voided one."""
    if entry.voided_at is not None:
        return False
    other = rules.owner(actor, entry) if isinstance(entry, Problem) else rules.answering(actor, entry)
    return other or rules.keeper(actor, entry)


def _may_add(model: Model, actor: Actor, uid: UUID) -> bool:
    rows: Any = model.objects
    entry = rows.filter(uid=uid).first()
    return entry is not None and may_add(actor, entry)


TEXTS = (
    search.of(
        Problem, rules.visible_problem, "ledger:problem", [Left("text", HEAD)], body=["text", "cause", "result"],
        number=["number"], day="found_on", organ="organ_id", name=PROBLEM,
    ),
    search.of(
        Advice, rules.visible_advice, "ledger:advice", [Left("text", HEAD)], body=["text", "answer"],
        day="proposed_on", organ="organ_id", name=ADVICE,
    ),
)  # fmt: skip


def register() -> None:
    """Tell files and links; hang the ledger on the pages of activities, proposals, projects and Party meetings."""
    search.register(*TEXTS)
    for model, name, page, visible in (
        (Problem, PROBLEM, "ledger:problem", rules.visible_problem),
        (Advice, ADVICE, "ledger:advice", rules.visible_advice),
    ):
        kind = model._meta.label_lower
        rights.register(
            kind,
            may_read=partial(_sees, model, visible),
            may_add=partial(_may_add, model),
            committee=partial(_committee, model),
            as_record=True,
        )
        links.register(
            links.Kind(
                kind,
                name,
                title=partial(_title, model),
                url=partial(_url, page),
                visible=partial(_sees, model, visible),
                titles=partial(_titles, model),
                organ=links.organ_of(model.objects),
            )
        )
    beside.register(beside.Beside("ledger.entries", frozenset({*cards.ON, cards.PAPER, cards.SITE}), cards.panels))
