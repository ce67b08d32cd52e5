"""Who sits in the new term: a roster read, or the present list taken over; persons matched by number, never by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Term
from lvzhi.committee.vocabulary import OrganKind
from lvzhi.deadlines import clock
from lvzhi.norms import value
from lvzhi.people.models import Member, Membership, Post, holds
from lvzhi.people.roster import Draft, Said, employer_and_job, ethnicity, organ_key, read_coming
from lvzhi.turnover.actions.planning import coming_organs, planned
from lvzhi.turnover.models import Change, Entrant
from lvzhi.turnover.norms import SINGLE_KINDS
from lvzhi.turnover.queries.plans import organs_after, present, successors
from lvzhi.turnover.vocabulary import ROSTER_FINDINGS, ROW_COLUMN, ROW_ONLY, Decided, Mark

FACTS = ("gender", "ethnicity", "education", "employer", "job", "employer_kind", "note")


@dataclass(frozen=True)
class Read:
    """What reading a roster came to.

    Args:
        said: (row, whether it keeps the roster out, sentence).
    """

    rows: int
    carried: int
    added: int
    gone: int
    said: Sequence[tuple[int, bool, str]] = ()

    @property
    def errors(self) -> list[tuple[int, bool, str]]:
        """What keeps the roster out."""
        return [one for one in self.said if one[1]]


def sentence(one: Said) -> str:
    """A finding in the words of these pages."""
    code, facts = getattr(one, "code", ""), getattr(one, "facts", {})
    if code not in ROSTER_FINDINGS:
        return one.sentence
    where = ROW_COLUMN if one.column else ROW_ONLY
    return where.format(row=one.row, column=one.column) + ROSTER_FINDINGS[code].format_map(facts)


def read_roster(actor: Actor, change: Change, data: bytes, name: str) -> Read:
    """Read the roster of the new term into the plan, in place of what stood there; one wrong row keeps all of it out.

    Raises:
        NotAllowed, Refusal: as `planned`; an empty roster.
        BadFile: nothing can be read from the file.
    """
    facts = {"file": name, "carried": 0, "added": 0, "gone": 0}
    with planned(actor, change, "turnover.roster", **facts) as locked:
        term = Term(committee=locked.committee, number=locked.number, starts=locked.starts)
        drafts, said, asked = read_coming(locked.committee, term, coming_organs(locked), data, name)
        told = [(one.row, one.level == "error", sentence(one)) for one in said]
        drafts = [draft for draft in drafts if draft.name]
        if not drafts and not any(bad for _, bad, _ in told):
            raise Refusal("turnover.roster_empty", field="file", name=name)
        if any(bad for _, bad, _ in told):
            raise BadRoster(Read(len(drafts), 0, 0, 0, told))
        _fill(locked, drafts, asked)
        result = _counted(locked, len(drafts), told)
        locked.roster = name
        locked.version += 1
        locked.save()
        locked.__dict__["entry"].facts.update(carried=result.carried, added=result.added, gone=result.gone)
    return result


class BadRoster(Refusal):
    """Undoes the line; carries what was found."""

    def __init__(self, read: Read) -> None:
        self.read = read
        super().__init__("turnover.roster_bad", field="file", count=len(read.errors), first=read.errors[0][2])


def _counted(change: Change, rows: int, said: Sequence[tuple[int, bool, str]] = ()) -> Read:
    marks = list(Entrant.objects.filter(change=change).values_list("mark", flat=True))
    return Read(rows, marks.count(Mark.CARRIED), marks.count(Mark.ADDED), marks.count(Mark.GONE), said)


def _fill(change: Change, drafts: Sequence[Draft], asked: frozenset[int]) -> None:
    Entrant.objects.filter(change=change).delete()
    members = {row.person_id: row for row in present(change)}
    by_name: dict[str, list[Member]] = {}
    for row in members.values():
        by_name.setdefault(row.person.name, []).append(row)
    made = []
    for draft in drafts:
        member = members.get(draft.person.pk) if draft.person is not None else None
        twins = by_name.get(draft.name, [])
        ask = member is None and draft.number in asked
        made.append(_entrant(change, draft, member, [row.pk for row in twins] if ask else []))
    Entrant.objects.bulk_create(made)
    _settle_gone(change)


def _entrant(change: Change, draft: Draft, member: Member | None, twins: list[int]) -> Entrant:
    employer, job = draft.text("employer"), draft.text("job")
    if not employer and draft.text("work"):
        employer, job = employer_and_job(draft.text("work"))
    return Entrant(
        committee=change.committee,
        change=change,
        mark=Mark.ADDED if member is None else Mark.CARRIED,
        row=draft.number,
        name=draft.name,
        person=draft.person,
        member=member,
        number=draft.text("number"),
        phone=draft.phone,
        id_number=draft.id_number,
        facts={
            "gender": draft.gender,
            "born": draft.born.isoformat() if draft.born else "",
            "ethnicity": ethnicity(draft.text("ethnicity")),
            "education": draft.education,
            "employer": employer,
            "job": job,
            "employer_kind": draft.employer_kind,
            "note": draft.text("note"),
            "parties": list(draft.parties),
        },
        seats=[[organ.kind, organ.name, part] for organ, part in draft.seats],
        offices=list(draft.offices),
        twins=twins,
    )


def _settle_gone(change: Change) -> None:
    """Who sits now and is not carried over is gone; each present member stands in the plan once."""
    rows = Entrant.objects.filter(change=change)
    stays = set(rows.exclude(mark=Mark.GONE).exclude(member=None).values_list("member_id", flat=True))
    rows.filter(mark=Mark.GONE, member__in=stays).delete()
    known = stays | set(rows.filter(mark=Mark.GONE).values_list("member_id", flat=True))
    Entrant.objects.bulk_create(
        Entrant(
            committee=change.committee, change=change, mark=Mark.GONE, name=row.person.name, person=row.person,
            member=row, created_at=clock.now(),
        )
        for row in present(change) if row.pk not in known
    )  # fmt: skip


def take_over_present(actor: Actor, change: Change) -> Read:
    """Put everybody who sits now into the plan as carried over, with organs and posts; then each can be altered.

    Raises:
        NotAllowed, Refusal: as `planned`.
    """
    with planned(actor, change, "turnover.present", carried=0) as locked:
        Entrant.objects.filter(change=locked).delete()
        rows = list(present(locked))
        seats, offices = seats_now(locked, rows), _offices_now(locked, rows)
        Entrant.objects.bulk_create(
            Entrant(
                committee=locked.committee, change=locked, mark=Mark.CARRIED, name=row.person.name, person=row.person,
                member=row, number=row.number, seats=seats.get(row.pk, []), offices=offices.get(row.person_id, []),
                created_at=actor.at,
            )
            for row in rows
        )  # fmt: skip
        locked.roster = ""
        locked.version += 1
        locked.save()
        locked.__dict__["entry"].facts["carried"] = len(rows)
        return _counted(locked, len(rows))


def seats_now(change: Change, members: Iterable[Member]) -> dict[int, list[list[str]]]:
    """Places of the old term's last day that have one successor in the new, by member. Two queries."""
    after = successors(change)
    found: dict[int, list[list[str]]] = {}
    rows = Membership.objects.live().filter(holds("", change.last_day), member__in=[one.pk for one in members])
    for seat in rows.select_related("organ"):
        names = after.get((seat.organ.kind, seat.organ.name), [])
        if len(names) == 1 and [seat.organ.kind, names[0], seat.part] not in found.get(seat.member_id, []):
            found.setdefault(seat.member_id, []).append([seat.organ.kind, names[0], seat.part])
    return found


def _offices_now(change: Change, members: Iterable[Member]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    persons = [one.person_id for one in members]
    rows = Post.objects.live().filter(holds("", change.last_day), committee=change.committee_id, person__in=persons)
    for post in rows:
        found.setdefault(post.person_id, []).append(post.kind)
    return found


def decide_twin(actor: Actor, entrant: Entrant, decided: str, member: Member | None = None) -> Entrant:
    """Say whether somebody of the roster is the present member of the same name.

    Args:
        decided: same or another. member: which of them, where there are several.

    Raises:
        NotAllowed, Refusal: as `planned`; nothing was asked.
    """
    if not entrant.twins:
        raise Refusal("turnover.not_asked", name=entrant.name)
    said = str(Decided(decided).label)
    with planned(actor, entrant.change, "turnover.decided", name=entrant.name, decided=said) as locked:
        row = Entrant.objects.select_for_update().get(pk=entrant.pk)
        same = decided == Decided.SAME
        wanted = member if member is not None and member.pk in row.twins else None
        if same and wanted is None:
            wanted = Member.objects.select_related("person").get(pk=row.twins[0])
        taken = Entrant.objects.filter(change=locked, member=wanted).exclude(mark=Mark.GONE).exclude(pk=row.pk).first()
        if same and taken is not None:
            raise Refusal("turnover.twin_taken", field="decided", name=row.name, row=taken.row)
        row.decided = decided
        row.member = wanted if same else None
        row.person = wanted.person if same and wanted is not None else None
        row.mark = Mark.CARRIED if same else Mark.ADDED
        row.version += 1
        if same:
            Entrant.objects.filter(change=locked, member=row.member, mark=Mark.GONE).delete()
        row.save()
        _settle_gone(locked)
    return row


def mark_entrant(actor: Actor, entrant: Entrant, mark: str) -> Entrant | None:
    """Carry somebody over who was to go, let somebody go who was carried over, or take a new one off the list.

    Raises:
        NotAllowed, Refusal: as `planned`.
    """
    said = str(Mark(mark).label)
    with planned(actor, entrant.change, "turnover.marked", name=entrant.name, mark=said) as locked:
        row = Entrant.objects.select_for_update(of=("self",)).select_related("member").get(pk=entrant.pk)
        if row.member is None:
            row.delete()
            return None
        row.mark = mark
        if mark == Mark.CARRIED and not row.seats:
            row.seats = seats_now(locked, [row.member]).get(row.member.pk, [])
            row.offices = _offices_now(locked, [row.member]).get(row.member.person_id, [])
        row.version += 1
        row.save()
    return row


def alter_entrant(
    actor: Actor, entrant: Entrant, *, seats: Sequence[tuple[str, str, str]], offices: Sequence[str], number: str,
    version: int | None = None,
) -> Entrant:  # fmt: skip
    """Change organs, posts and number of somebody who stays or comes.

    Raises:
        NotAllowed, Refusal: as `planned`; an organ that the new term lacks, two of a kind that allows one.
        Conflict: changed by another hand.
    """
    with planned(actor, entrant.change, "turnover.entrant", name=entrant.name) as locked:
        row = Entrant.objects.select_for_update().get(pk=entrant.pk)
        row.expect(version)
        check_seats(locked, row.name, seats)
        clash = Entrant.objects.filter(change=locked, number=number).exclude(pk=row.pk).first() if number else None
        if clash is not None:
            raise Refusal("turnover.number_twice", field="number", number=number, name=clash.name)
        row.seats, row.offices, row.number = [list(one) for one in seats], list(offices), number
        row.version += 1
        row.save()
    return row


def check_seats(change: Change, name: str, seats: Sequence[Any]) -> None:
    """Refuse an organ that the new term lacks, and two of a kind of which one only may be (R0.4)."""
    after = organs_after(change)
    single = set(value(SINGLE_KINDS, change.committee_id, change.starts))
    counts: dict[str, int] = {}
    for kind, organ, _ in seats:
        label = str(OrganKind(kind).label)
        known = {organ_key(one, kind) for one in after.get(kind, [])}
        if known and organ_key(organ, kind) not in known:
            raise Refusal("turnover.sector_unknown", field=kind, name=name, kind=label, given=organ)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > 1 and kind in single:
            raise Refusal("turnover.one_sector", field=kind, name=name, kind=label, count=counts[kind])
