"""Building the demonstration data: five committees, their parents, a closed year of each, and a current session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

from django.db import transaction

from lvzhi.accounts.actors import system_actor
from lvzhi.accounts.models import Account
from lvzhi.committee import actions as committees
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.demo import (
    agenda,
    appraisals,
    ballots,
    consulting,
    contacts,
    current,
    district,
    earlier,
    evaluating,
    excellent,
    history,
    honoured,
    joint,
    ledger,
    offices,
    opinions,
    organs,
    party,
    plenary,
    projects,
    province,
    public,
    regulations,
    selecting,
    staffing,
    supervision,
    tenure,
    towns,
    years,
)
from lvzhi.demo.people import FIRST_DAY, GENERATOR, Cast, found, moment
from lvzhi.demo.plan import CITIES, PLACES, PROVINCES, Node, Place
from lvzhi.demo.presence import marker
from lvzhi.messages.actions import mark_all_read
from lvzhi.messages.settling import settle_all
from lvzhi.norms.memo import remembering
from lvzhi.search.rebuilding import rebuild

Progress = Callable[[str, int, int], None]
SEED = 20220110
STAFF_OF = "GZ-TR-BJ"
"""Whose agency judges its staff in the demonstration (M27)."""
PERIODS = {
    "GZ-GY-WD": (date(2022, 1, 10), date(2022, 12, 28)),
    "SN-SL-SZ": (date(2022, 6, 8), date(2023, 5, 20)),
    "GZ-TR-BJ": (date(2022, 2, 16), date(2022, 12, 20)),
    "GZ": (date(2023, 1, 12), date(2023, 12, 20)),
    "JX-NC-XJ": (date(2023, 1, 10), date(2023, 12, 20)),
}


YEARS: dict[str, Callable[[offices.Desk], None]] = {
    "GZ-GY-WD": district.year,
    "SN-SL-SZ": towns.shangzhou,
    "GZ-TR-BJ": towns.bijiang,
    "GZ": province.year,
    "JX-NC-XJ": towns.xinjian,
}


def build(progress: Progress, places: Sequence[Place] = PLACES) -> None:
    """Make everything through the actions a click takes.

    Args:
        progress: called with (what, done, whole).
        places: the committees with full data; a test takes fewer, with a smaller year.
    """
    with remembering():
        _build(progress, places)
        settle_all(system_actor(GENERATOR))  # what the years did asks nobody any more, as the hourly tick would find
    rebuild(force=True)  # counts over all there is, in how many texts a pair of signs stands: by it near texts are told
    marker().write_text(clock.today().isoformat(), encoding="ascii")


def _build(progress: Progress, places: Sequence[Place]) -> None:
    random = Random(SEED)
    taken: set[str] = set()
    titles: set[str] = set()
    tree, today = _tree(), clock.today()
    casts: dict[str, Cast] = {}
    ways: dict[str, Account] = {}
    for number, place in enumerate(places):
        cast = casts[place.node.code] = found(place, tree.get(place.node.parent))
        organs.peopled(cast, random, taken, number * 1000)
        opens, until = PERIODS[place.node.code]
        earlier.publish_from(cast, place.term_starts, [])
        if place.current:
            ways = current.logins(cast, random, taken)
        years.closed_year(cast, opens, until, random, titles, taken, progress)
        with transaction.atomic():  # one commit instead of thousands
            YEARS[place.node.code](offices.Desk(cast, random))
        progress(place.node.name, 1, 1)
        _has_read(cast)
        if place.current:
            excellent.decided_year(cast, until, ways["mishuzhang"])
            earlier.before(cast)
            current.later_sessions(cast, today)
            earlier.publish_from(cast, cast.sessions[-1].opens, ["answer"])
            appraisals.both_ways_from(cast, cast.sessions[-1].opens)
            current.current_session(cast, ways, today, random, titles, progress)
            appraisals.said(cast, ways, today)
            ballots.current_ballots(cast, ways, today, random)
            excellent.this_session(cast, ways["jingban"], today)
            programme = consulting.current_plans(cast, ways, today)
            ledger.current_ledger(cast, ways, today, programme.tasks["grassroots"])
            supervision.current_supervision(cast, ways, today, programme.tasks)
            selecting.current_selection(supervision.Scene(cast, ways, today))
            agenda.current_agenda(cast, ways, today, random, programme)
            consulting.current_consultations(cast, ways, today, programme)
            plenary.current_plenary(cast, ways, today)
            _bonds(cast, ways, today)
            _lately(cast, ways, today, titles)
    _publish(casts, ways, today, random)


def _bonds(cast: Cast, ways: dict[str, Account], today: date) -> None:
    """Party organisations, the contact network, rules in the making and matters reported, of today."""
    party.current_party(cast, ways, today)
    contacts.current_contacts(cast, ways, today)
    regulations.current(cast, ways, today)


def _publish(casts: dict[str, Cast], ways: dict[str, Account], today: date, random: Random) -> None:
    projects.projects(casts, today)
    history.history(casts, ways, today)
    joint.current_joint(casts, ways, today)
    opinions.opinions(casts, ways, today)
    honoured.honoured(casts, ways, today, {code: offices.Desk(cast, random) for code, cast in casts.items()})
    if STAFF_OF in casts:
        staffing.staff_judged(casts[STAFF_OF], today, random)
        evaluating.finished_year(casts[STAFF_OF], PERIODS[STAFF_OF][1].year)
    for cast in casts.values():
        if cast.place.current:
            evaluating.begun_year(cast, today)
            public.current_public(cast, ways, today)


def _lately(cast: Cast, ways: dict[str, Account], today: date, titles: set[str]) -> None:
    """What comes last: proposals of earlier years, and changes among the members that all before it speaks of."""
    earlier.bring(cast, ways["jingban"], ways["zhuren"], today, titles)
    tenure.current_tenure(cast, ways, today)


def _has_read(cast: Cast) -> None:
    """Whoever worked through the closed year has read its messages."""
    for account in Account.objects.filter(committee=cast.committee).values_list("pk", flat=True):
        mark_all_read(account)


def _tree() -> dict[str, Committee]:
    system = system_actor(GENERATOR, moment(FIRST_DAY))
    made: dict[str, Committee] = {}

    def add(node: Node) -> None:
        made[node.code] = committees.create(
            system, name=node.name, code=node.code, level=node.level, parent=made.get(node.parent)
        )

    for node in (*PROVINCES, *CITIES):
        add(node)
    return made
