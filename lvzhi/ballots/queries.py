"""Reads: ballots within one's rights, how many took part, and what a count came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts.models import Account
from lvzhi.ballots import rules
from lvzhi.ballots.models import Ballot, Grade, Item, PaperTally, Question, Slip, Teller, Voter
from lvzhi.ballots.vocabulary import State, VoterState
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.metrics.periods import Period
from lvzhi.norms import value

Ballots = Any  # RecordQuerySet[Ballot]: django-stubs loses the custom methods of an inherited manager


def listed(actor: Actor) -> Ballots:
    """Ballots the actor may know of, the newest first."""
    rows = Ballot.objects.live().filter(rules.visible.rows(actor))
    return rows.select_related("organ", "committee").annotate(
        electors=Count("voters", distinct=True),
        voted=Count("voters", filter=~Q(voters__state=VoterState.WAITING), distinct=True),
    )


def one(actor: Actor, uid: UUID | str) -> Ballot:
    """A ballot the actor may know of. Raises `Missing`."""
    rows = Ballot.objects.filter(rules.visible.rows(actor), uid=uid)
    found: Ballot | None = rows.select_related("organ", "committee").first()
    if found is None:
        raise Missing("access.missing")
    return found


def own_voter(actor: Actor, ballot: Ballot) -> Voter | None:
    """The actor's own line on the list of voters."""
    if actor.account_id is None:
        return None
    rows = Voter.objects.live().filter(ballot=ballot, person__account_id=actor.account_id)
    found: Voter | None = rows.select_related("ballot__committee", "person").first()
    return found


def own_marks(actor: Actor, ballots: Sequence[Ballot]) -> dict[int, str]:
    """The actor's own mark in each of the ballots. One query."""
    if actor.account_id is None:
        return {}
    rows = Voter.objects.live().filter(ballot__in=[one.pk for one in ballots], person__account_id=actor.account_id)
    return dict(rows.values_list("ballot_id", "state"))


def voters(ballot: Ballot) -> Any:
    """The frozen list, by group and name."""
    return Voter.objects.live().filter(ballot=ballot).select_related("person")


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many took part, and nothing else."""

    electors: int
    online: int
    paper: int

    @property
    def voted(self) -> int:
        """On either way."""
        return self.online + self.paper


def turnout(ballot: Ballot) -> Turnout:
    """How many are entitled, and have voted online or taken paper. One query."""
    rows = Voter.objects.live().filter(ballot=ballot)
    counted = dict(rows.order_by().values_list("state").annotate(many=Count("pk")))
    return Turnout(sum(counted.values()), counted.get(VoterState.CAST, 0), counted.get(VoterState.PAPER, 0))


def groups(ballot: Ballot) -> list[tuple[str, int]]:
    """The groups of the list with their sizes."""
    rows = Voter.objects.live().filter(ballot=ballot).order_by("group")
    return list(rows.values_list("group").annotate(many=Count("pk")))


def electors_accounts(ballot: Ballot) -> list[int]:
    """Accounts of all voters that have one."""
    rows = Voter.objects.live().filter(ballot=ballot, person__account__isnull=False)
    return list(rows.values_list("person__account_id", flat=True))


def tellers(ballot: Ballot) -> list[Teller]:
    """The tellers in their order."""
    return list(Teller.objects.filter(ballot=ballot).select_related("account"))


def own_teller(actor: Actor, ballot: Ballot) -> Teller | None:
    """The actor's own line among the tellers."""
    if actor.account_id is None:
        return None
    return Teller.objects.filter(ballot=ballot, account_id=actor.account_id).first()


def may_tell(committee: Committee, text: str = "") -> QuerySet[Account]:
    """Accounts of the committee that may be named tellers; the action refuses those who keep the server."""
    rows = Account.objects.filter(committee=committee, is_active=True).order_by("name", "pk")
    return rows.filter(Q(name__contains=text) | Q(username__startswith=text)) if text else rows


@dataclass(frozen=True, slots=True)
class Lines:
    """What a ballot asks, in order."""

    items: list[Item]
    questions: list[Question]
    grades: list[Grade]

    @property
    def cells(self) -> int:
        """Marks on one slip."""
        return len(self.items) * len(self.questions)

    def marks(self) -> list[tuple[str, Item, Question]]:
        """Every mark in the order of a slip, with the name of its field."""
        return [
            (f"c{item.place}_{question.place}", item, question) for item in self.items for question in self.questions
        ]


def lines(ballot: Ballot) -> Lines:
    """What it asks. Three queries."""
    return Lines(list(ballot.items.all()), list(ballot.questions.all()), list(ballot.grades.all()))


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of one object: slips by grade, those without a choice, and the denominator."""

    item: Item
    question: Question
    votes: list[tuple[Grade, int]]
    blank: int
    valid: int

    @property
    def favourable(self) -> int:
        """Slips with a grade that counts as favourable."""
        return sum(count for grade, count in self.votes if grade.favourable)


def result(ballot: Ballot, asked: Lines, group: str | None = None) -> list[Row]:
    """What the count came to, out of the slips and the paper tallies; of one group where named. Two queries."""
    slips = Slip.objects.filter(ballot=ballot)
    if group is not None:
        slips = slips.filter(group=group)
    counts, sizes = _counted(slips.values_list("item_id", "choices"))
    if group is None:
        counts += _paper(ballot, asked)
    on_paper = (ballot.paper_back or 0) - ballot.paper_invalid if group is None else 0
    found = []
    for item in asked.items:
        for at, question in enumerate(asked.questions):
            votes = [(grade, counts[item.pk, at, place]) for place, grade in enumerate(asked.grades, start=1)]
            valid = sizes[item.pk] + on_paper
            found.append(Row(item, question, votes, valid - sum(count for _, count in votes), valid))
    return found


def _counted(slips: Iterable[tuple[int, list[int]]]) -> tuple[Counter[tuple[int, int, int]], Counter[int]]:
    """Slips by (item, place of the aspect, place of the grade), and slips by item."""
    counts: Counter[tuple[int, int, int]] = Counter()
    sizes: Counter[int] = Counter()
    for item, choices in slips:
        sizes[item] += 1
        counts.update((item, at, place) for at, place in enumerate(choices) if place)
    return counts, sizes


def _paper(ballot: Ballot, asked: Lines) -> Counter[tuple[int, int, int]]:
    """Paper tallies by (item, place of the aspect, place of the grade)."""
    at = {question.pk: place for place, question in enumerate(asked.questions)}
    of = {grade.pk: place for place, grade in enumerate(asked.grades, start=1)}
    rows = PaperTally.objects.filter(ballot=ballot).values_list("item_id", "question_id", "grade_id", "votes")
    return Counter({(item, at[question], of[grade]): votes for item, question, grade, votes in rows})


def shown_groups(ballot: Ballot) -> list[str]:
    """Groups whose results may be shown: of a ballot without paper, when none of them is smaller than the norm.

    Showing all but one small group would show that one too, by subtraction.
    """
    rows = Slip.objects.filter(ballot=ballot, item=ballot.items.all()[:1]).order_by("group")
    sizes = dict(rows.values_list("group").annotate(many=Count("pk")))
    if len(sizes) < 2 or min(sizes.values()) < ballot.smallest:
        return []
    return sorted(sizes)


def sees_who(ballot: Ballot) -> bool:
    """Whether tellers see who has taken part."""
    return bool(value("ballots.teller_sees_who", ballot.committee_id, ballot.held_on))


def held(scope: Scope, period: Period) -> Ballots:
    """Ballots of the period that were counted and valid."""
    rows = Ballot.objects.live().within(scope).filter(state__in=rules.SHOWN, held_on__range=(period.start, period.end))
    return rows.order_by("held_on", "id")


def of_kind(code: str) -> Q:
    """Ballots of one kind."""
    return Q(kind=code)


def done_with(uids: Iterable[str]) -> list[str]:
    """Of these ballots, the ones counted or void: their urns are of no more use."""
    rows = Ballot.objects.filter(uid__in=list(uids), state__in=(*rules.SHOWN, State.VOID))
    return [str(uid) for uid in rows.values_list("uid", flat=True)]


def expect_announced(ballot: Ballot | None, *, missing: str, running: str) -> None:
    """The ballot on which somebody's grades rest has been announced.

    Args:
        missing, running: codes of the refusals of the room that wants it; the second is given its title and state.

    Raises:
        Refusal: there is none, or it was void; it is not announced.
    """
    if ballot is None or ballot.state == State.VOID:
        raise Refusal(missing)
    if ballot.state != State.ANNOUNCED:
        raise Refusal(running, title=ballot.title, state=str(State(ballot.state).label))
