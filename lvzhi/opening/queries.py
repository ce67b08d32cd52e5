"""Where the first run stands; what a committee still lacks, read off the rows of the rooms below."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q

from lvzhi.access import Actor
from lvzhi.accounts import rules as account_rules
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.committee import queries as places
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.directory.queries import units_on
from lvzhi.directory.vocabulary import UnitKind
from lvzhi.norms import value
from lvzhi.opening.models import Confirmed, Opening
from lvzhi.opening.vocabulary import EMPTY, LACKING, LACKS_CHANGE, LACKS_POST, LINES, NEEDED, WINDOW, WORDS, Said, Step
from lvzhi.people import queries as people
from lvzhi.people.models import Membership, holds
from lvzhi.people.queries import logins
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.vocabulary import State
from lvzhi.ui import formats

BACKED_UP = "backed-up.json"  # written by ``lvzhi backup``
FEW = 3  # names that a line shows
FIRST = (Role.OFFICE, Role.CLERK, Role.PROPOSAL_HEAD)
UNSENT = (State.DRAFT, State.GATHERING)
UNFILED = (*UNSENT, State.SUBMITTED, State.SECOND_READING, State.RETURNED, State.NOT_FILED, State.OFFLINE)

# whose part a line is
PARTS: dict[str, tuple[Role, ...]] = {
    "session": (Role.SYSTEM_ADMIN, Role.OFFICE),
    "organs": (Role.SYSTEM_ADMIN, Role.OFFICE),
    "keepers": (Role.SECURITY_ADMIN,),
    "staff": (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN),
    "norms": (Role.OFFICE, Role.SECRETARY_GENERAL, Role.SYSTEM_ADMIN),
    "roster": (Role.OFFICE, Role.SECRETARY_GENERAL),
    "committees": (Role.OFFICE, Role.SECRETARY_GENERAL),
    "logins": (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN),
    "units": (Role.CLERK, Role.PROPOSAL_HEAD, Role.OFFICE, Role.SYSTEM_ADMIN),
    "officers": (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN),
    "second": (Role.SECURITY_ADMIN,),
    "backup": (),
    "proposal": (Role.MEMBER,),
    "filed": (Role.CLERK, Role.PROPOSAL_HEAD),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist.

    Args:
        done: whether nothing is missing. said: how it stands, or what is missing.
        needed: whether the first proposal waits for it.
        who: whose part it is, as (role, names) pairs.
        mine: whether the actor is one of them.
    """

    key: str
    title: str
    done: bool
    said: str
    needed: bool
    who: tuple[tuple[str, str], ...] = ()
    mine: bool = False


@dataclass(slots=True)
class Ground:
    """A committee on a day, and who holds which post there; read once for all lines."""

    committee: Committee
    day: dt.date
    held: dict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, committee: Committee, day: dt.date) -> Ground:
        """With the posts of that day. One query; members and units' people are counted elsewhere."""
        found = cls(committee, day)
        rows = Appointment.objects.on(day).filter(account__is_active=True, committee_id__in=committee.chain_ids())
        rows = rows.exclude(role__in=(Role.MEMBER, Role.UNIT_OFFICER, Role.UNIT_HEAD)).order_by("starts", "pk")
        for role, account, name, place in rows.values_list("role", "account_id", "account__name", "committee_id"):
            if place == committee.pk or role in KEEPERS:  # an administrator above serves those below
                found.held[role][account] = name
        return found


def first_run() -> Opening | None:
    """The run that has begun and not ended."""
    return Opening.objects.select_related("committee").exclude(step=Step.DONE).first()


def is_first_run() -> bool:
    """Whether this installation waits to be opened, or is being opened."""
    return first_run() is not None or not Committee.objects.exists()


def step() -> Step:
    """What the first run asks next."""
    run = first_run()
    return Step(run.step) if run is not None else Step.DONE if Committee.objects.exists() else Step.COMMITTEE


def is_settling(committee: Committee) -> bool:
    """Whether the desk still shows the checklist: the office was opened here, and nobody settled it. One query."""
    settled = Confirmed.objects.filter(committee=committee, what=Said.SETTLED)
    return Opening.objects.filter(~Exists(settled)).exists()


def lines(committee: Committee, day: dt.date, actor: Actor | None = None) -> list[Line]:
    """The whole checklist, in the order in which it is done."""
    ground = Ground.of(committee, day)
    found = []
    for key, (title, stands, lacks) in LINES.items():
        done, facts = LOOKS[key](ground)
        said = EMPTY[key] if facts.get("empty") else (stands if done else lacks).format(**facts)
        who = tuple((str(role.label), _names(ground, role)) for role in PARTS[key] if not facts.get("own"))
        mine = actor is not None and any(_is_mine(actor, committee, role) for role in PARTS[key])
        found.append(Line(key, title, done, said, key in NEEDED, who, mine))
    return found


def _is_mine(actor: Actor, committee: Committee, role: Role) -> bool:
    if role == Role.SECURITY_ADMIN:
        return account_rules.guards(actor, committee)
    if role == Role.SYSTEM_ADMIN:
        return account_rules.administers(actor, committee)
    return actor.has(role, committee=committee.pk)


def _names(ground: Ground, role: Role) -> str:
    names = list(ground.held[role].values())
    if role == Role.MEMBER:
        return ""
    shown = WORDS["and"].join(names[:FEW]) + (WORDS["more"].format(count=len(names)) if len(names) > FEW else "")
    return shown or WORDS["nobody"]


def left(committee: Committee, day: dt.date) -> int:
    """How many lines the first proposal still waits for."""
    return sum(one.needed and not one.done for one in lines(committee, day))


Facts = dict[str, Any]


def _session(ground: Ground) -> tuple[bool, Facts]:
    term = places.term_on(ground.committee, ground.day)
    rows = [one for one in places.sessions_of(ground.committee) if term is not None and one.term_id == term.pk]
    last = max(rows, key=lambda one: one.opens, default=None)
    if term is None or last is None:
        return False, {}
    window = WINDOW.format(begins=formats.day(last.window_from), until=formats.day(last.window_until))
    return True, {"term": term.name, "session": last.name, "window": window}


def _organs(ground: Ground) -> tuple[bool, Facts]:
    rows = places.organs_on(ground.committee, ground.day).order_by().values_list("kind").annotate(many=Count("pk"))
    count = dict(rows)
    lacking = [words for kind, words in LACKING.items() if not count.get(kind)]
    return not lacking, {
        "lacking": WORDS["and"].join(lacking),
        "special": count.get(OrganKind.SPECIAL_COMMITTEE, 0),
        "sectors": count.get(OrganKind.SECTOR, 0),
        "agency": count.get(OrganKind.AGENCY, 0),
    }


def _posts(ground: Ground, roles: tuple[Role, ...]) -> tuple[bool, Facts]:
    lacking = [str(role.label) for role in roles if not ground.held[role]]
    return not lacking, {"lacking": WORDS["and"].join(lacking)}


def _keepers(ground: Ground) -> tuple[bool, Facts]:
    """Three persons hold the posts, and each has put an own password in the place of the one handed out."""
    whole, facts = _posts(ground, KEEPERS)
    if not whole:
        return False, {"lacking": LACKS_POST.format(**facts)}
    held = [pk for role in KEEPERS for pk in ground.held[role]]
    waiting = (
        Account.objects.filter(pk__in=held, must_change_password=True).order_by("pk").values_list("name", flat=True)
    )
    return not waiting, {"own": True, "lacking": LACKS_CHANGE.format(names=WORDS["and"].join(waiting))}


def _norms(ground: Ground) -> tuple[bool, Facts]:
    said = Confirmed.objects.filter(committee=ground.committee, what=Said.NORMS).first()
    return said is not None, {"day": formats.day(said.on), "name": said.name} if said else {}


def _roster(ground: Ground) -> tuple[bool, Facts]:
    count = people.members_on(Scope(ground.committee), ground.day).count()
    return count > 0, {"members": count}


def _committees(ground: Ground) -> tuple[bool, Facts]:
    seats = Membership.objects.live().filter(
        holds("", ground.day), member=OuterRef("pk"), organ__kind=OrganKind.SPECIAL_COMMITTEE
    )
    rows = people.members_on(Scope(ground.committee), ground.day)
    found = rows.aggregate(every=Count("pk"), without=Count("pk", filter=~Q(Exists(seats))))
    return bool(found["every"]) and not found["without"], {"count": found["without"], "empty": not found["every"]}


def _logins(ground: Ground) -> tuple[bool, Facts]:
    every = people.members_on(Scope(ground.committee), ground.day).count()
    without = logins.without_login(ground.committee, ground.day).count()
    waiting = logins.without_post(ground.committee, ground.day).count()
    return bool(every) and not without and not waiting, {"without": without, "waiting": waiting, "empty": not every}


def _units(ground: Ground) -> tuple[bool, Facts]:
    count = units_on(ground.committee, ground.day, UnitKind.HANDLING).count()
    return count > 0, {"count": count}


def _officers(ground: Ground) -> tuple[bool, Facts]:
    held = Appointment.objects.on(ground.day).filter(unit=OuterRef("pk"), account__is_active=True)
    rows = units_on(ground.committee, ground.day, UnitKind.HANDLING)
    count, without = rows.count(), rows.filter(~Exists(held)).count()
    return count > 0 and not without, {"count": count, "without": without, "empty": not count}


def _second(ground: Ground) -> tuple[bool, Facts]:
    roles = frozenset(value("accounts.second_roles", ground.committee))
    return bool(roles), {"roles": WORDS["and"].join(str(Role(role).label) for role in Role.values if role in roles)}


def _backup(ground: Ground) -> tuple[bool, Facts]:
    """Read off the mark that a backup leaves; the one before a restore does not count, it is gone with the database."""
    try:
        mark = json.loads((Path(settings.LVZHI_DATA) / BACKED_UP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False, {}
    return True, {"day": str(mark["made_at"])[:10], "name": mark["name"]}


def _sent(ground: Ground, without: tuple[State, ...]) -> tuple[bool, Facts]:
    count = Proposal.objects.live().within(Scope(ground.committee)).exclude(state__in=without).count()
    return count > 0, {"count": count}


LOOKS: dict[str, Callable[[Ground], tuple[bool, Facts]]] = {
    "session": _session,
    "organs": _organs,
    "keepers": _keepers,
    "staff": lambda ground: _posts(ground, FIRST),
    "norms": _norms,
    "roster": _roster,
    "committees": _committees,
    "logins": _logins,
    "units": _units,
    "officers": _officers,
    "second": _second,
    "backup": _backup,
    "proposal": lambda ground: _sent(ground, UNSENT),
    "filed": lambda ground: _sent(ground, UNFILED),
}
