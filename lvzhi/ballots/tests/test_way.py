"""The way of a ballot, and what is refused on it."""

from __future__ import annotations

from typing import Any

import pytest

from lvzhi.access import Conflict, NotAllowed, Refusal
from lvzhi.accounts import actions as accounts
from lvzhi.accounts.actors import actor_for
from lvzhi.ballots import actions, queries, sealing
from lvzhi.ballots.models import Ballot, Slip, Urn
from lvzhi.ballots.tests.booth import BAD, GOOD, TODAY, UNKNOWN, Booth
from lvzhi.messages.models import Message
from lvzhi.norms.actions.values import set_value
from lvzhi.workflow import engine
from lvzhi.workflow.todo import todo


def sums(ballot: Ballot, group: str | None = None) -> list[list[int]]:
    """By aspect: slips of each grade, then those without a choice."""
    return [
        [*(count for _, count in row.votes), row.blank] for row in queries.result(ballot, queries.lines(ballot), group)
    ]


def norm(booth: Booth, key: str, value: Any) -> None:
    set_value(booth.actor(booth.bai), booth.here, key, value, starts=TODAY, ground="测试")


def refused(code: str, do: Any, *given: Any, **more: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        do(*given, **more)
    parts = getattr(caught.value, "parts", (caught.value,))
    assert code in [part.code for part in parts]
    return caught.value


def test_a_ballot_from_list_to_announced_result(booth: Booth, django_capture_on_commit_callbacks: Any) -> None:
    ballot = booth.opened()
    assert [one.address for one in todo(booth.actor(booth.voters[0]))] == [f"/ballots/{ballot.uid}/vote/"]
    for number in range(4):
        booth.cast(ballot, number, GOOD, BAD)
    booth.cast(ballot, 4, UNKNOWN, 0)
    assert todo(booth.actor(booth.voters[0])) == []
    assert str(ballot.uid) in sealing.urns()
    with django_capture_on_commit_callbacks(execute=True):
        done = booth.count(ballot, present=7)
    assert (done.state, done.outcome, done.online, done.valid) == ("counted", "valid", 5, 5)
    assert done.counted_by == "唐监、宋监"
    assert sums(done) == [[4, 0, 1, 0], [0, 4, 0, 1]]
    assert not Urn.objects.exists()
    assert str(ballot.uid) not in sealing.urns()
    assert booth.take(done, "announce", booth.bai).state == "announced"
    waiting = Message.objects.filter(account=booth.voters[7], done_at=None)
    assert [message.code for message in waiting] == ["ballots.announced"]


def test_nobody_votes_twice_or_for_another(booth: Booth) -> None:
    ballot = booth.opened()
    booth.cast(ballot, 0, GOOD, GOOD)
    with pytest.raises(Conflict):
        booth.cast(ballot, 0, BAD, BAD)
    with pytest.raises(NotAllowed):
        booth.take(booth.line(ballot, 1), "cast", booth.voters[0], c1_1="1")
    with pytest.raises(NotAllowed):
        booth.take(booth.line(ballot, 1), "cast", booth.bai, c1_1="1")
    lent = accounts.delegate(booth.actor(booth.voters[1]), booth.voters[1], booth.voters[2], ["member"], TODAY, TODAY)
    with pytest.raises(NotAllowed):
        engine.take(booth.line(ballot, 2), "cast", actor_for(booth.voters[2], behalf=lent), {"c1_1": "1"})
    assert queries.turnout(ballot).voted == 1


def test_opening_asks_for_codes_tellers_and_voters(booth: Booth) -> None:
    ballot = booth.draft(groups={"": booth.persons[:4]})
    refused("ballots.code_not_taken", booth.take, ballot, "open", booth.bai)
    for teller in (booth.tang, booth.song):
        actions.take_code(booth.actor(teller), ballot)
    refused("ballots.too_few_voters", booth.take, ballot, "open", booth.bai)
    actions.clear_voters(booth.actor(booth.bai), ballot)
    refused("ballots.no_voters", booth.take, ballot, "open", booth.bai)
    actions.add_voters(booth.actor(booth.bai), ballot, booth.persons)
    alone = booth.draft(tellers=(booth.tang,))
    refused("ballots.too_few_tellers", booth.take, alone, "open", booth.bai)
    crowded = booth.ready(entitled=3)
    refused("ballots.entitled_small", booth.take, crowded, "open", booth.bai)
    assert booth.take(ballot, "open", booth.bai).entitled == len(booth.voters)


def test_an_open_ballot_is_frozen(booth: Booth) -> None:
    ballot = booth.opened()
    actor = booth.actor(booth.bai)
    refused("ballots.not_draft", actions.edit, actor, ballot, booth.asked(title="改名"))
    refused("ballots.not_draft", actions.add_voters, actor, ballot, booth.persons)
    refused("ballots.not_draft", actions.clear_voters, actor, ballot)
    refused("ballots.not_draft", actions.take_code, booth.actor(booth.tang), ballot)


def test_what_a_ballot_may_ask(booth: Booth) -> None:
    actor = booth.actor(booth.bai)

    def begin(**changed: Any) -> None:
        actions.begin(actor, booth.here, booth.asked(**changed))

    refused("ballots.no_items", begin, items=(" ",))
    refused("ballots.double_line", begin, items=("甲局", "甲局"))
    refused("ballots.too_many_cells", begin, items=tuple(f"局{number}" for number in range(61)))
    refused("ballots.teller_keeps_server", begin, tellers=(booth.tang, booth.guan))
    with pytest.raises(NotAllowed):
        actions.begin(booth.actor(booth.ling), booth.here, booth.asked())
    seven = actions.begin(actor, booth.here, booth.asked(questions=()))
    assert seven.questions.count() == 7
    assert [grade.text for grade in seven.grades.all()] == ["满意", "不满意", "不了解"]


def test_editing_keeps_the_codes_of_those_who_stay(booth: Booth) -> None:
    ballot = booth.ready()
    kept = ballot.tellers.get(account=booth.tang).key
    actions.edit(booth.actor(booth.bai), ballot, booth.asked(tellers=(booth.tang, booth.shen), title="改名"))
    assert {teller.name: teller.key for teller in ballot.tellers.all()} == {"唐监": kept, "沈审": ""}


def test_a_mark_outside_the_slip_is_refused(booth: Booth) -> None:
    ballot = booth.opened()
    refused("workflow.form", booth.cast, ballot, 0, 9, GOOD)
    norm(booth, "ballots.blank_allowed", value=False)
    refused("workflow.form", booth.cast, ballot, 0, GOOD)
    assert queries.turnout(ballot).voted == 0


def test_counting_asks_for_two_codes_and_the_attendance(booth: Booth) -> None:
    ballot = booth.opened()
    for number in range(6):
        booth.cast(ballot, number, GOOD, GOOD)
    assert refused("ballots.code_wrong", booth.count, ballot, 6, second_code="ABCD-2345").field == "second_code"
    refused("ballots.code_twice", booth.count, ballot, 6, second_code=booth.codes["tang"].lower())
    assert "6人" in refused("ballots.above_attendance", booth.count, ballot, 5).sentence
    refused("ballots.present_large", booth.count, ballot, 9)
    assert Urn.objects.filter(ballot=ballot).exists()
    booth.hand(ballot, 6)
    refused("ballots.paper_missing", booth.count, ballot, 7)
    assert booth.count(booth.take(ballot, "paper_totals", booth.tang, back=0), 7).state == "counted"


def test_any_two_of_three_tellers_open(booth: Booth) -> None:
    ballot = booth.opened(tellers=(booth.tang, booth.song, booth.shen))
    for number in range(5):
        booth.cast(ballot, number, BAD, GOOD)
    done = booth.count(ballot, 8, first_code=booth.codes["shen"], second_code=booth.codes["song"])
    assert done.counted_by == "宋监、沈审"
    assert sums(done) == [[0, 5, 0, 0], [5, 0, 0, 0]]


def test_paper_and_online_together(booth: Booth) -> None:
    ballot = booth.opened()
    for number in range(5):
        booth.cast(ballot, number, GOOD, GOOD)
    booth.hand(ballot, 5)
    booth.hand(ballot, 6)
    with pytest.raises(Conflict):
        booth.hand(ballot, 0)
    with pytest.raises(Conflict):
        booth.cast(ballot, 5, GOOD, GOOD)
    booth.hand(ballot, 6, "take_back")
    booth.cast(ballot, 6, BAD, BAD)
    booth.hand(ballot, 7)
    refused("ballots.paper_sum", booth.take, ballot, "paper_totals", booth.tang, back=2, invalid=1, c1_1_1=2)
    refused("ballots.paper_invalid", booth.take, ballot, "paper_totals", booth.tang, back=2, invalid=3)
    noted = booth.take(ballot, "paper_totals", booth.song, back=2, invalid=1, c1_1_2=1)
    done = booth.count(noted, 8)
    assert (done.turnout, done.valid) == (8, 7)
    assert sums(done) == [[5, 2, 0, 0], [5, 1, 0, 1]]


def test_more_paper_than_issued_voids_or_is_counted_again(booth: Booth) -> None:
    ballot = booth.opened()
    booth.hand(ballot, 0)
    norm(booth, "ballots.excess_voids", value=False)
    refused("ballots.paper_excess", booth.take, ballot, "paper_totals", booth.tang, back=2)
    norm(booth, "ballots.excess_voids", value=True)
    done = booth.count(booth.take(ballot, "paper_totals", booth.tang, back=2), 8)
    assert (done.state, done.outcome) == ("void", "excess")
    assert not Slip.objects.exists()


@pytest.mark.parametrize(("entitled", "present", "outcome"), [(16, 8, "quorum"), (16, 9, "valid"), (8, 8, "valid")])
def test_more_than_half_must_be_there(booth: Booth, entitled: int, present: int, outcome: str) -> None:
    ballot = booth.opened(entitled=entitled)
    for number in range(8):
        booth.cast(ballot, number, GOOD, GOOD)
    assert booth.count(ballot, present).outcome == outcome


def test_too_few_slips_are_never_opened(booth: Booth) -> None:
    ballot = booth.opened()
    for number in range(4):
        booth.cast(ballot, number, GOOD, GOOD)
    done = booth.count(ballot, 8)
    assert (done.state, done.outcome) == ("void", "too_few")
    assert not Slip.objects.exists()


def test_an_urn_with_a_slip_too_many_or_foreign_is_void(booth: Booth) -> None:
    from lvzhi.ballots.actions import urns

    ballot = booth.opened()
    for number in range(6):
        booth.cast(ballot, number, GOOD, GOOD)
    urns.put(ballot, "", [BAD, BAD])
    assert booth.count(ballot, 8).outcome == "mismatch"
    second = booth.opened()
    for number in range(6):
        booth.cast(second, number, GOOD, GOOD)
    urn = Urn.objects.get(ballot=second)
    Urn.objects.filter(pk=urn.pk).update(content=urn.content[:-8] + "AAAAAAA=")
    assert booth.count(second, 8).outcome == "mismatch"


def test_a_lost_key_is_said_and_the_ballot_declared_void(booth: Booth) -> None:
    ballot = booth.opened()
    booth.cast(ballot, 0, GOOD, GOOD)
    sealing.break_urn(str(ballot.uid))
    refused("ballots.urn_gone", booth.count, ballot, 8)
    done = booth.take(Ballot.objects.get(pk=ballot.pk), "cancel", booth.bai, ground="恢复备份后票箱打不开")
    assert (done.state, done.outcome, done.ground) == ("void", "cancelled", "恢复备份后票箱打不开")


def test_groups_are_shown_unless_one_is_small(booth: Booth) -> None:
    norm(booth, "ballots.smallest_cut", value=3)
    half = {"A票": booth.persons[:4], "B票": booth.persons[4:]}
    ballot = booth.opened(groups=half)
    for number in range(8):
        booth.cast(ballot, number, GOOD if number < 4 else BAD, GOOD)
    done = booth.count(ballot, 8)
    assert queries.shown_groups(done) == ["A票", "B票"]
    assert sums(done, "A票")[0] == [4, 0, 0, 0]
    assert sums(done, "B票")[0] == [0, 4, 0, 0]
    second = booth.opened(groups={"A票": booth.persons[:2], "B票": booth.persons[2:]})
    for number in range(8):
        booth.cast(second, number, GOOD, GOOD)
    counted = booth.count(second, 8)
    assert queries.shown_groups(counted) == []
    assert set(Slip.objects.filter(ballot=counted).values_list("group", flat=True)) == {""}
    assert sums(counted)[0] == [8, 0, 0, 0]
