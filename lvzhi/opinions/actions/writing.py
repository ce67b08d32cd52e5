"""An item: begun, changed by its author, handed in; characters are counted from the text (R2.1, R2.3, R2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee, Organ
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.journal.lines import Subject, line
from lvzhi.links.actions import tie
from lvzhi.norms import codes
from lvzhi.opinions import norms, queries, rules
from lvzhi.opinions.actions.authors import Outsider, outsiders, put
from lvzhi.opinions.models import Concern
from lvzhi.opinions.vocabulary.codes import CATEGORIES
from lvzhi.opinions.vocabulary.sentences import WHATS
from lvzhi.opinions.vocabulary.states import EDITABLE, Source
from lvzhi.opinions.vocabulary.words import FROM
from lvzhi.people.queries import person_of_account
from lvzhi.ui import formats
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

__all__ = ["begin", "begun", "check_complete", "check_free", "count", "submit", "write"]
TEXTS = ("situation", "analysis", "suggestion")
WORDS = ("title", *TEXTS, "category", "publish_ground")
FLAGS = ("urgent", "publish", "hidden")
NEEDED = ("title", "category", "situation")
PARTIES = frozenset({OrganKind.PARTY, OrganKind.FEDERATION})
CHOSEN = frozenset({Source.MEMBER, Source.PARTY, Source.ORGAN, Source.REPORTER, Source.STAFF})
"""Sources that staff may name; the others arise by themselves."""
OF_ORGANS = frozenset({Source.PARTY, Source.ORGAN})


def count(concern: Concern) -> int:
    """The characters of situation, analysis and suggestion together; line breaks do not count (R2.3)."""
    return sum(formats.signs(getattr(concern, name)) for name in TEXTS)


def begin(
    actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None,
    origin: Mapping[str, Any] | None = None, about: Subject | None = None,
) -> Concern:  # fmt: skip
    """Begin an item: a member or a reporter his own, who speaks for an organ also the organ's, staff for anybody.

    Args:
        data: ``title, category, situation``; any of ``analysis, suggestion, urgent, publish, publish_ground, hidden,
            follows``; ``organ`` in whose name; ``people`` (members or persons) and ``outsiders`` (one a line) who
            report too; from staff also ``source``, and ``people`` are all its authors then.
        once: key of the request, so that a second sending finds what the first one began.
        origin: further fields of an item that no author writes here.
        about: the record of another room from whose text it was begun (R2.4).

    Raises:
        NotAllowed: the actor may not report there.
        Refusal: something is missing, or does not belong together; the field is named.
    """
    if not rules.sends(actor, committee.pk):
        raise NotAllowed("opinions.not_sender", committee=committee.name)
    made = Concern(
        committee=committee, entered_by=actor.name, account_id=actor.account_id, created_at=actor.at,
        by_staff=rules.edits(actor, committee.pk) and bool(data.get("source") or origin), **(origin or {}),
    )  # fmt: skip
    persons, others = _whose(made, actor, data)
    _keep(made, actor, data)

    def belongings(row: Concern) -> None:
        put(row, persons, others, actor.at)
        if about is not None:
            tie(actor, FROM, row, about)

    return engine.begin(made, actor, once=once, does=belongings)


def begun(actor: Actor, once: str | None) -> Concern | None:
    """The item that this request began already, or None."""
    return engine.begun(Concern, actor, once)


def write(concern: Concern, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Concern:
    """Change it while it lies with its author.

    Raises:
        NotAllowed: neither its author, nor staff that entered it.
        Conflict: someone else has changed it since ``version``.
        Refusal: it has been handed in, or what was given is not in order.
    """
    with transaction.atomic():
        rows = Concern.objects.select_for_update(of=("self",)).select_related("committee", "organ", "account")
        locked: Concern = rows.get(pk=concern.pk)
        rules.hands_in.check(actor, locked)
        if locked.state not in EDITABLE or locked.voided_at is not None:
            raise Refusal("opinions.not_editable", title=locked.title, state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("opinions.changed", title=locked.title)
        with line(actor, "opinions.written", subject=locked):
            if "outsiders" in data or "people" in data:
                persons, others = _whose(locked, actor, data)
                put(locked, persons, others, actor.at)
            _keep(locked, actor, data)
            locked.version += 1
            locked.save()
    return locked


def _whose(concern: Concern, actor: Actor, data: Mapping[str, Any]) -> tuple[list[Any], list[Outsider]]:
    """Set source and organ; give the persons and outsiders who report."""
    persons = [getattr(one, "person", one) for one in data.get("people") or ()]
    others = outsiders(str(data.get("outsiders") or ""))
    organ = _organ(data.get("organ"), concern.committee)
    if concern.by_staff:
        _of_staff(concern, data, organ, bool(persons or others))
        return persons, others
    known = [row for row in queries.authors_of(concern) if row.merged_from_id is None] if concern.pk else []
    own = known[0] if known and not concern.organ_id else None
    concern.organ = organ
    if organ is not None:
        _speaks(concern, actor, organ)
        return persons, others
    concern.source = own_source(actor, concern.committee) if own is None else Source(concern.source)
    person = own.person if own is not None else person_of_account(actor.account_id)
    if person is not None:
        return [person, *persons], others
    return persons, [Outsider(own.name if own is not None else actor.name), *others]


def own_source(actor: Actor, committee: Committee) -> Source:
    """As what the actor reports in his own name."""
    held = (("member", Source.MEMBER), ("reporter", Source.REPORTER))
    return next((source for role, source in held if actor.has(role, committee=committee.pk)), Source.STAFF)


def _speaks(concern: Concern, actor: Actor, organ: Organ) -> None:
    if organ.pk not in rules.spoken_for(actor):
        raise Refusal("opinions.organ_not_yours", field="organ", organ=organ.name)
    concern.source = Source.PARTY if organ.kind in PARTIES else Source.ORGAN


def _of_staff(concern: Concern, data: Mapping[str, Any], organ: Organ | None, named: bool) -> None:
    source = Source(data.get("source") or concern.source)
    if source not in CHOSEN and source != concern.source:
        raise Refusal("opinions.source_needless", field="source", source=source.label)
    if source in OF_ORGANS and organ is None:
        raise Refusal("opinions.organ_missing", field="organ", source=source.label)
    if source not in OF_ORGANS and not named:
        raise Refusal("opinions.no_author", field="people")
    concern.source = source
    concern.organ = organ if source in OF_ORGANS else None


def _organ(organ: Organ | None, committee: Committee) -> Organ | None:
    if organ is not None and organ.committee_id != committee.pk:
        raise Refusal("opinions.organ_elsewhere", field="organ", organ=organ.name, committee=committee.name)
    return organ


def _keep(concern: Concern, actor: Actor, data: Mapping[str, Any]) -> None:
    """Set the fields that were given, and count the text."""
    for name in WORDS:
        if name in data:
            setattr(concern, name, str(data[name] or "").replace("\r\n", "\n").strip())
    for name in FLAGS:
        if name in data:
            setattr(concern, name, bool(data[name]))
    for name in NEEDED:
        if not getattr(concern, name):
            raise Refusal("opinions.blank", field=name, what=WHATS[name])
    _check_title(concern)
    _check_category(concern, clock.as_day(actor.at))
    if concern.publish:
        concern.publish_ground = ""
    if "follows" in data:
        concern.follows = _followed(concern, actor, data["follows"])
    concern.chars = count(concern)


def _check_title(concern: Concern) -> None:
    limit, signs = norms.number(norms.TITLE_LENGTH, concern.committee_id), formats.signs(concern.title)
    if signs > limit:
        raise Refusal("opinions.title_long", field="title", count=signs, limit=limit)


def _check_category(concern: Concern, day: dt.date) -> None:
    if concern.category not in dict(codes.choices(CATEGORIES, concern.committee_id, day)):
        raise Refusal("opinions.category_unknown", field="category", given=concern.category)


def _followed(concern: Concern, actor: Actor, before: Concern | None) -> Concern | None:
    """What it follows up: an earlier one of the same author; staff may name any of the committee (R2.1).

    Raises:
        Refusal: it is another's, or elsewhere.
    """
    if before is None:
        return None
    if before.committee_id != concern.committee_id or before.pk == concern.pk:
        raise Refusal("opinions.follows_unknown", field="follows")
    own = rules.writer | rules.author | rules.for_organ
    if not own(actor, before) and not rules.edits(actor, concern.committee_id):
        raise Refusal("opinions.follows_foreign", field="follows", title=before.title)
    return before


def check_complete(taking: Taking) -> None:
    """What is handed in is complete and not too long."""
    concern: Concern = taking.record
    limit, signs = norms.number(norms.TEXT_LENGTH, concern.committee_id), count(concern)
    if signs > limit:
        raise Refusal("opinions.text_long", field="situation", count=signs, limit=limit)
    if not concern.suggestion and norms.switch(norms.SUGGESTION_REQUIRED, concern.committee_id):
        raise Refusal("opinions.suggestion_missing", field="suggestion", committee=concern.committee.name)
    if not concern.publish and not concern.publish_ground:
        raise Refusal("opinions.publish_ground", field="publish_ground")


def submit(taking: Taking) -> None:
    """Effect of 提交: the first day stays the day it was handed in; what was wanted when it came back is met."""
    concern: Concern = taking.record
    concern.submitted_on = concern.submitted_on or clock.as_day(taking.at)
    concern.ground = ""
    concern.chars = count(concern)
    taking.facts["count"] = concern.chars


def check_free(taking: Taking) -> None:
    """An item that others were merged into is not taken back by its author."""
    if Concern.objects.live().filter(merged_into=taking.record).exists():
        raise Refusal("opinions.main_of_others", title=taking.record.title)
