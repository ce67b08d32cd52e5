"""How a proposal is begun: by its page and by the API alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.access import Actor, NotAllowed
from lvzhi.committee.models import Committee
from lvzhi.proposals import actions, queries, rules
from lvzhi.proposals.forms import DraftForm
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import ORGAN_TYPES
from lvzhi.workflow.declare import Opening


def check_may(actor: Actor, place: Committee) -> None:
    """Refuse whoever neither sits in the committee nor heads one of its organs."""
    if not rules.may_draft(actor, place.pk):
        raise NotAllowed("proposals.not_member", committee=place.name)


def draft_form(actor: Actor, place: Committee, data: Any = None, **more: Any) -> DraftForm:
    """The form of the first writing."""
    return DraftForm(data, actor=actor, committee=place, organs=queries.headed(actor, place), **more)


def begin(actor: Actor, place: Committee, data: Mapping[str, Any], once: str | None) -> Proposal:
    """A draft in one's own name, or in that of the organ chosen in the form."""
    organ = next((one for one in queries.headed(actor, place) if str(one.pk) == data.get("behalf")), None)
    kind = ORGAN_TYPES.get(organ.kind, "group") if organ else "member"
    return actions.begin_draft(actor, place, data, proposer_type=kind, organ=organ, once=once)


OPENING = Opening(may=check_may, form=draft_form, make=begin)
