"""Beginning a rule, writing its text, changing how it is registered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line, together
from lvzhi.norms import codes
from lvzhi.regulations import queries, rules
from lvzhi.regulations.models import TEXT_MOST, Regulation, Version
from lvzhi.regulations.vocabulary.codes import KINDS, LEVELS
from lvzhi.regulations.vocabulary.states import VersionState
from lvzhi.workflow import engine

WRITABLE = frozenset({VersionState.DRAFTING, VersionState.ASKING})


def begin_rule(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Version:
    """Begin a rule with the first draft of its text.

    Args:
        data: ``title, kind, level, text``; any of ``organ, note``.
        once: key of the request; the same again gives the same draft.

    Raises:
        NotAllowed: the actor drafts no rules there.
        Refusal: no title or text, a title that another rule has, an organ of another committee.
    """
    known = engine.begun(Version, actor, once)
    if known is not None:
        return known
    if not rules.may_write(actor, committee.pk):
        raise NotAllowed("regulations.not_author", committee=committee.name)
    with together():
        regulation = new_rule(actor, committee, data)
        version = new_version(actor, regulation, data, 1)
        engine.begin(regulation, actor)
        version.regulation = regulation
        return engine.begin(version, actor, once=once, number=1)


def new_rule(actor: Actor, committee: Committee, data: Mapping[str, Any]) -> Regulation:
    """A rule as registered, unsaved. Raises as `begin_rule`."""
    regulation = Regulation(committee=committee, account_id=actor.account_id, created_at=actor.at)
    _describe(regulation, actor, data)
    return regulation


def new_version(actor: Actor, regulation: Regulation, data: Mapping[str, Any], number: int) -> Version:
    """A version of it, unsaved. Raises as `begin_rule`."""
    version = Version(
        regulation=regulation, committee_id=regulation.committee_id, number=number, title=regulation.title,
        account_id=actor.account_id, drafter=actor.name, begun_on=clock.as_day(actor.at), created_at=actor.at,
    )  # fmt: skip
    _fill(version, data)
    return version


def _describe(regulation: Regulation, actor: Actor, data: Mapping[str, Any]) -> None:
    day, committee = clock.as_day(actor.at), regulation.committee
    if "title" in data:
        regulation.title = str(data["title"]).strip().strip("《》")
    if "kind" in data:
        regulation.kind = codes.code(KINDS, committee, data["kind"], day).code
    if "level" in data:
        regulation.level = codes.code(LEVELS, committee, data["level"], day).code
    if "organ" in data:
        regulation.organ = data["organ"]
    organ = regulation.organ
    if organ is not None and organ.committee_id != regulation.committee_id:
        raise Refusal("regulations.organ_elsewhere", field="organ", organ=organ.name, committee=committee.name)
    if not regulation.title:
        raise Refusal("regulations.title_missing", field="title")
    other = queries.title_taken(committee, regulation.title, regulation.pk)
    if other is not None:
        raise Refusal("regulations.same_title", field="title", title=other.title)


def _fill(version: Version, data: Mapping[str, Any]) -> None:
    if "title" in data:
        version.title = str(data["title"]).strip().strip("《》")
    if "note" in data:
        version.note = str(data["note"]).strip()
    if "text" in data:
        version.text = str(data["text"]).replace("\r\n", "\n").strip()
    if not version.title:
        raise Refusal("regulations.title_missing", field="title")
    if not version.text:
        raise Refusal("regulations.text_missing", field="text")
    if len(version.text) > TEXT_MOST:
        raise Refusal("regulations.text_long", field="text", count=len(version.text), most=TEXT_MOST)


def write(version: Version, actor: Actor, data: Mapping[str, Any], *, seen: int | None = None) -> Version:
    """Change the text while it is drafted or opinions on it are asked.

    Args:
        data: ``text``, ``note``, ``title``: the name under which this version will be issued.
        seen: the version of the row when the page was opened.

    Raises:
        NotAllowed: neither its author nor the office.
        Conflict: changed by somebody else meanwhile.
        Refusal: checked already, or as `begin_rule`.
    """
    with transaction.atomic():
        locked: Version = Version.objects.select_for_update(of=("self",)).get(pk=version.pk)
        rules.version_author.check(actor, locked)
        if locked.voided_at is not None or locked.state not in WRITABLE:
            raise Refusal("regulations.not_editable", state=locked.get_state_display())
        if seen is not None and locked.version != seen:
            raise Conflict("workflow.changed", title=locked.title_for_people, **engine.last_hand(locked))
        with line(actor, "regulations.written", subject=locked):
            _fill(locked, data)
            locked.version += 1
            locked.save()
    return locked


def describe(
    regulation: Regulation, actor: Actor, data: Mapping[str, Any], *, seen: int | None = None
) -> Regulation:  # fmt: skip
    """Change kind, level, organ. Raises as `write`."""
    with transaction.atomic():
        locked: Regulation = Regulation.objects.select_for_update(of=("self",)).get(pk=regulation.pk)
        rules.author.check(actor, locked)
        if seen is not None and locked.version != seen:
            raise Conflict("workflow.changed", title=locked.title_for_people, **engine.last_hand(locked))
        with line(actor, "regulations.described", subject=locked):
            _describe(locked, actor, {name: data[name] for name in ("kind", "level", "organ") if name in data})
            locked.version += 1
            locked.save()
    return locked
