"""Citizens' small suggestions: what waits, what everybody may read, one's own by its ticket."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from lvzhi.access import Actor, Missing
from lvzhi.committee.models import Committee
from lvzhi.opinions import rules
from lvzhi.opinions.models import Suggestion
from lvzhi.opinions.queries.reading import Rows
from lvzhi.opinions.vocabulary.states import SuggestionState


def offered_today(committee: Committee, day: dt.date, mark: str = "") -> int:
    """How many came in on a day, from one place where it is named; mis-entries count too."""
    rows = Suggestion.objects.filter(committee=committee, offered_on=day)
    return (rows.filter(mark=mark) if mark else rows).count()


def suggestions(actor: Actor, committee: Committee) -> Rows:
    """Suggestions of a committee that the actor may read."""
    rows = Suggestion.objects.filter(rules.visible_suggestion.rows(actor), committee=committee)
    return rows.select_related("committee", "concern")


def suggestion(actor: Actor, uid: UUID) -> Suggestion:
    """The suggestion of that uid, if the actor may see it.

    Raises:
        Missing: none such, or not visible.
    """
    rows = Suggestion.objects.filter(rules.visible_suggestion.rows(actor), uid=uid)
    found = rows.select_related("committee", "concern").first()
    if found is None:
        raise Missing("opinions.unknown")
    return found


def shown(committee: Committee) -> Any:
    """What everybody may read, newest first: text, day and reply, without name, place or phone."""
    rows = Suggestion.objects.live().filter(committee=committee, state=SuggestionState.SHOWN)
    return rows.only("id", "uid", "text", "offered_on", "reply", "answered_on").order_by("-id")


def by_ticket(committee: Committee, ticket: str) -> Suggestion | None:
    """One's own, by the code that was given."""
    bare = ticket.strip().upper()
    return Suggestion.objects.live().filter(committee=committee, ticket=bare).first() if bare else None


def committee_coded(code: str) -> Committee:
    """The committee of that code.

    Raises:
        Missing: none such.
    """
    found = Committee.objects.filter(code=code).first()
    if found is None:
        raise Missing("opinions.unknown")
    return found


def any_offered(committee: Committee) -> bool:
    """Whether a committee has ever had one: its list stays open after the public page is closed."""
    return Suggestion.objects.filter(committee=committee).exists()
