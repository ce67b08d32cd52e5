"""A proposal's text taken up elsewhere: only where it was not filed and its proposer agreed; near texts beside it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from lvzhi.links import alike
from lvzhi.links.alike import Alike, Found, Text
from lvzhi.links.kinds import kind_of
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import Town
from lvzhi.proposals.ties import KIND


def said(proposal: Proposal) -> Any:
    known = kind_of(KIND)
    assert known is not None
    assert known.said is not None
    assert known.tells is not None
    found = known.said(proposal.uid)
    assert (found is not None) == known.tells(Proposal.objects.get(pk=proposal.pk))
    return found


def refused(town: Town, proposal: Proposal) -> Proposal:
    done: Proposal = town.take(
        proposal, "refuse", town.ding, grounds=["empty"], route="opinion", explanation="请作为信息反映。"
    )
    return done


def test_the_text_of_a_proposal_not_filed_may_be_taken_up(town: Town) -> None:
    proposal = refused(town, town.take(town.cosigned(), "submit", town.jia))
    found = said(proposal)
    assert (found.title, found.situation) == (proposal.title, proposal.background)
    assert found.wish.splitlines() == [row.text for row in proposal.recommendations.order_by("number")]
    assert found.persons == tuple(town.members[one.pk].person_id for one in (town.jia, town.yi))


def test_one_filed_or_whose_proposer_did_not_agree_is_not(town: Town) -> None:
    assert said(town.filed()) is None
    assert said(refused(town, town.submitted(title="另一件", may_convert=False))) is None


def test_proposals_near_to_a_text_of_another_room(town: Town) -> None:
    proposal = town.filed()
    wish = "\n".join(row.text for row in proposal.recommendations.all())
    found = alike.near(town.actor(town.ding), proposal.committee, Text(proposal.title, wish=wish))
    near = next(one for one in found.shown if proposal.title in one.title)
    assert near.percent == 100
    assert near.url == reverse("proposals:detail", args=[proposal.uid])


def test_the_page_names_near_texts_of_other_rooms(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def finder(actor: Any, committee: Any, text: Text, but: Any) -> Found:
        return Found((Alike("社情民意信息", text.situation, "/opinions/1/", 80),), 1)

    monkeypatch.setitem(alike._FINDERS, "tests.other", finder)
    given = {"title": "关于早市路灯的提案", "background": "早市路灯不亮", "recommendations": "检修路灯。"}
    page = town.login(town.jia).post(reverse("proposals:near_text"), given).content.decode()
    assert "早市路灯不亮" in page
    assert "另有1篇相近的" in page
