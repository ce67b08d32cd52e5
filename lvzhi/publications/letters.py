"""An issue as a document: contents, then each article with its author."""

from __future__ import annotations

from collections.abc import Sequence

from lvzhi.exchange.letters import Block, Document9704, Heading1, Heading2, Para
from lvzhi.publications.models import Article, Issue
from lvzhi.publications.vocabulary.words import CHARS, DECLARED, LETTER
from lvzhi.ui import formats


def characters(issue: Issue) -> str:
    """How many characters an issue has, and how many of them were declared."""
    words = DECLARED if issue.declared else CHARS
    return words.format(chars=formats.number(issue.chars), declared=formats.number(issue.declared or 0))


def compose(issue: Issue, articles: Sequence[Article]) -> Document9704:
    """The whole issue; the edited text where there is one."""
    note = LETTER["note"].format(
        internal=issue.internal or LETTER["nobody"], editor=issue.editor or LETTER["nobody"], chars=characters(issue)
    )
    body: list[Block] = [Para(note, indent=False, align="center"), Heading1(LETTER["contents"])]
    body += [Para(_line(row), indent=False) for row in articles]
    for row in articles:
        body.append(Heading1(_title(row)))
        author = row.manuscript.author if row.manuscript else row.author
        if author:
            body.append(Heading2(LETTER["by"].format(author=author)))
        body += _paragraphs(row)
    return Document9704(title=str(issue), body=body, issuer=issue.committee.name, date=issue.printed_on)


def _title(row: Article) -> str:
    return row.manuscript.title if row.manuscript else row.title


def _line(row: Article) -> str:
    author = row.manuscript.author if row.manuscript else row.author
    return LETTER["line"].format(title=_title(row), author=author) if author else _title(row)


def _paragraphs(row: Article) -> list[Block]:
    if row.manuscript is None:
        return [Para(LETTER["bare"])]
    return [Para(text.strip()) for text in row.manuscript.current.splitlines() if text.strip()]
