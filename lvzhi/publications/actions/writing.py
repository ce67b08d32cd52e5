"""A manuscript: begun, changed by its author, handed in; characters are counted from the text (R11.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.people.queries import person_of_account
from lvzhi.publications import norms, queries, rules
from lvzhi.publications.actions.checks import first_person, own_organ, trimmed
from lvzhi.publications.models import Manuscript
from lvzhi.publications.vocabulary.sentences import WHATS
from lvzhi.publications.vocabulary.states import EDITABLE, AuthorKind
from lvzhi.ui import formats
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

__all__ = ["begin", "begun", "check_text", "submit", "write"]
FIELDS = ("title", "witness", "span", "text", "call", "clue")


def count(manuscript: Manuscript) -> int:
    """The characters of the text in force, by the committee's norm of the day it was handed in."""
    day = manuscript.submitted_on or clock.as_day(manuscript.created_at)
    return formats.signs(manuscript.current, norms.skips(manuscript.committee, day))


def begin(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Manuscript:
    """Begin a manuscript: a member his own, staff for a member, somebody outside or an organ.

    Args:
        data: ``title, witness``; any of ``text, span, call, clue``; from staff ``author_kind`` with ``person``,
            ``organ`` or ``author``.

    Raises:
        NotAllowed: the actor neither sits nor works there.
        Refusal: title or author is missing, or the author has handed in that title already.
    """
    if not rules.belongs(actor, committee.pk):
        raise NotAllowed("publications.not_provider", committee=committee.name)
    made = Manuscript(committee=committee, entered_by=actor.name, created_at=actor.at)
    if rules.keeps(actor, committee.pk) and data.get("author_kind"):
        made.by_staff = True
        _author(made, data)
    else:
        made.author_kind, made.person = AuthorKind.MEMBER, person_of_account(actor.account_id)
        if made.person is None:
            raise Refusal("publications.no_person", field="person")
        made.author = made.person.name
    _keep(made, data)
    return engine.begin(made, actor, once=once)


def begun(actor: Actor, once: str | None) -> Manuscript | None:
    """The manuscript that this request began already, or None."""
    return engine.begun(Manuscript, actor, once)


def write(manuscript: Manuscript, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Manuscript:
    """Change it while it lies with its author.

    Raises:
        NotAllowed: neither the author, nor staff that entered it.
        Conflict: someone else has changed it since ``version``.
        Refusal: it has been handed in, or what was given is not in order.
    """
    with transaction.atomic():
        rows = Manuscript.objects.select_for_update(of=("self",)).select_related("committee", "person")
        locked: Manuscript = rows.get(pk=manuscript.pk)
        rules.hands_in.check(actor, locked)
        if locked.state not in EDITABLE or locked.voided_at is not None:
            raise Refusal("publications.not_editable", title=locked.title, state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("publications.changed", title=locked.title)
        with line(actor, "publications.written", subject=locked):
            if locked.by_staff and data.get("author_kind"):
                _author(locked, data)
            _keep(locked, data)
            locked.version += 1
            locked.save()
    return locked


def _author(manuscript: Manuscript, data: Mapping[str, Any]) -> None:
    kind = AuthorKind(data["author_kind"])
    manuscript.author_kind = kind
    manuscript.person = first_person(data) if kind == AuthorKind.MEMBER else None
    manuscript.organ = own_organ(data.get("organ"), manuscript.committee)
    if kind == AuthorKind.MEMBER and manuscript.person is None:
        raise Refusal("publications.no_person", field="person")
    if kind == AuthorKind.ORGAN and manuscript.organ is None:
        raise Refusal("publications.no_organ", field="organ")
    known = manuscript.person.name if manuscript.person else ""
    if kind == AuthorKind.ORGAN and manuscript.organ is not None:
        known = manuscript.organ.name
    manuscript.author = trimmed(data, "author") or known
    if not manuscript.author:
        raise Refusal("publications.no_author", field="author")


def _keep(manuscript: Manuscript, data: Mapping[str, Any]) -> None:
    """Set the fields that were given, and count the text."""
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(manuscript, name, value.strip() if isinstance(value, str) else value)
    if not manuscript.title:
        raise Refusal("publications.blank", field="title", what=WHATS["title"])
    manuscript.chars = count(manuscript)
    other = queries.same_title(manuscript)
    if other is not None:
        raise Refusal(
            "publications.same_title", field="title", author=other.author, title=other.title,
            state=other.get_state_display(),
        )  # fmt: skip


def check_text(taking: Taking) -> None:
    """What is handed in has a text."""
    if not taking.record.text.strip():
        raise Refusal("publications.text_missing", title=taking.record.title)


def submit(taking: Taking) -> None:
    """Effect of 交稿: the first day stays the day it was handed in; what a review had said is over."""
    manuscript: Manuscript = taking.record
    manuscript.submitted_on = manuscript.submitted_on or clock.as_day(taking.at)
    manuscript.ground = ""
    manuscript.chars = count(manuscript)
    taking.facts["count"] = manuscript.chars
