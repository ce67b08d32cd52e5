"""Counting: two codes open the urn once; slips are written in one batch, shuffled, and the urn's key is destroyed."""

from __future__ import annotations

from collections import Counter

from lvzhi.access import Refusal
from lvzhi.ballots import queries, sealing
from lvzhi.ballots.actions import urns
from lvzhi.ballots.models import Ballot, PaperTally, Slip
from lvzhi.ballots.vocabulary import Outcome, State
from lvzhi.norms import value
from lvzhi.workflow.declare import Taking

JOINER = "、"
CODES = ("first_code", "second_code")
WHOLE = 100
BATCH = 500
Opened = list[tuple[str, list[int]]]


def _norm(ballot: Ballot, key: str) -> int:
    return int(str(value(key, ballot.committee_id, ballot.held_on)))


def check_paper(taking: Taking) -> None:
    """Sums of each aspect within the valid slips; more slips than were issued are noted where the norm voids them."""
    ballot: Ballot = taking.record
    issued = queries.turnout(ballot).paper
    if not issued:
        raise Refusal("ballots.paper_none")
    back, invalid = taking.answers["back"], taking.answers["invalid"] or 0
    if invalid > back:
        raise Refusal("ballots.paper_invalid", field="invalid", invalid=invalid, back=back)
    if back > issued:
        if not value("ballots.excess_voids", ballot.committee_id, ballot.held_on):
            raise Refusal("ballots.paper_excess", field="back", back=back, issued=issued)
        return
    asked = queries.lines(ballot)
    for name, item, question in asked.marks():
        total = sum(taking.answers.get(f"{name}_{grade.place}") or 0 for grade in asked.grades)
        if total > back - invalid:
            facts = {"item": item.text, "question": question.text, "sum": total, "valid": back - invalid}
            raise Refusal("ballots.paper_sum", field=f"{name}_1", **facts)


def note_paper(taking: Taking) -> None:
    """The totals that the tellers counted, in place of earlier ones."""
    ballot: Ballot = taking.record
    ballot.paper_back, ballot.paper_invalid = taking.answers["back"], taking.answers["invalid"] or 0
    asked = queries.lines(ballot)
    PaperTally.objects.filter(ballot=ballot).delete()
    rows = [
        PaperTally(ballot=ballot, item=item, question=question, grade=grade, votes=votes)
        for name, item, question in asked.marks()
        for grade in asked.grades
        if (votes := taking.answers.get(f"{name}_{grade.place}") or 0)
    ]
    PaperTally.objects.bulk_create(rows, batch_size=BATCH)
    taking.facts |= {"back": ballot.paper_back, "invalid": ballot.paper_invalid}


def _places(taking: Taking) -> dict[int, bytes]:
    """The private keys of the two codes by their tellers' places. Raises `Refusal` on the field."""
    ballot: Ballot = taking.record
    known = {teller.key: place for place, teller in enumerate(queries.tellers(ballot))}
    found: dict[int, bytes] = {}
    for name in CODES:
        key = sealing.code_key(taking.answers[name], str(ballot.uid))
        place = known.get(sealing.public_of(key).hex())
        if place is None:
            raise Refusal("ballots.code_wrong", field=name)
        if place in found:
            raise Refusal("ballots.code_twice", field=name)
        found[place] = key
    return found


def check_count(taking: Taking) -> None:
    """Two tellers' codes; no more slips than people there; paper counted where paper was issued (R4.7)."""
    ballot: Ballot = taking.record
    _places(taking)
    turnout, present = queries.turnout(ballot), taking.answers["present"]
    if present > ballot.entitled:
        raise Refusal("ballots.present_large", field="present", present=present, entitled=ballot.entitled)
    if turnout.voted > present:
        raise Refusal("ballots.above_attendance", field="present", voted=turnout.voted, present=present)
    if turnout.paper and ballot.paper_back is None:
        raise Refusal("ballots.paper_missing", issued=turnout.paper)
    if turnout.online and str(ballot.uid) not in sealing.urns():
        raise Refusal("ballots.urn_gone")


def count(taking: Taking) -> None:
    """Open the urn, unless the ballot is void without; write what is in it; do away with the urn."""
    ballot: Ballot = taking.record
    turnout, keys = queries.turnout(ballot), _places(taking)
    ballot.present = taking.answers["present"]
    ballot.online, ballot.turnout = turnout.online, turnout.online + (ballot.paper_back or 0)
    ballot.valid = ballot.turnout - ballot.paper_invalid
    ballot.smallest = _norm(ballot, "ballots.smallest_cut")
    ballot.counted_at = taking.at
    names = [teller.name for place, teller in enumerate(queries.tellers(ballot)) if place in keys]
    ballot.counted_by = JOINER.join(names)
    outcome = _void(ballot, turnout) or _write(ballot, keys, turnout)
    urns.clear(ballot)
    taking.outcome = outcome
    taking.goes_to = State.COUNTED if outcome == Outcome.VALID else State.VOID
    taking.facts |= {
        "tellers": ballot.counted_by,
        "online": ballot.online,
        "paper": ballot.paper_back or 0,
        "result": outcome.label,
    }


def _void(ballot: Ballot, turnout: queries.Turnout) -> Outcome | None:
    """Why the urn stays shut, None where it may be opened (R4.7)."""
    if (ballot.paper_back or 0) > turnout.paper:
        return Outcome.EXCESS
    quorum = value("ballots.quorum", ballot.committee_id, ballot.held_on)
    share = (ballot.present or 0) * WHOLE / ballot.entitled
    if quorum and share <= float(str(quorum)):
        return Outcome.QUORUM
    return Outcome.TOO_FEW if ballot.valid < ballot.smallest else None


def _write(ballot: Ballot, keys: dict[int, bytes], turnout: queries.Turnout) -> Outcome:
    asked = queries.lines(ballot)
    try:
        opened = urns.take_out(ballot, keys, asked.cells)
    except sealing.Unopenable:
        return Outcome.MISMATCH
    most = len(asked.grades)
    if len(opened) != turnout.online or any(mark > most for _, marks in opened for mark in marks):
        return Outcome.MISMATCH
    several, width = _groups_shown(ballot, opened), len(asked.questions)
    slips = [
        Slip(ballot=ballot, item=item, group=group if several else "", choices=marks[at * width : (at + 1) * width])
        for group, marks in opened
        for at, item in enumerate(asked.items)
    ]
    Slip.objects.bulk_create(sealing.shuffled(slips), batch_size=BATCH)
    return Outcome.VALID


def _groups_shown(ballot: Ballot, opened: Opened) -> bool:
    """Whether slips keep their group: only where no group is so small that it would point at somebody."""
    sizes = Counter(group for group, _ in opened)
    return len(sizes) > 1 and not ballot.paper_back and min(sizes.values()) >= ballot.smallest


def announce(taking: Taking) -> None:
    """The result may be seen by all who could vote."""
    taking.facts["valid"] = taking.record.valid


def cancel(taking: Taking) -> None:
    """Declare it void with a ground; an urn still shut is never opened."""
    ballot: Ballot = taking.record
    ballot.ground = taking.answers["ground"].strip()
    taking.facts["ground"] = ballot.ground
    urns.clear(ballot)
