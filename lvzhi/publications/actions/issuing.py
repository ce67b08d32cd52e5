"""Issues: begun, filled, laid out, printed with a number, distributed (R11.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from lvzhi.access import Actor, Conflict, NotAllowed, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files.actions import attach
from lvzhi.journal.lines import line
from lvzhi.publications import queries, rules
from lvzhi.publications.actions.checks import come, keep_ground, own_organ, trimmed
from lvzhi.publications.models import NAME_MOST, TITLE_MOST, Article, Issue, Manuscript
from lvzhi.publications.vocabulary.sentences import BEFORE
from lvzhi.publications.vocabulary.states import IssueState, ManuscriptState
from lvzhi.publications.vocabulary.words import LABELS, NAMES
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

__all__ = [
    "add_lines", "arrange", "begin_issue", "check_contents", "check_open", "check_print", "check_sent", "distribute",
    "lay_out", "place", "print_issue", "published", "recall", "recalled", "take_out", "to_print", "unprint",
    "write_issue",
]  # fmt: skip
PARTING = re.compile(r"[\t｜|]")


def begin_issue(actor: Actor, committee: Committee, data: Mapping[str, Any], *, once: str | None = None) -> Issue:
    """Begin an issue.

    Args:
        data: ``series, number``; any of ``theme, editor, organ``.

    Raises:
        NotAllowed: the actor does not edit there.
        Refusal: a name is missing, or that issue is known.
    """
    if not rules.keeps(actor, committee.pk):
        raise NotAllowed("publications.not_keeper", committee=committee.name)
    made = Issue(committee=committee, entered_by=actor.name, created_at=actor.at)
    _keep(made, data)
    return engine.begin(made, actor, once=once)


def write_issue(issue: Issue, actor: Actor, data: Mapping[str, Any], *, version: int | None = None) -> Issue:
    """Change what an issue is called and who edits it.

    Raises:
        NotAllowed: not its keeper.
        Conflict: someone else has changed it since ``version``.
        Refusal: it is in print.
    """
    with transaction.atomic():
        locked: Issue = Issue.objects.select_for_update(of=("self",)).select_related("committee").get(pk=issue.pk)
        rules.keeper.check(actor, locked)
        if locked.voided_at is not None or locked.state not in (IssueState.COMPOSING, IssueState.LAID_OUT):
            raise Refusal("publications.issue_closed", issue=str(locked), state=locked.get_state_display())
        if version is not None and locked.version != version:
            raise Conflict("publications.changed", title=str(locked))
        with line(actor, "publications.issue_written", subject=locked):
            _keep(locked, data)
            locked.version += 1
            locked.save()
    return locked


def _keep(issue: Issue, data: Mapping[str, Any]) -> None:
    issue.series, issue.number = (trimmed(data, name, needed=True) for name in ("series", "number"))
    issue.series = issue.series.strip("《》")
    issue.theme, issue.editor = trimmed(data, "theme"), trimmed(data, "editor")
    issue.organ = own_organ(data.get("organ"), issue.committee)
    other = queries.issue_named(issue.committee, issue.series, issue.number, issue.pk)
    if other is not None:
        raise Refusal("publications.issue_twice", field="number", issue=str(other))


def check_open(taking: Taking) -> None:
    """An issue that is laid out takes and gives no manuscript, and a manuscript stands in one issue."""
    standing = queries.placing(taking.record)
    if taking.step.key == "place" and standing is not None:
        raise Refusal("publications.two_issues", title=taking.record.title, issue=str(standing.issue))
    issue = taking.answers.get("issue") or (standing.issue if standing else None)
    if issue is not None and issue.state != IssueState.COMPOSING:
        raise Refusal("publications.issue_closed", field="issue", issue=str(issue), state=issue.get_state_display())


def place(taking: Taking) -> None:
    """Effect of 编入: at the end of the contents; final review may still be to come, printing waits for it."""
    manuscript: Manuscript = taking.record
    issue: Issue = taking.answers["issue"]
    locked = Issue.objects.select_for_update(of=("self",)).get(pk=issue.pk)
    if locked.state != IssueState.COMPOSING:
        raise Refusal("publications.issue_closed", field="issue", issue=str(issue), state=locked.get_state_display())
    last = queries.contents(issue)
    Article(
        committee_id=issue.committee_id, issue=issue, manuscript=manuscript, title=manuscript.title,
        author=manuscript.author, column=trimmed(taking.answers, "column"), chars=manuscript.chars,
        place=last[-1].place + 1 if last else 1, created_at=taking.at,
    ).save()  # fmt: skip
    taking.facts["issue"] = str(issue)


def take_out(taking: Taking) -> None:
    """Effect of 移出."""
    row = queries.placing(taking.record)
    if row is not None:
        taking.facts["issue"] = str(row.issue)
        _drop(row, taking)


def _drop(row: Article, taking: Taking) -> None:
    row.voided_at, row.void_ground = taking.at, taking.step.name
    row.version += 1
    row.save()


def add_lines(taking: Taking) -> None:
    """Effect of 登记目录: titles of articles whose texts are not here, one a line.

    Raises:
        Refusal: there is none, or a line has no title.
    """
    issue: Issue = taking.record
    rows = queries.contents(issue)
    place = rows[-1].place if rows else 0
    given = [text for text in taking.answers["lines"].splitlines() if text.strip()]
    if not given:
        raise Refusal("publications.lines_missing", field="lines")
    for number, text in enumerate(given, 1):
        title, _, author = (part.strip() for part in PARTING.sub("\t", text, count=1).partition("\t"))
        if not title or len(title) > TITLE_MOST or len(author) > NAME_MOST:
            raise Refusal("publications.line_unclear", field="lines", row=number, given=text[:NAME_MOST])
        Article(
            committee_id=issue.committee_id, issue=issue, title=title, author=author, place=place + number,
            created_at=taking.at,
        ).save()  # fmt: skip
    taking.facts["count"] = len(given)


def arrange(taking: Taking) -> None:
    """Effect of 调整目录: the order asked for, and lines without a manuscript that are struck out."""
    rows = queries.contents(taking.record)
    for row in rows:
        if row.manuscript_id is None and taking.answers.get(f"drop_{row.pk}"):
            _drop(row, taking)
    kept = [row for row in rows if row.voided_at is None]
    for number, row in enumerate(sorted(kept, key=lambda one: (taking.answers[f"place_{one.pk}"], one.place)), 1):
        column = trimmed(taking.answers, f"column_{row.pk}")
        if (row.place, row.column) != (number, column):
            row.place, row.column = number, column
            row.version += 1
            row.save()


def check_contents(taking: Taking) -> None:
    """What is laid out has articles."""
    if not queries.contents(taking.record):
        raise Refusal("publications.empty_issue", issue=str(taking.record))


def lay_out(taking: Taking) -> None:
    """Effect of 登记排版."""
    taking.record.laid_on = clock.as_day(taking.at)
    taking.facts["count"] = len(queries.contents(taking.record))


def recall(taking: Taking) -> None:
    """Effect of 撤回印刷登记: it counts no more until it is printed again."""
    keep_ground(taking)
    taking.record.printed_on = None


def check_print(taking: Taking) -> None:
    """Every article is finally reviewed; a declared count has its proof, and is given where a text is not here."""
    issue, answers, rows = taking.record, taking.answers, queries.contents(taking.record)
    day = come(answers["on"], clock.as_day(taking.at), "on")
    if issue.laid_on is not None and day < issue.laid_on:
        raise Refusal(
            "publications.printed_early", field="on", day=day, what=BEFORE["laid"], before=issue.laid_on
        )  # fmt: skip
    waiting = [row.title for row in rows if row.manuscript and row.manuscript.state != ManuscriptState.APPROVED]
    if waiting:
        raise Refusal("publications.not_final", issue=str(issue), titles=NAMES.join(waiting))
    bare, declared = sum(row.manuscript is None for row in rows), answers.get("declared")
    if bare and declared is None:
        raise Refusal("publications.chars_missing", field="declared", count=bare)
    if declared is not None:
        _check_declared(declared, bare, answers.get("proof"))


def _check_declared(declared: int, bare: int, proof: Any) -> None:
    if not bare:
        raise Refusal("publications.declared_needless", field="declared")
    if declared <= 0:
        raise Refusal("publications.declared_least", field="declared")
    if not proof:
        raise Refusal("publications.declared_bare", field="proof")


def print_issue(taking: Taking) -> None:
    """Effect of 登记印刷: what it was printed with stays: titles, authors, characters counted and declared."""
    issue: Issue = taking.record
    issue.printed_on, issue.internal = taking.answers["on"], trimmed(taking.answers, "internal")
    issue.copies, issue.declared = taking.answers.get("copies"), taking.answers.get("declared")
    rows = queries.contents(issue)
    for row in rows:
        manuscript = row.manuscript
        if manuscript is not None:
            row.title, row.author, row.chars = manuscript.title, manuscript.author, manuscript.chars
            row.version += 1
            row.save()
    issue.articles_count, issue.counted = len(rows), sum(row.chars or 0 for row in rows)
    issue.chars = issue.counted + (issue.declared or 0)
    taking.facts |= {"count": issue.articles_count, "chars": issue.chars}
    if taking.answers.get("proof"):
        attach(taking.actor, issue._meta.label_lower, issue.uid, taking.answers["proof"], label=LABELS["proof"])


def to_print(cause: Taking) -> None:
    """What printing does to the manuscripts of the issue."""
    _all(cause, "publish")


def unprint(cause: Taking) -> None:
    """What taking the printing back does to them."""
    _all(cause, "unpublish")


def _all(cause: Taking, key: str) -> None:
    for row in queries.whole(cause.record):
        if row.manuscript is not None:
            engine.follow(row.manuscript, key, cause)


def published(taking: Taking) -> None:
    """Effect of 刊印, of a manuscript."""
    row = queries.placing(taking.record)
    taking.facts["issue"] = str(row.issue) if row else ""


recalled = published


def check_sent(taking: Taking) -> None:
    """What is sent out was printed."""
    sent, copies = taking.answers["copies"], taking.record.copies
    come(taking.answers["on"], clock.as_day(taking.at), "on")
    if copies is not None and sent > copies:
        raise Refusal("publications.sent_many", field="copies", sent=sent, copies=copies)


def distribute(taking: Taking) -> None:
    """Effect of 登记发放."""
    issue: Issue = taking.record
    issue.sent_on, issue.sent_copies = taking.answers["on"], taking.answers["copies"]
    issue.sent_to = trimmed(taking.answers, "to")
    taking.facts["copies"] = issue.sent_copies
