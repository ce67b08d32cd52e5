"""What examination adds to a proposal's page: merging, first opinion, withdrawal, letters, wording."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from lvzhi.access import Actor
from lvzhi.proposals import letters, queries, rules
from lvzhi.proposals.actions import amending, merging, withdrawing
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import State
from lvzhi.proposals.vocabulary.entry import FirstOpinion, LetterKind
from lvzhi.proposals.vocabulary.publishing import PUBLIC_TONES, PublicState
from lvzhi.ui.marks import Tag


def entry_parts(actor: Actor, proposal: Proposal) -> dict[str, Any]:
    """The parts that a reader of this page may see; each is asked for only where the proposal has come so far."""
    clerk = rules.clerk(actor, proposal)
    examined = proposal.state == State.SECOND_READING and clerk
    leads = bool(getattr(proposal, "leads_group", False))
    return {
        "opinion": str(FirstOpinion(proposal.first_reading).label) if examined and proposal.first_reading else "",
        "lead": proposal.merged_into if proposal.merged_into_id else None,
        "merged": list(merging.members(proposal).only("uid", "number", "serial")) if leads else (),
        "silent": withdrawing.silent(proposal) if proposal.state == State.WITHDRAWING else (),
        "letters": _letters(proposal) if clerk else (),
        "may_amend": clerk and proposal.state in amending.AMENDABLE and proposal.voided_at is None,
        "amended": bool(getattr(proposal, "reworded", False)),
        "public": _public(actor, proposal),
        "may_archive": rules.archives(actor, proposal) and proposal.state != State.OFFLINE,
    }


def _public(actor: Actor, proposal: Proposal) -> dict[str, Any] | None:
    """The latest decision on publication, for those who may read it."""
    uid, state = getattr(proposal, "public_uid", None), getattr(proposal, "public_state", "")
    if uid is None:
        return None
    inside = proposal.committee_id in rules.reads_all(actor) or rules.proposer(actor, proposal)
    if not inside and state != PublicState.PUBLISHED:
        return None
    tag = Tag(str(PublicState(state).label), PUBLIC_TONES[PublicState(state)])  # type: ignore[arg-type]  # reason: the table holds tones
    return {"url": reverse("proposals:publication", args=[uid]), "tag": tag}


def _letters(proposal: Proposal) -> list[dict[str, str]]:
    found = []
    for kind in letters.offered(proposal):
        rows = queries.beside(proposal, "assignments") if kind == LetterKind.ASSIGNED else [None]
        for row in rows:
            if row is None or row.state not in {"replaced", "stopped"}:
                to, about = (str(row.uid), row.unit.name) if row is not None else ("", "")
                found.append({"kind": str(kind.value), "label": str(kind.label), "to": to, "about": about})
    return found
