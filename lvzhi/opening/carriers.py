"""Each kind of file that an office brings: judged without writing, then written; with findings, and told how far it is.

The rooms own the reading and the judging; here they answer alike, for the command line and for the page of past years.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.directory import rules as directory_rules
from lvzhi.directory.actions import import_units
from lvzhi.directory.models import Unit
from lvzhi.exchange import BadFile
from lvzhi.files import hold
from lvzhi.jobs.kinds import Kind, Made
from lvzhi.jobs.running import Work
from lvzhi.ledger import rules as ledger_rules
from lvzhi.ledger.actions import importing as ledger
from lvzhi.opening.vocabulary import BRINGING, BROUGHT, CARRIED, FINDINGS_FILE, NOT_WRITTEN, READY_TO_WRITE
from lvzhi.party import rules as party_rules
from lvzhi.party.actions import importing as party
from lvzhi.people import rules as people_rules
from lvzhi.people.roster import import_roster
from lvzhi.projects import rules as projects_rules
from lvzhi.projects.actions import importing as projects
from lvzhi.proposals import past

Tell = Callable[[str, int, int], None]
HELD_AS = "opening.bring"
READING, WRITING = "reading", "writing"
LISTED = 20  # findings that the answer itself shows; all of them stand in the file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file holds, or what was written of it.

    Args:
        rows: read. ready: could be, or were, written. errors, warnings: how many findings of each.
        findings: their sentences. written: whether anything was.
    """

    rows: int
    ready: int
    errors: int
    warnings: int
    findings: Sequence[str]
    written: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be taken.

    Args:
        write: else it is only judged. good_only: the good rows, where the kind can. make_organs: rosters only.
    """

    write: bool = False
    good_only: bool = False
    make_organs: bool = False


def people(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """A roster of members."""
    result = import_roster(
        actor, committee, _bytes(source), name, dry_run=not asked.write, make_organs=asked.make_organs,
        progress=lambda done, whole: tell(READING, done, whole),
    )  # fmt: skip
    said = [one.sentence for one in result.findings]
    return Outcome(result.rows, result.members, len(result.errors), len(result.warnings), said, result.written)


def units(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """The directory of units."""
    tell(READING, 0, 1)
    result = import_units(
        actor, committee, source, name, starts=clock.today(), dry_run=not asked.write, only_good=asked.good_only
    )
    errors = [one for one in result.problems if one.keeps_out]
    said = [one.sentence for one in result.problems]
    rows = len(result.ready) + result.known + len({one.row for one in errors})
    ready = result.written if asked.write else len(result.ready)
    return Outcome(rows, ready, len(errors), len(result.problems) - len(errors), said, bool(result.written))


def proposals(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """Proposals of earlier years: a sheet, a zip or a folder of Word files."""
    result = past.finished(past.look(actor, committee, source, name), tell)
    write = asked.write and bool(result.ready) and (asked.good_only or not result.bad)
    if write:
        result = past.finished(past.bring(actor, committee, source, name, good_only=asked.good_only), tell)
    said = [one.sentence for one in result.findings]
    return Outcome(result.lines, result.ready, len(result.errors), len(result.warnings), said, write)


def problems(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """An existing ledger of problems."""
    tell(READING, 0, 1)
    work = partial(ledger.bring, good_only=asked.good_only) if asked.write else ledger.look
    result = work(actor, committee, _bytes(source), name, found_on=clock.today())
    said = [one.sentence for one in result.remarks]
    return Outcome(result.rows, len(result.ready), result.bad, result.known, said, bool(result.written))


def topics(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """Projects."""
    tell(READING, 0, 1)
    work = partial(projects.bring, good_only=asked.good_only) if asked.write else projects.look
    result = work(actor, committee, _bytes(source), name)
    said = [one.sentence for one in result.remarks]
    return Outcome(result.rows, len(result.ready), result.bad, result.known, said, bool(result.written))


def branches(actor: Actor, committee: Committee, source: Path | bytes, name: str, asked: Asked, tell: Tell) -> Outcome:
    """Party organisations and their people."""
    tell(READING, 0, 1)
    work = partial(party.bring, good_only=asked.good_only) if asked.write else party.look
    result = work(actor, committee, _bytes(source), name)
    said = [one.sentence for one in result.remarks]
    ready = len(result.bodies) + len(result.seats)
    return Outcome(result.rows, ready, result.bad, result.known, said, result.written)


def _bytes(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _keeps_units(actor: Actor, committee: Committee) -> bool:
    return directory_rules.EDIT(actor, Unit(committee=committee))


@dataclass(frozen=True, slots=True)
class Carrier:
    """A kind of file.

    Args:
        key: names it on the command line; `vocabulary.CARRIED` has the words.
        take: judges or writes. may: whether the actor brings such files in there.
        page: the room's own page, with the template. placed: whether that page's address names the committee.
        partial: whether the good rows may be written alone. folders: whether it also takes a folder.
    """

    key: str
    take: Callable[[Actor, Committee, Path | bytes, str, Asked, Tell], Outcome]
    may: Callable[[Actor, Committee], bool]
    page: str
    placed: bool = False
    partial: bool = True
    folders: bool = False

    @property
    def name(self) -> str:
        """In Chinese."""
        return CARRIED[self.key]


CARRIERS: dict[str, Carrier] = {
    one.key: one
    for one in (
        Carrier("people", people, lambda a, c: people_rules.keeps(a, c.pk), "people:roster", partial=False),
        Carrier("units", units, _keeps_units, "directory:import", placed=True),
        Carrier("proposals", proposals, past.keeps, "proposals:past", folders=True),
        Carrier("ledger", problems, lambda a, c: ledger_rules.may_enter(a, c.pk), "ledger:import"),
        Carrier("projects", topics, lambda a, c: projects_rules.may_register(a, c.pk), "projects:import"),
        Carrier("party", branches, lambda a, c: party_rules.keeps(a, c.pk), "party:import"),
    )
}


def bring(work: Work) -> Made | str:
    """The job: judge a held file, or write it, as the person who asked.

    Raises:
        Refusal: the file is gone, cannot be read, or has errors that keep it out.
    """
    facts, account = work.facts, work.job.account_id or 0
    carrier, write = CARRIERS[facts["what"]], bool(facts["write"])
    _, name, data = hold.get(HELD_AS, account, facts["token"])
    asked = Asked(write=write, good_only=bool(facts["good_only"]), make_organs=bool(facts["make_organs"]))
    try:
        if not write:
            outcome = carrier.take(work.actor, work.job.committee, data, name, asked, work.tell)
            return _answer(carrier, name, outcome, asked)
        work.tell(WRITING, 0, 1)
        with work.writing():  # what it tells from in here nobody would see before the end
            outcome = carrier.take(work.actor, work.job.committee, data, name, asked, _silent)
    except BadFile as problem:
        raise Refusal("opening.bad_file", sentence=problem.sentence) from None
    if outcome.written:
        hold.drop(facts["token"])
    return _answer(carrier, name, outcome, asked)


def _silent(phase: str, done: int, whole: int) -> None:
    """Nobody is told."""


def _answer(carrier: Carrier, name: str, outcome: Outcome, asked: Asked) -> Made | str:
    said = BROUGHT.format(
        what=carrier.name, file=name, rows=outcome.rows, ready=outcome.ready, errors=outcome.errors,
        warnings=outcome.warnings,
    )  # fmt: skip
    if asked.write and not outcome.written:
        raise Refusal("opening.not_brought", sentence=said + NOT_WRITTEN, first=" ".join(outcome.findings[:LISTED]))
    said += "" if asked.write else READY_TO_WRITE
    if not outcome.findings:
        return said
    lines = [said, *outcome.findings]
    text = "\ufeff" + "".join('"' + line.replace('"', '""') + '"\r\n' for line in lines)
    called = FINDINGS_FILE.format(what=carrier.name, errors=outcome.errors, warnings=outcome.warnings)
    return Made(called, "csv", [text.encode()])


KIND = Kind("opening.bring", BRINGING, bring)
