"""No code without its words, no figure without its columns; each check is also shown to fail."""

from __future__ import annotations

import pytest
from django.apps import apps

from lvzhi.access import sentences
from lvzhi.journal import events
from lvzhi.messages import codes as messages
from lvzhi.norms.declare import norms
from tests.architecture import codes, figures
from tests.architecture.house import here, sample

ACTIONS = "lvzhi/proposals/actions.py"


def test_every_refusal_has_its_sentence() -> None:
    assert codes.unknown_refusals(here(), sentences.registered()) == []


def test_every_event_has_its_sentence() -> None:
    assert codes.unknown_events(here(), events.registered()) == []


def test_every_message_has_its_sentence() -> None:
    assert codes.unknown_messages(here(), messages.registered()) == []


def test_every_norm_is_declared() -> None:
    assert codes.unknown_norms(here(), frozenset(norm.key for norm in norms())) == []


@pytest.mark.django_db
def test_every_figure_has_its_columns() -> None:
    assert figures.column_faults() == []


def test_a_path_is_followed() -> None:
    proposal = apps.get_model("proposals.Proposal")
    assert figures.leads_somewhere(proposal, "member__person__name")
    assert not figures.leads_somewhere(proposal, "member__person__shoe_size")
    assert not figures.leads_somewhere(proposal, "title__person")


@pytest.mark.parametrize(
    "text",
    [
        'raise Refusal("proposals.unheard_of")\n',
        'raise Conflict("proposals.too_long", field="title", limit=3)\n',
    ],
)
def test_refusals_can_fail(text: str) -> None:
    known = {"proposals.too_long": "《{field}》超过{limit}字，{title}。"}
    assert len(codes.unknown_refusals(sample({ACTIONS: text}), known)) == 1


def test_facts_that_are_given_do_not_fail() -> None:
    text = 'raise Refusal("p.long", field="x", limit=3)\nraise Refusal("p.long", **facts)\nraise Refusal(code)\n'
    assert codes.unknown_refusals(sample({ACTIONS: text}), {"p.long": "超过{limit}字。"}) == []


def test_others_can_fail() -> None:
    house = sample(
        {ACTIONS: 'line(actor, "a.b")\nsend(who, "a.c", subject=x)\nvalue("a.d", committee)\nClock(norm="a.e")\n'}
    )
    assert len(codes.unknown_events(house, {})) == 1
    assert len(codes.unknown_messages(house, {})) == 1
    assert len(codes.unknown_messages(house, {"a.c": "{subject}来了"})) == 1
    assert len(codes.unknown_norms(house, frozenset())) == 2
