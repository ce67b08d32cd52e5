"""Taking a proposal off-line: its content goes, a tombstone stays (R12.12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from lvzhi.deadlines import clock
from lvzhi.drafts import actions as drafts
from lvzhi.files import actions as files
from lvzhi.files.queries import of as files_of
from lvzhi.journal.actions import erase_private
from lvzhi.messages.actions import forget
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.queries import signatory_accounts
from lvzhi.proposals.vocabulary.entry import OFFLINE_TITLE
from lvzhi.workflow.declare import Taking

DRAFT = "proposals.write"
DEPTH = 3  # how far from the proposal its own records stand: the promise of a point of its reply


def belonging(proposal: Proposal) -> Iterator[Any]:
    """Every record of the room that hangs on the proposal by foreign keys, voided ones too."""
    seen: set[tuple[str, int]] = set()
    for model in apps.get_app_config("proposals").get_models():
        for path in _paths(model, DEPTH):
            for row in model._base_manager.filter(**{path: proposal}):
                if (model._meta.label_lower, row.pk) not in seen:
                    seen.add((model._meta.label_lower, row.pk))
                    yield row


def _paths(model: type[models.Model], depth: int) -> Iterator[str]:
    """Ways of foreign keys from a model to the proposal, except from one proposal to another."""
    if depth < 1 or model is Proposal:
        return
    for field in model._meta.get_fields():
        if not isinstance(field, models.ForeignKey):
            continue
        target: Any = field.related_model
        if target is Proposal:
            yield field.name
        elif target._meta.app_label == Proposal._meta.app_label:
            for rest in _paths(target, depth - 1):
                yield f"{field.name}__{rest}"


def _blank(row: Any) -> bool:
    """Empty the private texts of a record; whether there was anything."""
    changed = False
    for name in getattr(row, "journal_private", ()):
        field = row._meta.get_field(name)
        if isinstance(field, models.CharField | models.TextField) and not field.choices and getattr(row, name):
            setattr(row, name, "")
            changed = True
    return changed


def take_offline(taking: Taking) -> None:
    """Effect of 转线下办理: number, dates, and who did it stay; every word of content goes."""
    proposal: Proposal = taking.record
    _blank(proposal)
    proposal.title = OFFLINE_TITLE
    proposal.may_publish = False
    proposal.offline_on = clock.as_day(taking.at)
    proposal.offline_by = taking.actor.name
    for row in belonging(proposal):
        if _blank(row):
            row.save()


def clear_traces(taking: Taking) -> None:
    """Consequence: attachments, drafts, messages, and what the journal keeps of the content (the chain stays valid).

    It follows the step's own line, since that line, too, keeps the values it replaced.
    """
    proposal: Proposal = taking.record
    kind, ground = proposal._meta.label_lower, taking.answers["ground"]
    for one in files_of(kind, proposal.uid):
        files.erase(taking.actor, one, ground=ground)
    for account in signatory_accounts(proposal):
        drafts.clear(account, DRAFT, str(proposal.uid))
    forget(kind, proposal.uid)
    for row in (proposal, *belonging(proposal)):
        if hasattr(row, "uid"):
            erase_private(taking.actor, ground=ground, record=(row._meta.label_lower, row.uid))
