"""Help: Markdown files of docs/for-*, turned into safe markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from lvzhi.access import Missing
from lvzhi.desk.vocabulary import GUIDES

DOCS = Path(__file__).resolve().parents[2] / "docs"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of help."""

    group: str
    slug: str
    title: str
    body: SafeString


@cache
def _read(path: Path, changed: float) -> Guide:
    """The page of a file as it was last changed. Raw HTML in it is shown as text, never as markup."""
    text = path.read_text("utf-8")
    first, _, rest = text.partition("\n")
    markup = MarkdownIt("js-default", {"html": False, "linkify": False}).render(rest)
    return Guide(path.parent.name, path.stem, first.lstrip("# ").strip(), mark_safe(markup))  # noqa: S308  reason: rendered from our own files with HTML off


def guide(group: str, slug: str) -> Guide:
    """One page of help.

    Raises:
        Missing: ``desk.no_help``.
    """
    path = DOCS / group / f"{slug}.md"
    if group not in GUIDES or not _SLUG.fullmatch(slug) or not path.is_file():
        raise Missing("desk.no_help")
    return _read(path, path.stat().st_mtime)


def shelf() -> list[tuple[str, str, list[Guide]]]:
    """All pages by group, in the order of their file names: (group, name, pages)."""
    found = []
    for group, name in GUIDES.items():
        pages = [_read(path, path.stat().st_mtime) for path in sorted((DOCS / group).glob("*.md"))]
        if pages:
            found.append((group, name, pages))
    return found
