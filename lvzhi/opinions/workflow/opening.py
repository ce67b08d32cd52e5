"""How an item is begun: by its page and by the API alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, NotAllowed
from lvzhi.committee.models import Committee
from lvzhi.opinions import rules
from lvzhi.opinions.actions import writing
from lvzhi.opinions.forms.entry import ConcernForm
from lvzhi.opinions.models import Concern
from lvzhi.workflow.declare import Opening


def check_may(actor: Actor, place: Committee) -> None:
    """Refuse whoever may hand nothing in there."""
    if not rules.sends(actor, place.pk):
        raise NotAllowed("opinions.not_sender", committee=place.name)


def _form(actor: Actor, place: Committee, data: Any = None) -> ConcernForm:
    return ConcernForm(data, committee=place, actor=actor, staff=rules.edits(actor, place.pk))


def _begin(actor: Actor, place: Committee, data: Mapping[str, Any], once: str | None) -> Concern:
    return writing.begin(actor, place, data, once=once)


OPENING = Opening(may=check_may, form=_form, make=_begin)
