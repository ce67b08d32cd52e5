"""Two appraisals by secret ballot beside the current session: one announced, one open for the demonstration logins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from lvzhi.accounts.models import Account
from lvzhi.ballots import actions, queries
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.deadlines import clock
from lvzhi.demo.people import Cast, member_account, moment
from lvzhi.people.models import Member
from lvzhi.workflow import engine

ELECTORS, CAST = 30, 24
OFTEN = (1, 1, 1, 1, 1, 2, 3, 0)  # places of the grades: mostly the first, now and then none
NOTE = "请对照一年来的工作实事求是地评价。"
OPEN_NOTE = NOTE + "\n演示数据：监票人{names}的监票码依次是 {codes}。真实使用时监票码只显示一次，不写在任何地方。"


def current_ballots(cast: Cast, ways: dict[str, Account], today: date, random: Random) -> None:
    """The announced one two weeks ago, the open one today."""
    tellers = [ways["jingban"], ways["zhuren"], ways["lingdao"]]
    voters = [cast.members[20], cast.members[41], *cast.members[100 : 100 + ELECTORS - 2]]
    done, codes = _opened(cast, ways, today - timedelta(days=14), tellers, voters, "区住房和城乡建设局民主评议")
    _vote(cast, done, voters[:CAST], random)
    with clock.at(moment(done.held_on)):
        answers = {"present": CAST + 2, "first_code": codes[0], "second_code": codes[1]}
        actor = cast.actor(tellers[0], moment(done.held_on))
        counted = engine.take(Ballot.objects.get(pk=done.pk), "count", actor, answers)
        engine.take(counted, "announce", cast.actor(ways["mishuzhang"], moment(done.held_on)))
    running, _ = _opened(cast, ways, today, tellers, voters, "区交通运输局民主评议")
    _vote(cast, running, voters[4:12], random)


def _opened(
    cast: Cast, ways: dict[str, Account], day: date, tellers: list[Account], voters: list[Member], title: str
) -> tuple[Ballot, list[str]]:
    """A ballot of that day, its codes taken, open; an open one tells its codes, so that it can be tried."""
    office = cast.actor(ways["mishuzhang"], moment(day))
    asked = actions.Asked(
        title=title,
        kind="appraisal",
        held_on=day,
        items=[title.removesuffix("民主评议")],
        tellers=tellers,
        entitled=len(voters),
        note=NOTE,
    )
    with clock.at(moment(day)):
        ballot = actions.begin(office, cast.committee, asked)
        actions.add_voters(office, ballot, [member.person for member in voters])
        codes = [actions.take_code(cast.actor(teller, moment(day)), ballot) for teller in tellers]
        said = OPEN_NOTE.format(names="、".join(teller.name for teller in tellers), codes="，".join(codes))
        told = actions.edit(office, ballot, replace(asked, note=said))
        return engine.take(told, "open", office), codes


def _vote(cast: Cast, ballot: Ballot, voters: list[Member], random: Random) -> None:
    marks = [name for name, _, _ in queries.lines(ballot).marks()]
    for member in voters:
        account = member_account(cast, member)
        voter = Voter.objects.select_related("ballot__committee", "person").get(ballot=ballot, person=member.person)
        chosen = {name: str(place) for name in marks if (place := random.choice(OFTEN))}
        with clock.at(moment(ballot.held_on)):
            engine.take(voter, "cast", cast.actor(account, moment(ballot.held_on)), chosen)
