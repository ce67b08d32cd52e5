"""The procedure of a contact: logged, added to, followed up."""

from __future__ import annotations

from lvzhi.contacts import actions, forms, notices, rules
from lvzhi.contacts.models import Contact
from lvzhi.contacts.norms import FOLLOW
from lvzhi.contacts.queries.addresses import contact_address
from lvzhi.contacts.vocabulary import sentences, states
from lvzhi.contacts.vocabulary.states import ContactState
from lvzhi.workflow import registry
from lvzhi.workflow.declare import Clock, Step, Workflow

OPEN = frozenset({ContactState.OPEN})
CONTACT = Workflow(
    key="contacts.contact",
    entry=forms.LogForm,
    name="联系",
    model=Contact,
    states=ContactState,
    initial=ContactState.NOTED,
    visible=rules.contact_visible,
    holders=states.HOLDERS,
    address=contact_address,
    related=("pair",),
    heavy=("problem", "result"),
    final=frozenset({ContactState.NOTED, ContactState.DONE}),
    clocks=(
        Clock(
            key="follow",
            name="跟进",
            states=OPEN,
            norm=FOLLOW,
            start=lambda contact: contact.met_on,
            until=lambda contact: contact.follow_on,
            rule="R6.18",
        ),
    ),
    steps=(
        Step(
            key="add",
            name="补充情况",
            frm=frozenset({ContactState.NOTED, ContactState.OPEN}),
            to=(ContactState.NOTED, ContactState.OPEN),
            may=rules.contact_logged,
            asks=forms.MoreForm,
            check=(actions.check_more,),
            does=(actions.add,),
            tells=(notices.tell_office,),
            todo=False,
            rule="R6.18",
        ),
        Step(
            key="follow",
            name="跟进完成",
            frm=OPEN,
            to=(ContactState.DONE,),
            may=rules.contact_own,
            asks=forms.FollowForm,
            check=(actions.check_followed,),
            does=(actions.follow,),
            tone="main",
            rule="R6.18",
        ),
        Step(
            key="follow_for",
            name="代为登记跟进完成",
            frm=OPEN,
            to=(ContactState.DONE,),
            may=rules.contact_kept,
            asks=forms.FollowForm,
            check=(actions.check_followed,),
            does=(actions.follow,),
            todo=False,
            rule="R6.18",
        ),
    ),
)


def register() -> None:
    """Register the procedure with its journal sentences."""
    registry.register(CONTACT, {**sentences.STEPS, "follow_for": sentences.STEPS["follow"]})
