"""Staff change the wording; what stood before is kept, and the difference can be shown (R1.30)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, Refusal
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.proposals.actions.writing import keep_parts, keep_text
from lvzhi.proposals.models import Proposal, Recommendation, Wording
from lvzhi.proposals.rules import clerk
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.entry import PARTS

AMENDABLE = frozenset({State.SUBMITTED, State.SECOND_READING, State.FILED})


def texts_of(proposal: Proposal) -> dict[str, str]:
    """The parts of the text as they stand."""
    rows = Recommendation.objects.live().filter(proposal=proposal).order_by("number")
    return {
        "title": proposal.title,
        "background": proposal.background,
        "analysis": proposal.analysis,
        "recommendations": "\n".join(row.text for row in rows),
        "survey": proposal.survey,
    }


def amend(
    proposal: Proposal, actor: Actor, data: Mapping[str, Any], ground: str, *, version: int | None = None
) -> Proposal:
    """Change the wording of a proposal under examination, keeping what stood before.

    Args:
        data: parts as `write` takes them; consents and wishes of the proposer are not touched.
        version: as shown when the page was opened.

    Raises:
        NotAllowed: not the clerk.
        Conflict: the text changed meanwhile.
        Refusal: handed over already, or nothing changed.
    """
    with transaction.atomic():
        locked: Proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        clerk.check(actor, locked)
        if locked.state not in AMENDABLE or locked.voided_at is not None:
            raise Refusal("proposals.not_amendable", state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("proposals.text_changed", title=locked.title)
        before = texts_of(locked)
        with line(actor, "proposals.amended", subject=locked, committee=locked.committee_id):
            keep_text(locked, {name: data[name] for name in PARTS if name in data and name != "recommendations"})
            locked.version += 1
            locked.save()
            keep_parts(locked, actor, {"recommendations": data["recommendations"]} if "recommendations" in data else {})
            if texts_of(locked) == before:
                raise Refusal("proposals.amend_same")
            Wording(
                proposal=locked,
                committee_id=locked.committee_id,
                ground=ground,
                changed_on=clock.as_day(actor.at),
                changed_by=actor.name,
                created_at=actor.at,
                **before,
            ).save()
    return locked


def wordings(proposal: Proposal) -> list[Wording]:
    """What stood before each change by staff; the first is the proposer's own."""
    return list(Wording.objects.live().filter(proposal=proposal).order_by("id"))
