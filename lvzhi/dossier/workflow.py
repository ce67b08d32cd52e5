"""The procedure of a correction: asked by the person, confirmed by the office field by field (R6.4a)."""

from __future__ import annotations

from django.db import transaction

from lvzhi.access import Actor
from lvzhi.committee.models import Committee
from lvzhi.dossier import actions, forms, notices, rules
from lvzhi.dossier.models import Amendment
from lvzhi.dossier.vocabulary import amending as words
from lvzhi.dossier.vocabulary.amending import AmendState
from lvzhi.people.models import Person
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

ASKED = frozenset({AmendState.ASKED})
AMENDMENT = Workflow(
    key="dossier.amendment",
    entry=forms.AmendForm,
    name="更正申请",
    model=Amendment,
    states=AmendState,
    initial=AmendState.ASKED,
    visible=rules.visible_amendment,
    holders=words.HOLDERS,
    address=notices.address,
    final=frozenset({AmendState.ACCEPTED, AmendState.REFUSED, AmendState.WITHDRAWN}),
    related=("person",),
    clocks=(Clock(key="decide", name="核对", states=ASKED, norm="dossier.amend_decide", rule="R6.4a"),),
    steps=(
        Step(key="accept", name="核对无误，更正", frm=ASKED, to=(AmendState.ACCEPTED,), may=rules.decides,
             check=(actions.check_still,), does=(actions.tell_sentence, actions.decide, actions.carry_out),
             tells=(notices.tell_done,), tone="main", rule="R6.4a",
             help="通过后，系统按申请改写这一项，并另记一条修改日志。"),
        Step(key="refuse", name="不予更正", frm=ASKED, to=(AmendState.REFUSED,), may=rules.decides,
             asks=forms.RefuseForm, does=(actions.tell_sentence, actions.decide), tells=(notices.tell_refused,),
             tone="danger", rule="R6.4a"),
        Step(key="withdraw", name="撤回申请", frm=ASKED, to=(AmendState.WITHDRAWN,), may=rules.owner,
             does=(actions.tell_sentence,), tells=(notices.settle_office,), todo=False, rule="R6.4a"),
    ),
)  # fmt: skip


def ask(
    actor: Actor, person: Person, committee: Committee, field: str, wanted: str, *, ground: str = "",
    once: str | None = None,
) -> Amendment:  # fmt: skip
    """Ask for a correction and tell the office; arguments and refusals as of `actions.ask`."""
    with transaction.atomic():
        asked = actions.ask(actor, person, committee, field, wanted, ground=ground, once=once)
        notices.tell_office(asked)
    return asked


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(AMENDMENT, words.SENTENCES)
