"""Who is told: everybody who took part, spoke, or gave advice (R3.6, R3.11)."""

from __future__ import annotations

from django.urls import reverse

from lvzhi.consultations import queries
from lvzhi.consultations.models import FollowUp
from lvzhi.messages.actions import send
from lvzhi.workflow.declare import Taking

SHORT = 60


def address(follow: FollowUp) -> str:
    """The page of the consultation's whole way."""
    return reverse("consultations:way", args=[follow.activity.uid])


def _send(taking: Taking, code: str, **facts: object) -> None:
    follow: FollowUp = taking.record
    send(
        queries.accounts_of(follow.activity),
        code,
        subject=(follow._meta.label_lower, follow.uid, address(follow)),
        committee=follow.committee_id,
        title=follow.activity.title,
        **facts,
    )


def tell_fed(taking: Taking) -> None:
    """The feedback's first words, with the page that has the rest."""
    _send(taking, queries.FED, text=taking.record.feedback[:SHORT])


def tell_looked(taking: Taking) -> None:
    """What the look-back found."""
    _send(taking, "consultations.looked", result=taking.facts["result"])
