"""Publishing a signed report, and taking it down again (R1.103)."""

from __future__ import annotations

from lvzhi.access import Refusal, Refusals
from lvzhi.deadlines import clock
from lvzhi.proposals.queries.publishing import personal
from lvzhi.proposals.vocabulary.publishing import PERSONAL_NAMES
from lvzhi.reports import queries
from lvzhi.reports.models import Report
from lvzhi.workflow.declare import Taking

SHOWN = 3  # signs of a number that the refusal shows, so that it is found and not told


def check_publish(taking: Taking) -> None:
    """No telephone or identity number, account or address leaves the house. Raises `Refusals`, one for each."""
    report: Report = taking.record
    faults = [
        Refusal("reports.public_personal", part=part.heading, kind=PERSONAL_NAMES[kind], shown=f"{told[:SHOWN]}…")
        for part in queries.sections_of(report)
        for kind, told in personal(f"{part.heading}\n{part.text}")
    ]
    if faults:
        raise Refusals(faults)


def publish(taking: Taking) -> None:
    """Effect of 公开."""
    report: Report = taking.record
    report.published_on, report.taken_down_on = clock.as_day(taking.at), None


def take_down(taking: Taking) -> None:
    """Effect of 撤回公开; the ground stands in the journal alone."""
    report: Report = taking.record
    report.taken_down_on = clock.as_day(taking.at)
    taking.personal["ground"] = taking.answers["ground"]
