"""Everything that is held about oneself, sheet by sheet (R12.10, R12.11; PIPL articles 45 and 46)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from lvzhi.access import Actor, Missing
from lvzhi.accounts.models import Account, Delegation, LoginSession
from lvzhi.accounts.queries import appointments_of
from lvzhi.activities.models import Leave
from lvzhi.committee.models import Committee
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.queries.amending import own, worded
from lvzhi.dossier.queries.lines import lines
from lvzhi.dossier.vocabulary.words import HELD, HIDDEN, JOINER
from lvzhi.drafts.queries import mine
from lvzhi.exchange import Column
from lvzhi.exchange.sheets import Table
from lvzhi.journal.queries import histories
from lvzhi.messages.queries import inbox
from lvzhi.metrics import periods
from lvzhi.people.models import Affiliation, Member, Membership, Person, Post, Staff
from lvzhi.people.queries import parties, person_of_account
from lvzhi.people.vocabulary import FIELDS
from lvzhi.tenure.models import Case, Change
from lvzhi.ui import formats

Row = Sequence[Any]
FACTS = (
    "name", "gender", "born", "ethnicity", "native_place", "education", "employer", "job", "employer_kind",
    "employer_address", "home_address",
)  # fmt: skip
NUMBERS = ("phone", "id_number")
HISTORY = 5000  # lines of the journal about one person: more than a term brings


def oneself(actor: Actor) -> Person:
    """The person who acts.

    Raises:
        Missing: ``dossier.no_person``, where the login belongs to nobody on the rosters.
    """
    found = person_of_account(actor.account_id)
    if found is None:
        raise Missing("dossier.no_person")
    return found


def facts(person: Person, *, whole: bool) -> list[tuple[str, str, Any]]:
    """What is known of a person, by field with its label; numbers masked unless `whole`."""
    found: list[tuple[str, str, Any]] = []
    for key in (*FACTS, *NUMBERS):
        value = getattr(person, key)
        if key in NUMBERS:
            value = (value.reveal() if whole else str(value)) if value else ""
        elif key in ("gender", "education", "employer_kind"):
            value = getattr(person, f"get_{key}_display")()
        found.append((key, FIELDS[key], value))
    return found


def held(actor: Actor, person: Person) -> list[Table]:
    """All sheets, in the order of a reader's questions: who, since when, what I did, what came to me, who looked."""
    return [
        _sheet("facts", (HELD["field"], HELD["value"]), [row[1:] for row in facts(person, whole=True)]),
        *_tenures(person),
        *_logins(person),
        _lines(actor, person),
        _leaves(person),
        _amendments(person),
        *_changes(person),
        *_texts(person),
        _looked(person),
    ]


def _sheet(key: str, labels: Sequence[str], rows: Iterable[Row]) -> Table:
    columns = [Column(f"c{place}", label) for place, label in enumerate(labels)]
    return Table(HELD[key], columns, [[_plain(cell) for cell in row] for row in rows])


def _plain(cell: Any) -> Any:
    return "" if cell is None else cell


def _tenures(person: Person) -> list[Table]:
    members = Member.objects.filter(person=person).select_related("committee", "term").order_by("starts", "pk")
    seats = Membership.objects.filter(member__person=person).select_related("organ", "committee").order_by("starts")
    posts = Post.objects.filter(person=person).select_related("committee").order_by("starts", "pk")
    staff = Staff.objects.filter(person=person).select_related("organ", "committee").order_by("starts", "pk")
    held_ = Affiliation.objects.filter(person=person).order_by("starts", "pk")
    names = dict[str, str]()
    for committee in {row.committee for row in members} if held_ else ():
        names |= parties(committee, clock.today())
    span = (FIELDS["from"], FIELDS["ends"])
    return [
        _sheet(
            "tenures",
            (HELD["place"], FIELDS["term"], FIELDS["number"], *span, FIELDS["how_joined"], FIELDS["joined_by"],
             FIELDS["how_left"], FIELDS["left_by"], FIELDS["note"]),
            ((row.committee.name, row.term.name, row.number, row.starts, row.ends, row.get_how_joined_display(),
              row.joined_by, row.get_how_left_display(), row.left_by, row.note) for row in members),
        ),
        _sheet("seats", (HELD["place"], FIELDS["organ"], HELD["part"], FIELDS["duty"], *span),
               ((row.committee.name, row.organ.name_on(row.ends), row.get_part_display(), row.duty, row.starts,
                 row.ends) for row in seats)),
        _sheet("posts", (HELD["place"], FIELDS["post"], HELD["decided"], *span),
               ((row.committee.name, row.get_kind_display(), row.decided_by, row.starts, row.ends) for row in posts)),
        _sheet("staff", (HELD["place"], FIELDS["office"], FIELDS["title"], FIELDS["rank"], *span),
               ((row.committee.name, row.organ and row.organ.name, row.title, row.get_rank_display(), row.starts,
                 row.ends) for row in staff)),
        _sheet("parties", (FIELDS["party"], *span),
               ((names.get(row.party, row.party), row.starts, row.ends) for row in held_)),
    ]  # fmt: skip


def _logins(person: Person) -> list[Table]:
    account = person.account
    if account is None:
        return []
    given = Delegation.objects.filter(giver=account).select_related("giver", "taker")
    taken = Delegation.objects.filter(taker=account).select_related("giver", "taker")
    sessions = LoginSession.objects.filter(account=account).order_by("-started_at")
    return [
        _sheet("account", (HELD["field"], HELD["value"]), _account(account)),
        _sheet("appointments", (HELD["place"], HELD["role"], FIELDS["organ"], FIELDS["from"], FIELDS["ends"]),
               ((row.committee.name, row.get_role_display(), row.organ and row.organ.name, row.starts, row.ends)
                for row in appointments_of(account))),
        _sheet("delegations", (HELD["giver"], HELD["taker"], FIELDS["from"], FIELDS["ends"]),
               ((row.giver.name, row.taker.name, row.starts, row.ends) for row in (*given, *taken))),
        _sheet("sessions", (HELD["moment"], HELD["last"], HELD["address"], HELD["device"]),
               ((_at(row.started_at), _at(row.seen_at), row.address, row.device) for row in sessions)),
    ]  # fmt: skip


def _account(account: Account) -> list[Row]:
    return [(HELD["username"], account.username), (FIELDS["name"], account.name)]


def _at(moment: dt.datetime | None) -> dt.datetime | None:
    return formats.local(moment) if moment is not None else None


def _lines(actor: Actor, person: Person) -> Table:
    """Every line of the file, of every committee and year."""
    whole = periods.between(dt.date(periods.FIRST_YEAR, 1, 1), clock.today())
    own = Member.objects.live().filter(person=person).order_by().values("committee_id")
    found = [
        (committee.name, line)
        for committee in Committee.objects.filter(pk__in=own).order_by("path")
        for line in lines(actor, Scope(committee), whole, KINDS, [person.pk])
    ]
    labels = (HELD["place"], HELD["moment"], HELD["what"], HELD["sentence"], HELD["said"], HELD["as"])
    return _sheet("lines", labels, (
        (place, line.day, line.kind.name, line.title if line.seen else HIDDEN, line.about if line.seen else "",
         line.part) for place, line in found
    ))  # fmt: skip


def _leaves(person: Person) -> Table:
    rows = Leave.objects.filter(participant__person=person).select_related("activity").order_by("-asked_on", "-pk")
    labels = (HELD["moment"], HELD["sentence"], HELD["said"], HELD["value"], HELD["opinion"])
    return _sheet("leaves", labels, (
        (row.asked_on, row.activity.title, row.text, row.get_state_display(), row.opinion) for row in rows
    ))  # fmt: skip


def _amendments(person: Person) -> Table:
    labels = (HELD["moment"], HELD["field"], HELD["value"], HELD["said"], HELD["opinion"])
    return _sheet("amendments", labels, (
        (row.asked_on, row.label, worded(row.field, row.wanted.reveal()), row.get_state_display(), row.opinion)
        for row in own(person)
    ))  # fmt: skip


def _changes(person: Person) -> list[Table]:
    """Changes of one's tenure and absence cases, with what was said and done in them."""
    changes = Change.objects.filter(person=person).order_by("proposed_on", "pk")
    cases = Case.objects.filter(member__person=person).prefetch_related("measures").order_by("opened_on", "pk")
    return [
        _sheet("changes", (HELD["moment"], HELD["what"], HELD["said"], HELD["value"], HELD["decided"], FIELDS["from"]),
               ((row.proposed_on, row.get_kind_display(), row.ground, row.get_state_display(), row.meeting,
                 row.in_force_on) for row in changes)),
        _sheet("cases", (HELD["moment"], HELD["what"], HELD["value"], HELD["said"], HELD["opinion"]),
               ((row.opened_on, row.get_threshold_display(), row.get_state_display(), row.statement,
                 JOINER.join(one.text for one in row.measures.all())) for row in cases)),
    ]  # fmt: skip


def _texts(person: Person) -> list[Table]:
    if person.account_id is None:
        return []
    read = [*inbox(person.account_id, task=False), *inbox(person.account_id, task=True)]
    drafts = mine(person.account_id)
    return [
        _sheet("messages", (HELD["moment"], HELD["sentence"], HELD["read"]),
               ((_at(row.sent_at), row.sentence, _at(row.read_at)) for row in read)),
        _sheet("drafts", (HELD["moment"], HELD["sentence"]),
               ((_at(row.saved_at), _written(row.data.values())) for row in drafts)),
    ]  # fmt: skip


def _written(parts: Iterable[Any]) -> str:
    texts: list[str] = []
    for part in parts:
        texts += [str(one) for one in part] if isinstance(part, list) else [str(part)]
    return "\n".join(text for text in texts if text)


def _looked(person: Person) -> Table:
    """What the journal says about the person: who looked at numbers, who changed what."""
    subjects = [("people.person", person.uid)]
    subjects += [("people.member", uid) for uid in Member.objects.filter(person=person).values_list("uid", flat=True)]
    rows = histories(subjects, limit=HISTORY)
    labels = (HELD["moment"], HELD["who"], HELD["what"])
    return _sheet("journal", labels, ((_at(row.at), row.who, row.sentence) for row in rows))
