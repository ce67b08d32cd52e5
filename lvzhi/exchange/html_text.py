"""A web page's text: one line per block, cells apart by tabs, scripts and pronunciation marks dropped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section select table tbody tfoot thead "
        "title tr ul ",
    )
)
_DROPPED = frozenset(("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "rt", "rp"))
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr", "table", "tbody", "thead", "tfoot"))
_SPACES = re.compile(r"[ \u00a0\r\n\f\v]+|[ \u00a0\r\n\f\v]*\t[ \u00a0\r\n\f\v\t]*")
_MANY_BREAKS = re.compile(r"\n{2,}")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._dropping: list[str] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropping.append(tag)
        elif tag in _CELLS:
            self._leave_cell()  # a cell that nobody closed
            self._in_cell = True
        elif tag in _BLOCKS:
            self._in_cell = self._in_cell and tag not in _ROWS
            self.pieces.append("\n")

    def _leave_cell(self) -> None:
        if self._in_cell:
            self.pieces.append("\x1f")  # becomes a tab once other white space is folded
            self._in_cell = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            if tag in self._dropping:
                del self._dropping[self._dropping.index(tag) :]
        elif tag in _BLOCKS:
            self._in_cell = self._in_cell and tag not in _ROWS
            self.pieces.append("\n")
        elif tag in _CELLS:
            self._leave_cell()

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self.pieces.append(_SPACES.sub(" ", data))


def read(markup: str) -> str:
    """The text of a page; broken markup gives what can be read of it."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (
        re.sub(" *\x1f *", "\t", re.sub(" {2,}", " ", line)).strip(" \t") for line in "".join(reader.pieces).split("\n")
    )
    return _MANY_BREAKS.sub("\n", "\n".join(lines)).strip("\n")
