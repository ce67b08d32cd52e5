"""The text of a paper, and the records it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.links.kinds import kind_of
from lvzhi.norms import codes
from lvzhi.papers import rules
from lvzhi.papers.models import TITLE_MOST, Paper
from lvzhi.papers.vocabulary import ABOUT, KINDS, PaperState
from lvzhi.workflow import engine

EDITABLE = frozenset({PaperState.DRAFT})
FIELDS = ("title", "text", "addressee", "copies", "organ", "drafter", "for_members")
Ref = tuple[str, UUID]


def begin_draft(
    actor: Actor,
    committee: Committee,
    data: Mapping[str, Any],
    *,
    about: Sequence[Ref] = (),
    once: str | None = None,
) -> Paper:
    """Begin a paper.

    Args:
        data: ``kind`` and ``title``; any of ``text, addressee, copies, organ, drafter, for_members``.
        about: kind and uid of the records that it speaks of.
        once: key of the request, so that a second sending finds what the first one began.

    Raises:
        NotAllowed: the actor drafts no papers in that committee.
        Refusal: the kind is not to be chosen, the title is missing or too long, a record is not to be seen.
    """
    if not rules.may_draft(actor, committee.pk):
        raise NotAllowed("papers.not_drafter", committee=committee.name)
    day = clock.as_day(actor.at)
    kind = codes.code(KINDS, committee, data.get("kind", ""), day)
    paper = Paper(
        committee=committee,
        kind=kind.code,
        account_id=actor.account_id,
        drafter=actor.name,
        for_members=bool(kind.extra.get("members", True)),
        created_at=actor.at,
    )
    keep_text(paper, data)
    for one in about:
        check_about(actor, one)

    def tie_all(made: Paper) -> None:
        for one in about:
            tie_about(actor, made, *one)

    return engine.begin(paper, actor, once=once, does=tie_all, kind=kind.name)


def begun(actor: Actor, once: str | None) -> Paper | None:
    """The paper that this request began already, or None."""
    return engine.begun(Paper, actor, once)


def write(paper: Paper, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Paper:
    """Change the text while it is being drafted.

    Raises:
        NotAllowed: not its author.
        Conflict: someone else has changed it since ``version``.
        Refusal: the state does not allow it, or the text is not in order.
    """
    with transaction.atomic():
        locked: Paper = Paper.objects.select_for_update(of=("self",)).select_related("committee").get(pk=paper.pk)
        rules.author.check(actor, locked)
        if locked.state not in EDITABLE or locked.voided_at is not None:
            raise Refusal("papers.not_editable", state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("papers.text_changed", title=locked.title)
        with line(actor, "papers.written", subject=locked):
            if "kind" in data:
                locked.kind = codes.code(KINDS, locked.committee, data["kind"], clock.as_day(actor.at)).code
            keep_text(locked, data)
            locked.version += 1
            locked.save()
    return locked


def keep_text(paper: Paper, data: Mapping[str, Any]) -> None:
    """Set the fields that were given; the title is held to its limit, the organ to its committee."""
    for name in FIELDS:
        if name in data:
            value = data[name]
            setattr(paper, name, value.strip() if isinstance(value, str) else value)
    if not paper.title:
        raise Refusal("papers.title_missing", field="title")
    if len(paper.title) > TITLE_MOST:
        raise Refusal("papers.title_long", field="title", count=len(paper.title), limit=TITLE_MOST)
    if paper.organ is not None and paper.organ.committee_id != paper.committee_id:
        place = paper.committee.name
        raise Refusal("papers.organ_elsewhere", field="organ", organ=paper.organ.name, committee=place)


def check_about(actor: Actor, ref: Ref) -> None:
    """Refuse a record that does not exist or that the actor may not see."""
    kind = kind_of(ref[0])
    if kind is None or not kind.visible(actor, ref[1]):
        raise Refusal("papers.about_unknown", field="about")


def tie_about(actor: Actor, paper: Paper, kind: str, uid: UUID) -> None:
    """Say that the paper speaks of a record of any room.

    Raises:
        Refusal: it is the paper itself, or a record that the actor may not see.
        Conflict: it is said already.
    """
    if (kind, uid) == (paper._meta.label_lower, paper.uid):
        raise Refusal("papers.about_own", field="about")
    check_about(actor, (kind, uid))
    known = kind_of(kind)
    tie(actor, ABOUT, paper, Subject(kind, uid, known.title(uid) if known else ""))
