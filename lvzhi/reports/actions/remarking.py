"""Remarks on a section: made, answered, settled."""

from __future__ import annotations

from collections.abc import Callable

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.reports import queries, rules
from lvzhi.reports.models import NAME_MOST, WORDS_MOST, Remark, Section
from lvzhi.reports.vocabulary.states import ReportState
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

OPEN_TO_REMARKS = frozenset({ReportState.DRAFTING, ReportState.REVIEWING, ReportState.SIGNING})


def begin_remark(
    section: Section, actor: Actor, text: str, quote: str = "", *, once: str | None = None,
    tells: Callable[[Remark], None] | None = None,
) -> Remark:  # fmt: skip
    """Remark on a section, or on words of it as it stands.

    Raises:
        NotAllowed: the actor does not read the report.
        Refusal: nothing said, words that do not stand there, a report that is signed already.
    """
    known = engine.begun(Remark, actor, once)
    if known is not None:
        return known
    report = section.report
    if not rules.visible(actor, report):
        raise NotAllowed("access.not_allowed", who=rules.visible.label)
    if report.state not in OPEN_TO_REMARKS or section.voided_at is not None:
        raise Refusal("reports.remark_closed", state=report.get_state_display())
    text, quote = text.strip()[:WORDS_MOST], quote.strip()[:WORDS_MOST]
    if not text:
        raise Refusal("reports.remark_missing", field="text")
    latest = queries.revision_of(section)
    if quote and quote not in latest.text and quote not in queries.printed(section, latest.text):
        raise Refusal("reports.quote_missing", field="quote")
    remark = Remark(
        committee_id=section.committee_id, section=section, quote=quote, text=text, account_id=actor.account_id,
        who=actor.name[:NAME_MOST], created_at=actor.at,
    )  # fmt: skip
    return engine.begin(remark, actor, once=once, does=tells, heading=latest.heading)


def check_answer(taking: Taking) -> None:
    """An answer says something."""
    if not str(taking.answers.get("answer", "")).strip():
        raise Refusal("reports.answer_missing", field="answer")


def answer(taking: Taking) -> None:
    """What was done about it."""
    remark: Remark = taking.record
    remark.answer, remark.answerer = taking.answers["answer"].strip(), taking.actor.name[:NAME_MOST]


def reopen(taking: Taking) -> None:
    """It is not settled: the answer goes, the journal keeps it."""
    remark: Remark = taking.record
    remark.answer = remark.answerer = ""
