"""Help: Markdown files of docs/for-*, turned into safe markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from lvzhi.access import Missing
from lvzhi.accounts.vocabulary import Role
from lvzhi.desk.vocabulary import GUIDES, HELP_KIND
from lvzhi.search.beside import Page

DOCS = Path(__file__).resolve().parents[2] / "docs"
_LINK = re.compile(r'href="(?:\.\./(?P<group>for-[a-z]+)/)?(?P<slug>[a-z0-9][a-z0-9-]*)\.md"')
_BESIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./){2}[^)]+\)")  # files of the source, which no page shows
_POSTS = {role.replace("_", "-"): place for place, role in enumerate(Role.values)}
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of help."""

    group: str
    slug: str
    title: str
    body: SafeString


def _address(link: re.Match[str]) -> str:
    """A link from one file to another as one from page to page; addresses of pages end with a stroke."""
    up = f"../../{link['group']}" if link["group"] else ".."
    return f'href="{up}/{link["slug"]}/"'


@cache
def _read(path: Path, changed: float) -> Guide:
    """The page of a file as it was last changed. Raw HTML in it is shown as text, never as markup."""
    text = path.read_text("utf-8")
    first, _, rest = text.partition("\n")
    rest = _BESIDE.sub(r"\1", rest)
    markup = _LINK.sub(_address, MarkdownIt("js-default", {"html": False, "linkify": False}).render(rest))
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


def several(names: Iterable[str]) -> list[Guide]:
    """These pages, each once; those that are not there are left out."""
    kept = {f"{page.group}/{page.slug}": page for _, _, pages in shelf() for page in pages}
    return [kept[name] for name in dict.fromkeys(names) if name in kept]


def found(text: str) -> list[Guide]:
    """Pages in whose words all of these stand, those that bear one in their title first."""
    wanted = [one for one in text.split() if one]
    pages = [page for _, _, several in shelf() for page in several]
    fits = [page for page in pages if wanted and all(one in page.title or one in page.body for one in wanted)]
    return sorted(fits, key=lambda page: -sum(one in page.title for one in wanted))


def shelf() -> list[tuple[str, str, list[Guide]]]:
    """All pages by group, in the order of their file names, of posts in their own: (group, name, pages)."""
    found = []
    for group, name in GUIDES.items():
        paths = sorted((DOCS / group).glob("*.md"), key=lambda path: (_POSTS.get(path.stem, 0), path.name))
        pages = [_read(path, path.stat().st_mtime) for path in paths]
        if pages:
            found.append((group, name, pages))
    return found


def beside(text: str) -> list[Page]:
    """Help found with what is searched for: pages whose title bears one of the words."""
    words = text.split()
    titled = [page for page in found(text) if any(one in page.title for one in words)]
    return [Page(page.title, reverse("desk:guide", args=[page.group, page.slug]), HELP_KIND) for page in titled]
