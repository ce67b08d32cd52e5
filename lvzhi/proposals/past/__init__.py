"""Proposals, answers and promises of earlier years: read, judged row by row, and written only when told to.

Everything is written or nothing; with ``good_only`` the rows without an error, all of them or none.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.exchange import Limits
from lvzhi.journal.lines import line
from lvzhi.norms import value
from lvzhi.norms.memo import remembering
from lvzhi.proposals.actions.bringing import PastProposal, bring_in
from lvzhi.proposals.past.columns import template
from lvzhi.proposals.past.findings import Brought, Finding, Line
from lvzhi.proposals.past.ground import Ground
from lvzhi.proposals.past.plan import Planner
from lvzhi.proposals.past.reading import read_past
from lvzhi.proposals.rules import CLERK, HEAD, clerk
from lvzhi.proposals.vocabulary.past import SOURCE_ROW

__all__ = ["Brought", "Finding", "Progress", "bring", "finished", "keeps", "look", "template"]

MEGABYTE = 1024 * 1024
Planned = list[tuple[Line, PastProposal]]
Progress = Callable[[str, int, int], None]
Steps = Generator[tuple[str, int, int], None, Brought]
WRITING = "writing"


def keeps(actor: Actor, committee: Committee) -> bool:
    """Whether the actor may bring proposals of earlier years in: the clerk of the committee, or its head."""
    return any(actor.has(role, committee=committee.pk) for role in (CLERK, HEAD))


def look(actor: Actor, committee: Committee, source: bytes | Path, name: str) -> Steps:
    """Read and judge, telling how far it is; write nothing.

    Raises:
        NotAllowed: not the clerk.
        BadFile, Refusal: nothing can be read from the file.
    """
    result, _ = yield from _judged(actor, committee, source, name)
    return result


def bring(
    actor: Actor,
    committee: Committee,
    source: bytes | Path,
    name: str,
    *,
    good_only: bool = False,
) -> Steps:
    """Read, judge and write, telling after each proposal how far it is; closing it early writes nothing.

    Args:
        good_only: leave the rows with an error out, instead of refusing them all.

    Raises:
        NotAllowed, BadFile, Refusal: as `look`.
        Refusal: ``proposals.past_bad_rows`` with a bad row, ``proposals.past_no_rows`` where nothing can go in.
    """
    result, planned = yield from _judged(actor, committee, source, name)
    if result.bad and not good_only:
        raise Refusal("proposals.past_bad_rows", bad=result.bad)
    if not planned:
        raise Refusal("proposals.past_no_rows")
    with line(actor, "proposals.past", committee=committee, file=name, count=len(planned), bad=result.bad):
        for done, (row, facts) in enumerate(planned, 1):
            bring_in(actor, committee, facts, SOURCE_ROW.format(file=name, where=row.where))
            yield WRITING, done, len(planned)
    return Brought(**{**vars(result), "written": len(planned)})


def finished(steps: Steps, progress: Progress | None = None) -> Brought:
    """Run a look or an import to its end, telling how far it is."""
    with closing(steps), remembering():
        while True:
            try:
                told = next(steps)
            except StopIteration as end:
                result: Brought = end.value
                return result
            if progress is not None:
                progress(*told)


def _judged(
    actor: Actor, committee: Committee, source: bytes | Path, name: str
) -> Generator[tuple[str, int, int], None, tuple[Brought, Planned]]:
    if not keeps(actor, committee):
        raise NotAllowed("access.not_allowed", who=clerk.label)
    day = clock.as_day(actor.at)
    size = int(value("proposals.past_megabytes", committee, day)) * MEGABYTE
    most = int(value("proposals.past_most", committee, day))
    found = yield from read_past(source, name, Limits(size=size))
    if len(found.lines) > most:
        raise Refusal("proposals.past_many", name=name, count=len(found.lines), limit=most)
    planned = yield from Planner(Ground(committee, day), found).plan()
    result = Brought(
        name=name,
        lines=len(found.lines),
        ready=len(planned),
        known=sum(one.known and not one.bad for one in found.lines),
        bad=sum(one.bad for one in found.lines),
        replies=sum(facts.reply is not None for _, facts in planned),
        promises=sum(len(facts.promises) for _, facts in planned),
        findings=tuple(sorted(found.findings, key=lambda one: (one.order, one.level != "error"))),
    )
    return result, planned
